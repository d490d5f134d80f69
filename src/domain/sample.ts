import type { CalendarDate } from './dates.ts';
import { median } from './median.ts';

/** From a day to another, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Out of how many a number was found, and whether they are too few to draw a conclusion from: fewer than five. */
export interface Sample {
  readonly n: number;
  readonly isSmall: boolean;
}

/** So many of `n`; the rate from 0 to 1, null where there are none to be a part of. */
export interface Share extends Sample {
  readonly part: number;
  readonly rate: number | null;
}

/** The middle of `n` spans of days, half a day where it lies between two of them; null where there are none. */
export interface Median extends Sample {
  readonly days: number | null;
}

const ENOUGH = 5;

/** How many a number was found from. */
export function sampleOf(n: number): Sample {
  return { n, isSmall: n < ENOUGH };
}

/** `part` of `n`. */
export function shareOf(part: number, n: number): Share {
  return { part, rate: n === 0 ? null : part / n, ...sampleOf(n) };
}

/** The median of spans of days, in any order. */
export function medianOf(spans: readonly number[]): Median {
  return { days: median(spans), ...sampleOf(spans.length) };
}

/** Whether a day is within a period; no day is in none. */
export function isIn({ from, to }: Period, day: CalendarDate | null): day is CalendarDate {
  return day !== null && day >= from && day <= to;
}
