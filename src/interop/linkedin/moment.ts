import { type CalendarDate, isCalendarDate, isDateTime } from '../../domain/dates.ts';
import { withOffset } from '../../domain/zone.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const NUMERIC = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(UTC|Z)?$/;
const NAMED = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{2}|\d{4})$/i;
/** Always month first, whatever the language: LinkedIn writes it so for everybody. */
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?$/i;

/**
 * A date or a time as one of LinkedIn's files writes it: `2025-03-12 08:15:22 UTC`, `12 Mar 2025`, `3/12/25, 8:15 AM`.
 *
 * @param zone where a time is that has no zone
 * @returns ISO 8601: a date alone, or a date and a time with an offset; nothing where it is neither
 */
export function momentOf(text: string, zone: string): string | undefined {
  const written = text.trim();
  const moment = numeric(written, zone) ?? named(written) ?? american(written, zone);
  return moment !== undefined && isDateTime(moment) ? moment : undefined;
}

/** Only the day of it, as it was written. */
export function dayOf(text: string): CalendarDate | undefined {
  return momentOf(text, 'UTC')?.slice(0, 10);
}

function numeric(text: string, zone: string): string | undefined {
  const [, year, month, day, hours, minutes, seconds, utc] = NUMERIC.exec(text) ?? [];
  if (!year || !month || !day) return undefined;
  return joinedUp(dateOf(year, month, day), timeOf(hours, minutes, seconds), utc ? 'UTC' : zone);
}

function named(text: string): string | undefined {
  const [, day, month, year] = NAMED.exec(text) ?? [];
  if (!day || !month || !year) return undefined;
  return dateOf(year, String(MONTHS.indexOf(month.toLowerCase()) + 1), day);
}

function american(text: string, zone: string): string | undefined {
  const [, month, day, year, hours, minutes, seconds, half] = AMERICAN.exec(text) ?? [];
  if (!year || !month || !day) return undefined;
  return joinedUp(dateOf(year, month, day), timeOf(hours, minutes, seconds, half), zone);
}

function dateOf(year: string, month: string, day: string): CalendarDate {
  const whole = year.length === 2 ? `20${year}` : year;
  return `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function timeOf(hours?: string, minutes?: string, seconds = '00', half?: string): string {
  if (hours === undefined || minutes === undefined) return '';
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

function joinedUp(date: CalendarDate, time: string, zone: string): string | undefined {
  if (!isCalendarDate(date) || !isDateTime(`${date}T${time || '00:00'}`)) return undefined;
  return time === '' ? date : withOffset({ date, time }, zone);
}
