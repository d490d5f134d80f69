import { type CalendarDate, daysBetween, splitDateTime } from '../../domain/dates.ts';
import { instantOf } from '../instant.ts';
import { longDateWords, momentWords } from '../words/moment.ts';
import { told } from '../words/say-conversation.ts';
import { dayOf } from './groups.ts';

const MINUTE_MS = 60_000;

/**
 * How long ago something was, or how far away it is.
 *
 * @param text an ISO 8601 date, or a date and a time
 * @param now in milliseconds
 * @param today the person's calendar date
 */
export function whenWords(text: string, now: number, today: CalendarDate): string {
  const days = daysBetween(today, dayOf(text));
  if (days !== 0 || splitDateTime(text).time === '') return told.relativeDays(days);
  return told.relativeMinutes((instantOf(text) - now) / MINUTE_MS);
}

/** The exact day or instant, as the person's locale writes it. */
export function exactWords(text: string): string {
  return splitDateTime(text).time === '' ? longDateWords(text) : momentWords(text);
}
