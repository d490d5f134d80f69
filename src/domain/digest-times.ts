import { addDays, type CalendarDate, type Instant } from './dates.ts';
import type { Schedule } from './reminder-schedule.ts';
import { weekday } from './working-days.ts';
import { clockIn, reachedIn } from './zone.ts';

const QUARTER = 900_000;

/** So often a clock looks at what is due, in milliseconds. */
export const TICK_MS = QUARTER;

/** Quarters of an hour in a day of UTC, by which it is found who gets a digest now. */
export const SLOTS = 96;

/** After so many hours a digest that could not be sent is let go; so it is, earlier, when its day is over. */
export const LATEST_HOURS = 12;

/** The last digest that was sent: for which of the person's days, and when. */
export interface SentDigest {
  readonly day: CalendarDate;
  readonly at: Instant;
}

/** A digest to come: for which of the person's days, and from when on it may be sent. */
export interface DigestTime {
  readonly day: CalendarDate;
  readonly at: Instant;
}

/**
 * Whether a digest is to be sent now. There is one a day of the person, not before its time and at most `LATEST_HOURS`
 * after it, never on another day. One whose time lay before the last that was sent is none of its own: after a change of
 * zone it would repeat it.
 *
 * @param last the last one that was sent, whatever the settings were; null where none was
 */
export function isDue(schedule: Schedule, now: Instant, last: SentDigest | null): boolean {
  const instant = Date.parse(now);
  const { date: day } = clockIn(schedule.zone, instant);
  const at = digestAt(schedule, day);
  return at !== null && at <= instant && instant - at <= LATEST_HOURS * 4 * QUARTER && isAfter(last, day, at);
}

/**
 * The first moment from `now` on at which a digest is due: `now` itself where one is. Null where the quiet days never end.
 */
export function nextDigest(schedule: Schedule, now: Instant, last: SentDigest | null): DigestTime | null {
  const instant = Date.parse(now);
  const today = clockIn(schedule.zone, instant).date;
  if (isDue(schedule, now, last)) return { day: today, at: now };
  let day: CalendarDate | null = today;
  while (day !== null) {
    const at = digestAt(schedule, day);
    if (at !== null && at > instant && isAfter(last, day, at)) return { day, at: new Date(at).toISOString() };
    day = dayAfter(schedule, day);
  }
  return null;
}

/**
 * The first digest that is yet to come, from what a clock has not looked at for sure: of those whose time is more than a tick
 * ago, each was sent or had nothing to say.
 */
export function comingDigest(schedule: Schedule, now: Instant, last: SentDigest | null): DigestTime | null {
  const tick = new Date(Date.parse(now) - TICK_MS).toISOString();
  const at = last && Date.parse(last.at) > Date.parse(tick) ? last.at : tick;
  return nextDigest(schedule, now, { day: last?.day ?? NO_DAY, at });
}

/** Before all days. */
const NO_DAY = '0001-01-01';

/** The quarter of an hour of UTC, 0 to 95, in which the digest of a day falls; null where that day has none. */
export function slotOf(schedule: Schedule, day: CalendarDate): number | null {
  const at = digestAt(schedule, day);
  return at === null ? null : slotAt(at);
}

/** The quarter of an hour of UTC, 0 to 95, in which an instant lies. */
export function slotAt(instant: number): number {
  return Math.floor(instant / QUARTER) % SLOTS;
}

/**
 * The slots to be looked at by a clock that ticked last at `from` and does now: those that began since, after an outage no
 * more than those of which a digest may still be sent.
 */
export function slotsSince(from: Instant, now: Instant): readonly number[] {
  const last = Math.floor(Date.parse(now) / QUARTER);
  const first = Math.max(Math.floor(Date.parse(from) / QUARTER) + 1, last - LATEST_HOURS * 4);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => (first + place) % SLOTS);
}

/** So far back it is looked for the day of the last digest. */
const MOST_DAYS_BACK = 60;

/** The last day before another on which there was a digest to be sent. */
export function digestDayBefore(schedule: Schedule, day: CalendarDate): CalendarDate {
  for (let back = 1; back < MOST_DAYS_BACK; back++) {
    const before = addDays(day, -back);
    if (digestAt(schedule, before) !== null) return before;
  }
  return addDays(day, -MOST_DAYS_BACK);
}

/**
 * When the digest of a day is due, at a quarter of an hour, in milliseconds. Where the clocks skip its time it comes when
 * they are put forward, or right before that, where by then the day is over. Null: not on this day, or there is no such day.
 */
function digestAt({ zone, at, weekdays, quiet }: Schedule, day: CalendarDate): number | null {
  const isQuiet = quiet.some(({ from, to }) => from <= day && day <= to);
  if (isQuiet || !weekdays.has(weekday(day))) return null;
  const reached = Math.ceil(reachedIn(zone, { date: day, time: `${at}:00` }) / QUARTER) * QUARTER;
  return [reached, reached - QUARTER].find((instant) => clockIn(zone, instant).date === day) ?? null;
}

function isAfter(last: SentDigest | null, day: CalendarDate, at: number): boolean {
  return last === null || (day > last.day && at > Date.parse(last.at));
}

/** The day after, or that after the quiet days in which it is; null after the last that can be written. */
function dayAfter({ quiet }: Schedule, day: CalendarDate): CalendarDate | null {
  const span = quiet.find(({ from, to }) => from <= day && day <= to);
  const next = addDays(span?.to ?? day, 1);
  return next > day ? next : null;
}
