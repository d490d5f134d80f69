import { NOUNS } from '../../domain/nouns.ts';
import { BatchAnswer } from '../../interop/archive/batch-answer.ts';
import type { ReadRecords } from '../../interop/archive/read-records.ts';
import { type Reinstating, type Restored, restoreAll } from '../../interop/archive/restore.ts';
import { answerOf, bodyOf } from '../sync/server.ts';

/**
 * Puts the records of an export back, over the API: they are confirmed before the person is told so.
 *
 * @throws Unreachable where the server does not answer; what is back stays, and the rest can be put back again
 */
export function restoreHere(
  records: ReadRecords,
  request: typeof fetch,
  tell: (done: number, all: number) => void,
): Promise<Restored> {
  const send = async (operations: readonly Reinstating[]) => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ operations });
    const signal = AbortSignal.timeout(30_000);
    const response = await answerOf(request('/v1/batch', { method: 'POST', headers, body, signal }));
    return (await bodyOf(response, BatchAnswer)).results;
  };
  return restoreAll(NOUNS, records, send, tell);
}
