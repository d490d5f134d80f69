/** How long a token is at most: no longer text is looked at. */
const MOST = 200;
const encoder = new TextEncoder();

/**
 * Ends the mails of one workspace, without signing in: the workspace and a proof that we made it (HMAC, RFC 2104, with
 * SHA-256; base64url). It holds as long as the secret does, as a mail may be kept for years.
 *
 * @param secret of `Secrets`, for the purpose `unsubscribe`
 * @param workspace of letters, digits, `-` and `_`
 */
export async function unsubscribeToken(secret: string, workspace: string): Promise<string> {
  const proof = await crypto.subtle.sign('HMAC', await keyOf(secret), signed(workspace));
  return `${workspace}.${Buffer.from(proof).toString('base64url')}`;
}

/** The workspace of a token; undefined where we did not make it. */
export async function workspaceOfToken(secret: string, token: string): Promise<string | undefined> {
  const [workspace, proof] = /^([\w-]+)\.([\w-]{43})$/.exec(token.slice(0, MOST))?.slice(1) ?? [];
  if (!workspace || !proof) return undefined;
  const isOurs = await crypto.subtle.verify(
    'HMAC',
    await keyOf(secret),
    Buffer.from(proof, 'base64url'),
    signed(workspace),
  );
  return isOurs ? workspace : undefined;
}

function keyOf(secret: string) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign', 'verify']);
}

function signed(workspace: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`unsubscribe:${workspace}`);
}
