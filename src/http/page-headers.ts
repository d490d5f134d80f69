import type { MiddlewareHandler } from 'hono';

/**
 * No script, style or request but our own, and no text ever becomes script: https://www.w3.org/TR/CSP3/.
 *
 * @param services other origins that the page may send requests to
 */
export function contentSecurityPolicy(services: readonly string[]): string {
  return POLICY.map((directive) => [directive, ...(directive === CONNECT ? services : [])].join(' ')).join('; ');
}

const CONNECT = "connect-src 'self'";
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  CONNECT,
  "img-src 'self' data:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The one address of a script that the page writes: that of its service worker.
  'trusted-types touchbase-worker',
];

/** What protects a page besides its policy. */
export const OTHER_PAGE_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** What protects a page that asks no other service for anything. */
export const PAGE_HEADERS = { 'Content-Security-Policy': contentSecurityPolicy([]), ...OTHER_PAGE_HEADERS };

/** Puts the headers that protect a page on every answer. */
export const pageHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(PAGE_HEADERS)) context.res.headers.set(name, value);
};
