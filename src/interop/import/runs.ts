import type { Instant } from '../../domain/dates.ts';
import type { ImportPart } from '../../domain/import.ts';

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

/** The imports that some parts are of, the newest first. */
export function runsOf(parts: readonly ImportPart[]): readonly Run[] {
  const runs = [...Map.groupBy(parts, ({ run }) => run)].map(([run, all]) => runOf(run, all));
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
