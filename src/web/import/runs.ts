import { v7 } from 'uuid';
import type { Instant } from '../../domain/dates.ts';
import { importNoun } from '../../domain/import.ts';
import { type Run, runsOf } from '../../interop/import/runs.ts';
import { type Undo, undoOf } from '../../interop/import/undo.ts';
import { recordsOf } from '../records-of.ts';
import type { Replica } from '../sync/replica.ts';
import { askedOf } from './asked-of.ts';

/** The imports that were made, the newest first. */
export function runsIn(replica: Pick<Replica, 'collection'>): readonly Run[] {
  return runsOf(recordsOf(replica, importNoun));
}

/** Undoes an import as far as what it wrote still stands so. */
export function undoRun(replica: Replica, send: () => void, run: string, now: Instant): Undo {
  const parts = recordsOf(replica, importNoun).filter((part) => part.run === run);
  const undone = undoOf(parts, (type, id) => replica.record({ type, id }), { newId: () => v7(), at: now });
  replica.changeAll(undone.operations.map((operation) => askedOf(operation, now.slice(0, 10))));
  send();
  return undone;
}
