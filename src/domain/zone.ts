import { type CalendarDate, splitDateTime, utcMillis } from './dates.ts';
import type { ZoneName } from './zone-name.ts';

/** What the clocks of a zone show. */
export interface Clock {
  readonly date: CalendarDate;
  /** `HH:MM:SS` */
  readonly time: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What the clocks of a zone show at an instant, which is in milliseconds. */
export function clockIn(zone: ZoneName, instant: number): Clock {
  const shown = new Date(instant + offsetIn(zone, instant) * MINUTE).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 19) };
}

/**
 * The instant of what the clocks of a zone show, in milliseconds. A time that they skip is of the offset before (RFC 5545,
 * 3.3.5); of one that they show twice, the first.
 */
export function instantIn(zone: ZoneName, { date, time }: Clock): number {
  return instantOfClock(zone, Date.parse(`${date}T${time || '00:00'}Z`));
}

/**
 * The first instant at which the clocks of a zone show a time or a later one, in milliseconds: of a time that they skip, when
 * they are put forward. That may be on the next day, as when a zone changes to the other side of the date line.
 */
export function reachedIn(zone: ZoneName, clock: Clock): number {
  const shown = Date.parse(`${clock.date}T${clock.time}Z`);
  const instant = instantOfClock(zone, shown);
  const skipped = instant + offsetIn(zone, instant) * MINUTE - shown;
  if (skipped === 0) return instant;
  // Put forward by `skipped`, later than so long before: the change is found by halves, to the second.
  let [before, after] = [instant - skipped, instant];
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (offsetIn(zone, middle) === offsetIn(zone, after)) after = middle;
    else before = middle;
  }
  return after;
}

/**
 * The instant of an ISO 8601 date-time in milliseconds, by its own offset; without one it is what the clocks of `zone` show,
 * and a day alone is its beginning there.
 */
export function instantOf(text: string, zone: ZoneName): number {
  const { date, time, offset } = splitDateTime(text);
  return time === '' || offset === '' ? instantIn(zone, { date, time }) : utcMillis(text);
}

/** A time on the clocks of a zone as ISO 8601 with the offset that it has there: `2026-03-31T14:30:00+02:00`. */
export function withOffset(clock: Clock, zone: ZoneName): string {
  const { date, time } = clock;
  const offset = (Date.parse(`${date}T${time}Z`) - instantIn(zone, clock)) / MINUTE;
  return `${date}T${time}${offsetText(Math.round(offset))}`;
}

/** An offset in minutes as ISO 8601 writes it: `+05:30`; `Z` for none. */
export function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const pad = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

const offsets = new Map<string, Map<number, number>>();

/**
 * How far a zone is ahead of UTC at an instant, in minutes; one that nobody knows is UTC. Intl takes long to tell, and the
 * same days are asked for again and again: an offset that a day has at both of its ends is that of the whole day.
 */
export function offsetIn(zone: ZoneName, instant: number): number {
  if (zone === 'UTC') return 0;
  const day = Math.floor(instant / DAY);
  const offset = offsetOfDay(zone, day);
  return offset === offsetOfDay(zone, day + 1) ? offset : offsetAt(zone, instant);
}

function instantOfClock(zone: ZoneName, clock: number): number {
  const before = clock - offsetIn(zone, clock - DAY) * MINUTE;
  const after = clock - offsetIn(zone, clock + DAY) * MINUTE;
  const isRight = (instant: number) => instant + offsetIn(zone, instant) * MINUTE === clock;
  return !isRight(before) && isRight(after) ? after : before;
}

/** At the beginning of a day of UTC. */
function offsetOfDay(zone: ZoneName, day: number): number {
  const known = offsets.get(zone)?.get(day);
  if (known !== undefined) return known;
  const offset = offsetAt(zone, day * DAY);
  offsets.set(zone, (offsets.get(zone) ?? new Map<number, number>()).set(day, offset));
  return offset;
}

function offsetAt(zone: ZoneName, instant: number): number {
  const format = formatOf(zone);
  if (format === null) return 0;
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return (clock - Math.floor(instant / 1000) * 1000) / MINUTE;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: ZoneName): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = made(zone);
  formats.set(zone, format);
  return format;
}

function made(timeZone: ZoneName): Intl.DateTimeFormat | null {
  const whole = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...whole });
  } catch {
    return null;
  }
}
