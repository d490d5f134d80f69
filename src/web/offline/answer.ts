/** Where the answer to a request comes from: the page of every view, a file of the build, the home's config, or the network. */
export type Answer = 'page' | 'file' | 'config' | 'network';

export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly mode: string;
}

/** Where the home says what it is. */
export const CONFIG = '/config.json';

/** What only the server can answer, at an address of its own or below it. */
const SERVERS_OWN = /^\/(v1|docs|health|openapi\.json)(\/|$)/;

/**
 * Who answers a request of the app. The rule for views is that of the site: a name with a dot is a file.
 *
 * @param origin where the app is
 */
export function answerFor({ url, method, mode }: Asked, origin: string): Answer {
  const { origin: askedOrigin, pathname } = new URL(url);
  if (method !== 'GET' || askedOrigin !== origin || SERVERS_OWN.test(pathname)) return 'network';
  if (pathname === CONFIG) return 'config';
  const isView = !pathname.slice(pathname.lastIndexOf('/')).includes('.');
  return mode === 'navigate' && (isView || pathname === '/index.html') ? 'page' : 'file';
}

/** How many versions are kept: a tab of the one before may still want its parts. */
const KEPT_VERSIONS = 2;

/** The versions that stay when one takes over, the newest first. */
export function versionsAfter(before: readonly string[], version: string): string[] {
  return [version, ...before.filter((other) => other !== version)].slice(0, KEPT_VERSIONS);
}
