import { isEqual } from '../../domain/json.ts';
import type { Conflict } from './change.ts';
import type { Replica } from './replica.ts';

/** Conflicts that are none any more: what the other device wrote stands. Told anew with each change of their records. */
export function settledConflicts(replica: Pick<Replica, 'collection' | 'conflicts' | 'record'>): readonly Conflict[] {
  return replica.conflicts.value.filter((conflict) => {
    replica.collection(conflict.type).revision.value;
    const stands = replica.record(conflict);
    return stands?.deleted_at === null && isEqual(stands[conflict.field], conflict.theirs);
  });
}
