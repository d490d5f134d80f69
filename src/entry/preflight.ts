import type { ProxyEvent } from './lambda.ts';
import { preflightHeaders } from './lambda-cors.ts';

/** Answers the browsers that ask before they send, on every path: small, so that it starts at once. */
export async function handler({ headers }: Pick<ProxyEvent, 'headers'>) {
  const origins = (process.env.TOUCHBASE_ORIGINS ?? '').split(',');
  const [, origin] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'origin') ?? [];
  return { statusCode: 204, headers: preflightHeaders(origins, origin), body: '' };
}
