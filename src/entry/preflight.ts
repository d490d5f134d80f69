import { preflightHeaders } from './lambda-cors.ts';
import type { ProxyEvent } from './lambda-event.ts';

/** Answers the browsers that ask before they send, on every path: small, so that it starts at once. */
export async function handler({ multiValueHeaders }: Pick<ProxyEvent, 'multiValueHeaders'>) {
  const origins = (process.env.TOUCHBASE_ORIGINS ?? '').split(',');
  const [, [origin] = []] =
    Object.entries(multiValueHeaders ?? {}).find(([name]) => name.toLowerCase() === 'origin') ?? [];
  return { statusCode: 204, headers: preflightHeaders(origins, origin), body: '' };
}
