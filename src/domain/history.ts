import type { CalendarDate } from './dates.ts';
import type { JsonObject } from './json.ts';

/** What every row of a history has: the day from which it held. */
export interface Dated {
  readonly on: CalendarDate;
}

/** So many rows are kept: the oldest go first. */
export const MOST_ROWS = 200;

/**
 * A history with one more row. Who says that something happened on an earlier day than what was written down before it
 * knows better: the rows before it happened no later than it.
 */
export function withRow<Row extends Dated>(history: readonly Row[], row: Row): readonly Row[] {
  const earlier = history.map((one) => (one.on > row.on ? { ...one, on: row.on } : one));
  return [...earlier, row].slice(-MOST_ROWS);
}

/** The place of the first row that is dated before the one above it; -1 where all are in order. */
export function misplacedRow(history: readonly Dated[]): number {
  return history.findIndex(({ on }, index) => index > 0 && on < (history[index - 1]?.on ?? on));
}

/** The rows of a history field as it stands in a record. */
export function rowsOf<Row>(values: JsonObject | undefined, name: string): readonly Row[] {
  const rows = values?.[name];
  return Array.isArray(rows) ? rows : [];
}
