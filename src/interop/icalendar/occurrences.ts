import { addDays, type CalendarDate } from '../../domain/dates.ts';
import type { Component } from './components.ts';
import { dateOfDay, dayNumber, type Moment, momentOf, momentsIn } from './moment.ts';
import { daysOf } from './recurrence.ts';
import { type Rule, ruleOf } from './rule.ts';
import type { Zones } from './zones.ts';

/** Of what repeats, so many days back and ahead are read. */
export const DAYS_BACK = 366;
export const DAYS_AHEAD = 30;

const UNREAD = 'repeats by a rule that is not read: only its first time was looked at';
const CUT = `repeats: read from a year back to ${DAYS_AHEAD} days ahead`;

/** One time that an event takes place. */
export interface Occurrence {
  readonly start: Moment;
  /** What tells it from the other times of an event that repeats; empty where the event does not. */
  readonly key: string;
}

export interface Occurrences {
  readonly all: readonly Occurrence[];
  /** Why not all times were read; null where they were. */
  readonly shortened: string | null;
}

/**
 * The times at which an event takes place: all of one that does not repeat; of one that does, those from `DAYS_BACK` before
 * today to `DAYS_AHEAD` after, without those that were called off or moved, which stand for themselves in the file.
 *
 * @param moved the keys of the times that stand for themselves
 */
export function occurrencesOf(
  event: Component,
  start: Moment,
  context: { readonly today: CalendarDate; readonly zones: Zones; readonly moved: ReadonlySet<string> },
): Occurrences {
  const { today, zones, moved } = context;
  const named = (name: string) => event.properties.filter((property) => property.name === name);
  const rules = named('RRULE');
  const extra = named('RDATE').flatMap(momentsIn);
  if (rules.length === 0 && extra.length === 0) return { all: [{ start, key: '' }], shortened: null };
  const read = rules.flatMap(({ value }) => ruleOf(value) ?? []);
  const days = { from: dayNumber(addDays(today, -DAYS_BACK)), to: dayNumber(addDays(today, DAYS_AHEAD)) };
  const byRule = read.flatMap((rule) => daysOf(rule, dayNumber(start.date), lastDay(rule, start, zones), days));
  const isNear = ({ date }: Moment) => dayNumber(date) >= days.from && dayNumber(date) <= days.to;
  const moments = [start, ...byRule.map((day) => ({ ...start, date: dateOfDay(day) })), ...extra].filter(isNear);
  const gone = new Set([
    ...moved,
    ...named('EXDATE')
      .flatMap(momentsIn)
      .map((one) => keyOf(one, zones)),
  ]);
  const all = new Map(moments.map((one) => [keyOf(one, zones), one]));
  // An exception may name the day alone.
  const kept = [...all].filter(([key, one]) => !gone.has(key) && !gone.has(one.date));
  const later = { from: days.to + 1, to: days.to + DAYS_BACK };
  const isLonger = read.some(
    (rule) => daysOf(rule, dayNumber(start.date), lastDay(rule, start, zones), later).length > 0,
  );
  const isCut = isLonger || dayNumber(start.date) < days.from;
  const shortened = read.length < rules.length ? UNREAD : isCut ? CUT : null;
  return { all: kept.map(([key, one]) => ({ start: one, key })), shortened };
}

/** What a time of an event that repeats is known by: its instant, or its day. */
export function keyOf(moment: Moment, zones: Zones): string {
  if (moment.time === '') return moment.date;
  return new Date(zones.instantOf(moment)).toISOString().replace(/\.\d+/, '');
}

function lastDay({ until }: Rule, start: Moment, zones: Zones): number {
  const end = until === null ? null : momentOf(until, start.zone);
  if (!end) return Number.POSITIVE_INFINITY;
  if (end.time === '' || start.time === '') return dayNumber(end.date);
  const isStill = zones.instantOf({ ...start, date: end.date }) <= zones.instantOf(end);
  const next = { ...start, date: addDays(end.date, 1) };
  if (zones.instantOf(next) <= zones.instantOf(end)) return dayNumber(next.date);
  return isStill ? dayNumber(end.date) : dayNumber(end.date) - 1;
}
