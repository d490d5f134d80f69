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

/** The moment as the person's clock shows it, to the minute, with the offset that holds there. */
export function localMoment(at: Date): string {
  const pad = (part: number) => String(Math.abs(part)).padStart(2, '0');
  const offset = -at.getTimezoneOffset();
  const written = new Date(at.getTime() + offset * MINUTE_MS).toISOString().slice(0, 16);
  return `${written}:00${offset < 0 ? '-' : '+'}${pad(Math.trunc(offset / 60))}:${pad(offset % 60)}`;
}
