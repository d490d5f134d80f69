import type { AnyRecord } from '../../domain/noun.ts';
import { type NamedStage, stageOf } from '../../domain/stage-names.ts';
import type { Stage } from '../../domain/stages.ts';
import { sinceOf } from '../../domain/staleness.ts';

/** A stage and what is in it. */
export interface BoardColumn extends NamedStage {
  readonly records: readonly AnyRecord[];
}

/**
 * The columns of the board. In each the records keep their order, but of the closed ones the latest comes first. A hidden
 * stage is there only while something is in it.
 */
export function columnsOf(records: readonly AnyRecord[], stages: readonly NamedStage[]): readonly BoardColumn[] {
  const byStage = new Map<Stage, AnyRecord[]>(stages.map(({ stage }) => [stage, []]));
  for (const record of records) byStage.get(stageOf(record))?.push(record);
  byStage.set('closed', latestFirst(byStage.get('closed') ?? []));
  return stages
    .map((named) => ({ ...named, records: byStage.get(named.stage) ?? [] }))
    .filter(({ isHidden, records }) => !isHidden || records.length > 0);
}

/** Before which card of a column one that comes from another would stand; the number of cards where it is the last. */
export function placeIn({ stage, records }: BoardColumn, rankOf: (record: AnyRecord) => number, rank: number): number {
  if (stage === 'closed') return 0;
  const next = records.findIndex((record) => rankOf(record) > rank);
  return next < 0 ? records.length : next;
}

function latestFirst(closed: readonly AnyRecord[]): AnyRecord[] {
  return closed.toSorted((a, b) => (sinceOf(a) < sinceOf(b) ? 1 : -Number(sinceOf(a) > sinceOf(b))));
}
