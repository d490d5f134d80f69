import { type CalendarDate, splitDateTime } from '../../domain/dates.ts';
import { instantOf } from '../instant.ts';

// A calendar date is written in UTC from its UTC midnight, so that no time zone can move it.
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A calendar date as the person's locale writes it. */
export function dateWords(date: CalendarDate): string {
  return day.format(Date.parse(date));
}

/** A calendar date with its weekday. */
export function longDateWords(date: CalendarDate): string {
  return longDay.format(Date.parse(date));
}

/** An ISO 8601 date-time as the person's locale writes it, in the person's own time zone; a date alone stays a date. */
export function momentWords(text: string): string {
  const { date, time } = splitDateTime(text);
  return time ? minute.format(instantOf(text)) : dateWords(date);
}
