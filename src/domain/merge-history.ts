import { type Dated, rowsOf } from './history.ts';
import { isEqual, type JsonObject } from './json.ts';
import { leftoversOf, type Merged } from './merge-values.ts';
import type { AnyRecord, Noun } from './noun.ts';
import { STAGE_KEYS } from './stages.ts';

interface Row extends Dated {
  readonly [name: string]: unknown;
}

/** What a history and the fields that it is of are after a merge, and the names of all fields that are told thereby. */
export interface MergedHistory extends Merged {
  readonly names: readonly string[];
}

const ORDER: readonly unknown[] = STAGE_KEYS;
const APPLIED = 'applied';
const CLOSED = ORDER.indexOf('closed');

/**
 * Merges the histories of two records in the order of their dates; what both say is there once. The merged record stands
 * as the one that moved last, and a last row says so. But an application that is only saved has not moved, and of two open
 * ones the further counts.
 *
 * A day of applying without a row gets one if the other record has one, so that the first of both days is that of applying.
 */
export function mergedHistory(noun: Noun, kept: AnyRecord, other: AnyRecord): MergedHistory {
  if (!noun.history) return { values: {}, leftovers: [], names: [] };
  const { field, of } = noun.history;
  const [ours, theirs] = [rowsOf<Row>(kept, field), rowsOf<Row>(other, field)];
  const isApplied = [...ours, ...theirs].some(({ stage }) => stage === APPLIED);
  const [ahead, behind] = isAhead(noun.history, other, kept) ? [other, kept] : [kept, other];
  const stand = Object.fromEntries(of.map((name) => [name, ahead[name] ?? null]));
  const rows = endingIn(
    stand,
    isApplied ? interleaved(withApplied(kept, ours), withApplied(other, theirs)) : interleaved(ours, theirs),
  );
  const isTold = (name: string, value: unknown) => stand[name] === value || rows.some((row) => row[name] === value);
  return {
    values: { ...stand, [field]: rows },
    leftovers: leftoversOf(of, behind, isTold),
    names: [field, ...of, ...(isApplied ? ['applied_on'] : [])],
  };
}

function isAhead(history: NonNullable<Noun['history']>, one: AnyRecord, other: AnyRecord): boolean {
  const [place, otherPlace] = [placeOf(history, one), placeOf(history, other)];
  const areOpen = place < CLOSED && otherPlace < CLOSED;
  return areOpen || place < 1 || otherPlace < 1 ? place > otherPlace : lastDay(history, one) > lastDay(history, other);
}

/** Of an application its stage; a status has no order, so it is as one that is closed: the later counts. */
function placeOf({ of }: NonNullable<Noun['history']>, record: AnyRecord): number {
  if (of.includes('stage')) return stageOrder(record.stage);
  return of.some((name) => record[name]) ? CLOSED : 0;
}

function lastDay({ field }: NonNullable<Noun['history']>, record: AnyRecord): string {
  return rowsOf<Row>(record, field).at(-1)?.on ?? '';
}

function withApplied({ applied_on: on }: AnyRecord, rows: readonly Row[]): readonly Row[] {
  if (typeof on !== 'string' || rows.some(({ stage }) => stage === APPLIED)) return rows;
  return interleaved(rows, [{ stage: APPLIED, outcome: null, on }]);
}

/** Of one day, what comes first in an application comes first; the order of each history stays. */
function interleaved(ours: readonly Row[], theirs: readonly Row[]): readonly Row[] {
  const [left, right] = [[...ours], theirs.filter((row) => !ours.some((one) => isEqual(one, row)))];
  const rows: Row[] = [];
  for (let [a, b] = [left[0], right[0]]; a || b; [a, b] = [left[0], right[0]]) {
    const isTheirs = b && (!a || b.on < a.on || (b.on === a.on && stageOrder(b.stage) < stageOrder(a.stage)));
    rows.push(...(isTheirs ? right : left).splice(0, 1));
  }
  return rows;
}

function endingIn(stand: JsonObject, rows: readonly Row[]): readonly Row[] {
  const last = rows.at(-1);
  const isSo = !last || Object.keys(stand).every((name) => isEqual(last[name] ?? null, stand[name]));
  return isSo ? rows : [...rows, { ...stand, on: last.on }];
}

function stageOrder(stage: unknown): number {
  return ORDER.indexOf(stage);
}
