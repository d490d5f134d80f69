import { v7 } from 'uuid';
import type { Instant } from '../../domain/dates.ts';
import { type ImportPart, importNoun } from '../../domain/import.ts';
import { type Undo, undoOf } from '../../interop/import/undo.ts';
import { recordsOf } from '../records-of.ts';
import type { Replica } from '../sync/replica.ts';
import { askedOf } from './asked-of.ts';

/** An import that was made, with all its parts. */
export interface Run {
  readonly run: string;
  readonly name: string;
  readonly format: string;
  readonly at: Instant;
  /** How many records it made and changed. */
  readonly created: number;
  readonly edited: number;
  readonly undoneAt: Instant | null;
  /** Whether all of its parts are here: one that was broken off has fewer. */
  readonly isWhole: boolean;
}

/** The imports that were made, the newest first. */
export function runsIn(replica: Pick<Replica, 'collection'>): readonly Run[] {
  const parts = Map.groupBy(recordsOf(replica, importNoun), ({ run }) => run);
  const runs = [...parts].map(([run, all]) => runOf(run, all));
  return runs.sort((one, other) => (one.at < other.at ? 1 : -1));
}

function runOf(run: string, parts: readonly ImportPart[]): Run {
  const steps = parts.flatMap((part) => part.steps);
  const [first] = parts.toSorted((one, other) => one.part - other.part);
  if (!first) throw new Error('A run has parts.');
  return {
    run,
    name: first.name,
    format: first.format ?? '',
    at: first.created_at,
    created: steps.filter(({ act }) => act === 'created').length,
    edited: steps.filter(({ act }) => act === 'edited').length,
    undoneAt: parts.every(({ undone_at }) => undone_at !== null) ? first.undone_at : null,
    isWhole: parts.length === first.parts,
  };
}

/** Undoes an import as far as what it wrote still stands so. */
export function undoRun(replica: Replica, send: () => void, run: string, now: Instant): Undo {
  const parts = recordsOf(replica, importNoun).filter((part) => part.run === run);
  const undone = undoOf(parts, (type, id) => replica.record({ type, id }), { newId: () => v7(), at: now });
  replica.changeAll(undone.operations.map((operation) => askedOf(operation, now.slice(0, 10))));
  send();
  return undone;
}
