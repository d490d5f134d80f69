import { type CalendarDate, splitDateTime } from '../../domain/dates.ts';
import { instantOf } from '../instant.ts';

// A calendar date is written in UTC from its UTC midnight, so that no time zone can move it.
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** So many are remembered: more than are ever on the screen. */
const MOST = 2000;

/** A calendar date as the person's locale writes it. */
export const dateWords: (date: CalendarDate) => string = remembering((date) => day.format(Date.parse(date)));

/** A calendar date where there is little room: without its year, where that is this year. */
export function shortDateWords(date: CalendarDate, today: CalendarDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(date) : dateWords(date);
}

const dayAndMonth = remembering((date) => dayOfYear.format(Date.parse(date)));

/** A calendar date with its weekday. */
export const longDateWords: (date: CalendarDate) => string = remembering((date) => longDay.format(Date.parse(date)));

/** An ISO 8601 date-time as the person's locale writes it, in the person's own time zone; a date alone stays a date. */
export const momentWords: (text: string) => string = remembering((text) => {
  const { date, time } = splitDateTime(text);
  return time ? minute.format(instantOf(text)) : dateWords(date);
});

/** The same function, quick for what it was asked before: to format takes longer than to draw. */
function remembering(format: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const words = format(text);
    known.set(text, words);
    return words;
  };
}
