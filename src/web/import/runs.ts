import { v7 } from 'uuid';
import type { CalendarDate, Instant } from '../../domain/dates.ts';
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

interface When {
  readonly now: Instant;
  /** The person's calendar date. */
  readonly today: CalendarDate;
}

/** Undoes an import as far as what it wrote still stands so. */
export function undoRun(replica: Replica, send: () => void, run: string, { now, today }: When): Undo {
  const parts = recordsOf(replica, importNoun).filter((part) => part.run === run);
  const undone = undoOf(parts, (type, id) => replica.record({ type, id }), { newId: () => v7(), at: now });
  replica.changeAll(undone.operations.map((operation) => askedOf(operation, today)));
  send();
  return undone;
}
