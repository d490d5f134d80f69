import { type CalendarDate, daysBetween, localDate, splitDateTime } from '../../domain/dates.ts';
import type { Happened } from '../../domain/timeline.ts';
import { instantOf } from '../instant.ts';

/** What happened on one day, or in one month where that is longer ago. */
export interface Group {
  /** The day, or the month as `YYYY-MM`. */
  readonly key: string;
  readonly entries: readonly Happened[];
}

/** So many days have each a heading of their own. */
const DAYS = 7;
const MINUTE_MS = 60_000;

/** The person's calendar date of a date-time: of an instant it is the date where they are. */
export function dayOf(text: string): CalendarDate {
  const { date, time, offset } = splitDateTime(text);
  return time === '' || offset === '' ? date : localDate(new Date(instantOf(text)));
}

/**
 * What happened by day and by month as the person lived it, the newest first.
 *
 * @param most so many entries at the most
 */
export function groupsOf(happened: readonly Happened[], today: CalendarDate, most?: number): readonly Group[] {
  const dated = happened.map((entry) => ({ entry, day: dayOf(entry.at), at: instantIn(entry.at) }));
  const sorted = dated
    .sort((a, b) => compare(b.day, a.day) || b.at - a.at || rankOf(a.entry) - rankOf(b.entry))
    .slice(0, most);
  const groups = Map.groupBy(sorted, ({ day }) => (daysBetween(day, today) < DAYS ? day : day.slice(0, 7)));
  return [...groups].map(([key, entries]) => ({ key, entries: entries.map(({ entry }) => entry) }));
}

/** The minute within its day: what is known to the day alone stands above what has a time. */
function instantIn(text: string): number {
  return splitDateTime(text).time === '' ? Number.MAX_VALUE : Math.floor(instantOf(text) / MINUTE_MS);
}

/** What was logged in the minute in which its contact was added came after that. */
function rankOf({ kind }: Happened): number {
  return Number(kind === 'added');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
