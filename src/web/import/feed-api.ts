import * as v from 'valibot';
import { answerOf, bodyOf } from '../sync/server.ts';

/** The calendar's part of the API. Each fails with `Unreachable` where there is no answer. */
export interface FeedApi {
  /** Since when there is an address; null where there is none. */
  madeAt(): Promise<string | null>;
  /** A new address, in the place of any before it. */
  make(): Promise<string>;
  revoke(): Promise<void>;
}

const madeSchema = v.object({ made_at: v.nullable(v.string()) });
const feedSchema = v.object({ url: v.string() });

const PATH = '/v1/calendar-feed';

/** @param request takes the paths of the API as `fetch` does */
export function feedApi(request: typeof fetch): FeedApi {
  const ask = (method: string) => answerOf(request(PATH, { method, signal: AbortSignal.timeout(30_000) }));
  return {
    madeAt: async () => (await bodyOf(await ask('GET'), madeSchema)).made_at,
    make: async () => (await bodyOf(await ask('POST'), feedSchema)).url,
    revoke: async () => {
      const response = await ask('DELETE');
      if (!response.ok) await bodyOf(response, v.unknown());
    },
  };
}
