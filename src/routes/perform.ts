import type { Outcome } from '../domain/changes.ts';
import { isEqual } from '../domain/json.ts';
import type { AnyRecord, Noun } from '../domain/noun.ts';
import { type ApiOperation, applyAny } from '../domain/reinstate.ts';
import type { Services } from '../http/route.ts';

const ATTEMPTS = 5;

/**
 * Carries out one change to one record: reads it, applies the change, and keeps the result if nobody wrote in between;
 * otherwise again. The only path by which a record is written.
 *
 * @param read the record as it was read already; absent: it is read here
 */
export async function perform(
  { store, now }: Pick<Services, 'store' | 'now'>,
  workspace: string,
  noun: Noun,
  id: string,
  operation: ApiOperation,
  read?: { readonly record?: AnyRecord | undefined },
): Promise<Outcome> {
  const { type } = noun;
  const current = async () => (await store.get(workspace, [{ type, id }]))[0];
  let standing = read ? read.record : await current();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const outcome = applyAny(noun, standing, operation, { id, now: now().toISOString() });
    if ('problem' in outcome || !outcome.changed) return outcome;
    const { record } = outcome;
    if (await store.put(workspace, { type, id, record }, standing?.version ?? 0)) return outcome;
    standing = await current();
    // A store that lost its answer and tried again has met its own write.
    if (isEqual(standing, record)) return outcome;
  }
  return {
    problem: { code: 'busy', detail: `Others keep changing this ${noun.singular}. Nothing was changed: try again.` },
  };
}
