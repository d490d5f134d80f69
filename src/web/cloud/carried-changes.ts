import * as v from 'valibot';
import { keptOperation } from '../sync/change.ts';
import type { Touchbase } from '../touchbase.ts';
import type { Kept } from './kept.ts';
import { until } from './until.ts';

const carriedSchema = v.object({
  owner: v.nullable(v.string()),
  keptIn: v.nullable(v.string()),
  changes: v.array(
    v.object({
      type: v.string(),
      id: v.string(),
      operation: keptOperation,
    }),
  ),
});

/** What is needed of the app: whose records it shows, and which of them this browser keeps. */
type Carrying = Pick<Touchbase, 'replica'> & { readonly home: Pick<Touchbase['home'], 'replica'> };

/**
 * Keeps changes that wait to be sent, while the page is left for the login.
 *
 * @param isGuest a guest's changes become those of whoever signs in; those of a person stay with their replica
 */
export function carry(kept: Kept, isGuest: boolean, { home, replica }: Carrying): void {
  const changes = replica.pending.peek();
  const keptIn = replica.keeper.unkept.peek() === null ? home.replica : null;
  if (changes.length > 0) kept.carried = JSON.stringify({ owner: isGuest ? null : home.replica, keptIn, changes });
}

/**
 * Makes the changes again that were kept, once what stands was read. Those of somebody else go on waiting; those that wait
 * in the outbox of this very replica are not made twice.
 */
export async function takeUp(
  kept: Kept,
  { home, replica, outbox, reader }: Carrying & Pick<Touchbase, 'outbox' | 'reader'>,
): Promise<void> {
  const carried = v.safeParse(v.pipe(v.string(), v.parseJson(), carriedSchema), kept.carried);
  if (!carried.success) return;
  const { owner, keptIn, changes } = carried.output;
  if (owner !== null && owner !== home.replica) return;
  await until(() => reader.isReady.value);
  kept.carried = null;
  if (keptIn === home.replica) return;
  for (const { type, id, operation } of changes) {
    if (replica.keeps(type)) replica.change({ type, id }, operation);
  }
  await outbox.send();
}
