import { v7 } from 'uuid';
import { partsInSteps } from '../../interop/import/parts.ts';
import type { Plan } from '../../interop/import/plan.ts';
import { askedOf } from './asked-of.ts';
import { Breath } from './breath.ts';
import type { SessionParts } from './import-session.ts';
import { wayBackOf } from './runs.ts';
import { doneInSlices } from './slices.ts';

interface Watch {
  readonly isCancelled: () => boolean;
  readonly tell: (done: number, all: number) => void;
}

/**
 * Makes the parts of a plan in the replica, which sends them later.
 *
 * @returns the run, by which all of it can be undone; null where it was cancelled, and is undone
 * @throws what went wrong in the midst of it; what was made is undone
 */
export async function applyHere(
  plan: Plan,
  named: { readonly name: string; readonly format: string },
  { replica, send, today }: SessionParts,
  { isCancelled, tell }: Watch,
): Promise<string | null> {
  const packing = partsInSteps(plan, { ...named, newId: () => v7() });
  const parts = (await doneInSlices(packing, { isCancelled, tell: () => {} })) ?? [];
  const run = String(parts[0]?.record.record?.run);
  const all = parts.reduce((count, { operations }) => count + operations.length, 0);
  const breath = new Breath();
  const takeBack = () => {
    replica.changeAll(wayBackOf(replica, run, { now: new Date().toISOString(), today: today() }).asked);
    send();
  };
  let done = 0;
  try {
    for (const { record, operations } of parts) {
      if (isCancelled()) break;
      // First what tells how to undo it: without that nothing of it is made.
      const [kept] = replica.changeAll([askedOf(record, today())]);
      if (kept && 'problem' in kept) throw new Error(kept.problem.detail);
      replica.changeAll(operations.map((operation) => askedOf(operation, today())));
      done += operations.length;
      tell(done, all);
      send();
      await breath.now();
    }
  } catch (error) {
    takeBack();
    throw error;
  }
  if (!isCancelled()) return run;
  if (done > 0) takeBack();
  return null;
}
