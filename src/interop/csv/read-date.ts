import { addDays, type CalendarDate, daysBetween, isCalendarDate } from '../../domain/dates.ts';
import { monthNamed } from './month-names.ts';

/** In which order a column writes its dates; `serial`: as days since 1900, as Excel keeps them. */
export type DateOrder = 'day_first' | 'month_first' | 'year_first' | 'serial';

/** How the dates of a column are read. */
export interface DateReading {
  readonly order: DateOrder;
  /** Tells the year where none is written: the one that brings the date nearest. */
  readonly today: CalendarDate;
  /** Whether it is a date of what has happened: without a year it is the last such day. */
  readonly isPast?: boolean;
}

interface Parts {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

const TIME =
  /[T,\s]+(\d{1,2})[:.h](\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?$/i;
const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})\.?$/;
const NUMBERS = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2})?)?$/;
const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;

/** Excel’s day 0, which counts a 29 February 1900 that never was. */
const DAY_ZERO = '1899-12-30';
/** From 1954 to 2119: what a job seeker's table can hold. */
const SERIALS = { first: 20_000, last: 80_000 };

/** Two digits from here on are of the last century. */
const LAST_CENTURY = 70;

/**
 * A date, or a date with a time, as a spreadsheet or a person writes it.
 *
 * @returns ISO 8601, with an offset where one is written; undefined where it is no date
 */
export function readDate(text: string, reading: DateReading): string | undefined {
  const bare = text.trim();
  if (reading.order === 'serial') return serialDate(bare);
  const time = TIME.exec(bare);
  const parts = partsOf(time ? bare.slice(0, time.index) : bare, reading.order);
  const date = parts && dateOf(parts, reading);
  if (date === undefined || !time) return date;
  const clock = clockOf(time);
  return clock === undefined ? undefined : `${date}T${clock}`;
}

/** What a date tells of the order of its column: which orders it can be in, none where it is no date in numbers. */
export function ordersOf(text: string): readonly DateOrder[] {
  const bare = text.trim();
  const serial = SERIAL.exec(bare);
  if (serial) return isSerial(Number(serial[1])) ? ['serial'] : [];
  const date = bare.replace(TIME, '');
  if (YEAR_FIRST.test(date)) return ['year_first'];
  const [, first, second] = NUMBERS.exec(date) ?? [];
  if (first === undefined) return [];
  const orders: DateOrder[] = [];
  if (isDay(Number(first)) && isMonth(Number(second))) orders.push('day_first');
  if (isMonth(Number(first)) && isDay(Number(second))) orders.push('month_first');
  return orders;
}

/** Whether a text reads differently by the other order. */
export function isAmbiguous(text: string): boolean {
  const [, first, second] = NUMBERS.exec(text.trim().replace(TIME, '')) ?? [];
  return first !== second && ordersOf(text).length > 1;
}

function partsOf(text: string, order: DateOrder): Parts | undefined {
  const iso = YEAR_FIRST.exec(text);
  if (iso && (iso[2] !== '' || text.length === 8))
    return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };
  const numbers = NUMBERS.exec(text);
  if (!numbers) return wordsOf(text);
  const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), fullYear(numbers[3])];
  const isMonthFirst = (order === 'month_first' && isMonth(first)) || !isMonth(second);
  return isMonthFirst ? { year, month: first, day: second } : { year, month: second, day: first };
}

/** `31. März 2026`, `Tue, March 31st, 2026`, `31 de marzo de 2026`, `31-Mar-26`. */
function wordsOf(text: string): Parts | undefined {
  const words = text.match(/\p{L}+\.?|\d+/gu) ?? [];
  const month = words.map(monthNamed).find((one) => one !== undefined);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  if (month === undefined || text.length > 60 || numbers.length < 1 || numbers.length > 2) return undefined;
  const [first = '', second] = numbers;
  if (first.length === 4) return { year: Number(first), month, day: Number(second ?? Number.NaN) };
  return { year: fullYear(second), month, day: Number(first) };
}

function fullYear(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year >= LAST_CENTURY ? 1900 : 2000);
}

function dateOf({ year, month, day }: Parts, { today, isPast }: DateReading): CalendarDate | undefined {
  const written = (one: number) =>
    `${String(one).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year !== undefined) return isCalendarDate(written(year)) ? written(year) : undefined;
  const now = Number(today.slice(0, 4));
  const near = [now - 1, now, now + 1].map(written).filter((one) => isCalendarDate(one) && !(isPast && one > today));
  return near.sort((one, other) => distance(one, today) - distance(other, today))[0];
}

function distance(one: CalendarDate, other: CalendarDate): number {
  return Math.abs(daysBetween(one, other));
}

function clockOf([, hours = '', minutes = '', seconds, half, zone = '']: RegExpExecArray): string | undefined {
  const isAfternoon = half?.toLowerCase() === 'p';
  const hour = half ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const offset = /^(utc|gmt)$/i.test(zone) ? 'Z' : zone.toUpperCase();
  return `${String(hour).padStart(2, '0')}:${minutes}${seconds ? `:${seconds}` : ''}${offset}`;
}

function serialDate(text: string): string | undefined {
  const [, days, part] = SERIAL.exec(text) ?? [];
  if (days === undefined || !isSerial(Number(days))) return undefined;
  const date = addDays(DAY_ZERO, Number(days));
  if (part === undefined || Number(part) === 0) return date;
  const minutes = Math.min(Math.round(Number(`0.${part}`) * 1440), 1439);
  return `${date}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function isSerial(days: number): boolean {
  return days >= SERIALS.first && days <= SERIALS.last;
}

function isMonth(one: number): boolean {
  return one >= 1 && one <= 12;
}

function isDay(one: number): boolean {
  return one >= 1 && one <= 31;
}
