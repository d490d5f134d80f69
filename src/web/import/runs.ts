import { v7 } from 'uuid';
import type { CalendarDate, Instant } from '../../domain/dates.ts';
import { importNoun } from '../../domain/import.ts';
import { type Run, runsOf } from '../../interop/import/runs.ts';
import { type Undo, undoOf } from '../../interop/import/undo.ts';
import { recordsOf } from '../records-of.ts';
import type { Asked, Replica } from '../sync/replica.ts';
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

/** How to undo an import as far as what it wrote still stands so. */
export function wayBackOf(
  replica: Replica,
  run: string,
  { now, today }: When,
): Pick<Undo, 'kept'> & { asked: Asked[] } {
  const parts = recordsOf(replica, importNoun).filter((part) => part.run === run);
  const way = undoOf(parts, (type, id) => replica.record({ type, id }), { newId: () => v7(), at: now });
  return { kept: way.kept, asked: way.operations.map((operation) => askedOf(operation, today)) };
}
