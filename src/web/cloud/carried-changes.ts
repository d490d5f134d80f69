import * as v from 'valibot';
import { OPERATIONS } from '../../domain/changes.ts';
import type { Touchbase } from '../touchbase.ts';
import type { Kept } from './kept.ts';
import { until } from './until.ts';

const carriedSchema = v.object({
  owner: v.nullable(v.string()),
  changes: v.array(
    v.object({
      type: v.string(),
      id: v.string(),
      operation: v.object({
        op: v.picklist(OPERATIONS),
        version: v.optional(v.number()),
        record: v.optional(v.record(v.string(), v.unknown())),
      }),
    }),
  ),
});

/**
 * Keeps changes that wait to be sent, while the page is left for the login.
 *
 * @param owner whose they are; null for a guest's, which become those of whoever signs in
 */
export function carry(kept: Kept, owner: string | null, { replica }: Pick<Touchbase, 'replica'>): void {
  const changes = replica.pending.peek();
  if (changes.length > 0) kept.carried = JSON.stringify({ owner, changes });
}

/** Makes the changes again that were kept, once what stands was read. Those of somebody else go on waiting. */
export async function takeUp(
  kept: Kept,
  owner: () => string | null,
  { replica, outbox, reader }: Pick<Touchbase, 'replica' | 'outbox' | 'reader'>,
): Promise<void> {
  const carried = v.safeParse(v.pipe(v.string(), v.parseJson(), carriedSchema), kept.carried);
  if (!carried.success) return;
  await until(() => reader.isReady.value);
  if (carried.output.owner !== null && carried.output.owner !== owner()) return;
  kept.carried = null;
  for (const { type, id, operation } of carried.output.changes) {
    if (replica.keeps(type)) replica.change({ type, id }, operation);
  }
  await outbox.send();
}
