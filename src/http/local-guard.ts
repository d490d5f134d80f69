import type { MiddlewareHandler } from 'hono';
import type { Problem } from '../domain/errors.ts';
import { Refusal } from './problem.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps other people's web pages away from a server on this machine. A name of theirs that resolves to this machine
 * (DNS rebinding) is seen by `Host`; a request of their page by `Origin` and `Sec-Fetch-Site`
 * (https://www.w3.org/TR/fetch-metadata/). Programs that are no browsers send neither and pass.
 */
export const localOnly: MiddlewareHandler = async ({ req }, next) => {
  const host = req.header('Host') ?? '';
  if (!LOOPBACK_NAMES.has(host.replace(/:\d+$/, '').toLowerCase())) throw new Refusal(WRONG_HOST);
  const origin = req.header('Origin');
  if (origin !== undefined && origin !== `http://${host}`) throw new Refusal(FORBIDDEN_ORIGIN);
  if (isForeign(req.header('Sec-Fetch-Site')) && !isPageVisit(req.method, req.header('Sec-Fetch-Mode'))) {
    throw new Refusal(FORBIDDEN_ORIGIN);
  }
  await next();
};

function isForeign(site: string | undefined): boolean {
  return site === 'cross-site' || site === 'same-site';
}

/** Following a link to the app is harmless: the page that holds the link cannot read what is shown. */
function isPageVisit(method: string, mode: string | undefined): boolean {
  return method === 'GET' && mode === 'navigate';
}

const WRONG_HOST: Problem = {
  code: 'wrong_host',
  detail: 'This server answers to localhost only. Open it as http://localhost, with its port.',
};
const FORBIDDEN_ORIGIN: Problem = {
  code: 'forbidden_origin',
  detail: 'Only Touchbase’s own page may ask from a browser.',
};
