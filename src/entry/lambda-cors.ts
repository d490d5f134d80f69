/** What the web app sends: it signs with Signature Version 4. */
const SENT = 'Authorization, Content-Type, If-Match, X-Amz-Content-Sha256, X-Amz-Date, X-Amz-Security-Token';
const METHODS = 'GET, POST, PUT, PATCH, DELETE';

/** What a page of the web app may read of an answer. */
const EXPOSED = 'Link, ETag, Location, Date, x-amzn-RequestId, Retry-After';

/** As long as a browser remembers: two hours, in seconds. */
const MAX_AGE = '7200';

/**
 * The headers that let pages of our own origins read an answer (https://fetch.spec.whatwg.org/#http-cors-protocol).
 * Another origin is told nothing.
 */
export function corsHeaders(origins: readonly string[], origin: string | undefined): Readonly<Record<string, string>> {
  if (origin === undefined || !origins.includes(origin)) return { Vary: 'Origin' };
  return { Vary: 'Origin', 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED };
}

/** Those of the answer to a browser that asks before it sends (https://fetch.spec.whatwg.org/#cors-preflight-request). */
export function preflightHeaders(origins: readonly string[], origin: string | undefined) {
  const headers = corsHeaders(origins, origin);
  if (!('Access-Control-Allow-Origin' in headers)) return headers;
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': headers['Access-Control-Allow-Origin'],
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': SENT,
    'Access-Control-Max-Age': MAX_AGE,
  };
}
