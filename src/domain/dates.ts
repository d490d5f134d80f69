/** A calendar date, `YYYY-MM-DD`, with no time zone (ISO 8601-1, 5.2.2.1). */
export type CalendarDate = string;

/** An instant in UTC as `Date.toISOString` writes it: `2026-01-31T09:30:00.000Z`. */
export type Instant = string;

export const LAST_DATE: CalendarDate = '9999-12-31';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/;
const OFFSET = /^(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)$/;
const DATE_TIME = /^([^T]+)(?:T([^Z+-]+)(.*))?$/;
const DAY_MS = 86_400_000;

/** Whether `text` is a date that exists: 2026-02-30 does not. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  const at = new Date(`${text}T00:00:00Z`);
  return at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day);
}

/** Whether `text` is an ISO 8601 date, or a date and a time, with or without an offset. */
export function isDateTime(text: string): boolean {
  const { date, time, offset } = splitDateTime(text);
  if (!isCalendarDate(date)) return false;
  if (!text.includes('T')) return true;
  return TIME.test(time) && (offset === '' || OFFSET.test(offset));
}

export interface DateTimeParts {
  readonly date: CalendarDate;
  /** `HH:MM`, `HH:MM:SS` or with fractions; empty where only the day is known. */
  readonly time: string;
  /** `Z`, `+02:00` …; empty where none was given. */
  readonly offset: string;
}

/** The parts of an ISO 8601 date-time, as written; `joinDateTime` gives the same text back. */
export function splitDateTime(text: string): DateTimeParts {
  const [, date = '', time = '', offset = ''] = DATE_TIME.exec(text) ?? [];
  return { date, time, offset };
}

/** Puts a date-time together; without a time it is a date alone, without a date it is empty. */
export function joinDateTime({ date, time, offset }: DateTimeParts): string {
  if (!date || !time) return date;
  return `${date}T${time}${offset}`;
}

/** The instant of an ISO 8601 date-time in milliseconds; one without an offset is read as UTC, a date alone as its start. */
export function utcMillis(text: string): number {
  const { date, time, offset } = splitDateTime(text);
  return Date.parse(`${date}T${time || '00:00'}${isoOffset(offset) || 'Z'}`);
}

/** Whether one moment is after another; where one of them is a day alone, whether its day is. */
export function isLater(one: string, other: string): boolean {
  return compareMoments(momentOf(one), momentOf(other)) > 0;
}

/** A moment taken apart once, to be compared with many. */
export interface Moment {
  readonly date: CalendarDate;
  /** In milliseconds since 1970; null of a day alone. */
  readonly at: number | null;
}

export function momentOf(text: string): Moment {
  const { date, time } = splitDateTime(text);
  return { date, at: time === '' ? null : utcMillis(text) };
}

/** Above zero where one is after the other; where one of them is a day alone, their days are compared. */
export function compareMoments(one: Moment, other: Moment): number {
  if (one.at !== null && other.at !== null) return one.at - other.at;
  return one.date > other.date ? 1 : one.date < other.date ? -1 : 0;
}

/** An offset as every `Date.parse` takes it: `+0200` and `+02` are `+02:00`. */
export function isoOffset(offset: string): string {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return sign ? `${sign}${hours}:${minutes}` : offset;
}

/** The date `days` after `date` (before it, where negative), no later than the last that can be written. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const at = Math.min(Date.parse(date) + days * DAY_MS, Date.parse(LAST_DATE));
  return new Date(at).toISOString().slice(0, 10);
}

/** How many days `to` comes after `from`; negative where it comes before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The calendar date of `at` in the time zone of this process: for programs that run where the person is. */
export function localDate(at: Date): CalendarDate {
  const pad = (part: number, width: number) => String(part).padStart(width, '0');
  return `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1, 2)}-${pad(at.getDate(), 2)}`;
}
