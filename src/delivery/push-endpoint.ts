/** All of a name of the Internet: letters, digits and hyphens, with a last part that is no number. */
const HOST = /^(?:[a-z\d-]+\.)+(?!\d+$)[a-z\d-]+$/;

/** Names that are of this machine or of its own network (RFC 6761, RFC 6762, RFC 8375). */
const NEAR = /(?:^|\.)(?:localhost|local|internal|home\.arpa|localdomain)$/;

/**
 * Whether messages may be sent to an address that a browser gave: whoever gives it could be no browser, and have a server
 * ask what only that server reaches. So it is https, to a host by its name; `new URL` writes every form of an IP address
 * as numbers.
 */
export function isPushEndpoint(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, username, password } = new URL(endpoint);
  return protocol === 'https:' && username + password === '' && HOST.test(hostname) && !NEAR.test(hostname);
}
