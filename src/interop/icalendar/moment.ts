import { addDays, type CalendarDate, daysBetween, isCalendarDate } from '../../domain/dates.ts';
import { type Property, param } from '../content-line/property.ts';
import { textOf } from '../content-line/text-of-bytes.ts';

/** A day, or a day and a time as the clock shows it in a zone. */
export interface Moment {
  readonly date: CalendarDate;
  /** `HH:MM:SS`; empty where it is the whole day. */
  readonly time: string;
  /** `UTC`, or the zone as the file calls it; null: wherever the person is. */
  readonly zone: string | null;
}

const MOMENT = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z)?)?$/i;
/** Outlook lets zones begin in 1601; what is earlier is a mistake. */
const EARLIEST = '1600-01-01';
const DURATION = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/** The moments of a property such as DTSTART or EXDATE; of a period, its start. What is none is left out. */
export function momentsIn(property: Property): Moment[] {
  const zone = param(property, 'TZID') || null;
  return property.value.split(',').flatMap((value) => momentOf(textOf(value).replace(/\/.*$/, ''), zone) ?? []);
}

/** A date or a date-time of RFC 5545 (3.3.4, 3.3.5); null where it is none. */
export function momentOf(value: string, zone: string | null): Moment | null {
  const [, year, month, day, hours, minutes, seconds = '00', utc] = MOMENT.exec(value.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isCalendarDate(date) || date < EARLIEST) return null;
  if (hours === undefined) return { date, time: '', zone: null };
  const isTime = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 61;
  if (!isTime) return null;
  return { date, time: `${hours}:${minutes}:${seconds === '60' ? '59' : seconds}`, zone: utc ? 'UTC' : zone };
}

/** A duration (RFC 5545, 3.3.6) in minutes; null where it is none. */
export function minutesOf(duration: string): number | null {
  const [, sign, ...parts] = DURATION.exec(duration.trim()) ?? [];
  if (sign === undefined) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  const all = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + Math.round(seconds / 60);
  return sign === '-' ? -all : all;
}

/** Days since 1970-01-01. */
export function dayNumber(date: CalendarDate): number {
  return daysBetween('1970-01-01', date);
}

/** The date of a day since 1970-01-01. */
export function dateOfDay(day: number): CalendarDate {
  return addDays('1970-01-01', day);
}

/** A moment on the clock, as though it were UTC, in milliseconds. */
export function clockMillis({ date, time }: Pick<Moment, 'date' | 'time'>): number {
  return Date.parse(`${date}T${time || '00:00:00'}Z`);
}
