import type { Component } from './components.ts';
import { clockMillis, dateOfDay, dayNumber, type Moment, momentOf, momentsIn } from './moment.ts';
import { daysOf } from './recurrence.ts';
import { ruleOf } from './rule.ts';
import { ianaOf } from './windows-zones.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A zone that is changed at all is changed at least so often, in days. */
const LONGEST_RULE = 800;
/** No zone was changed more often; they are gone through for each time that names it. */
const MOST_CHANGES = 300;
const LONGEST_NAME = 200;

/** Tells instants from what clocks show, by the zones that a file names and defines. */
export class Zones {
  readonly #own: string;
  readonly #defined: ReadonlyMap<string, Component>;
  readonly #names = new Map<string, string | null>();

  /**
   * @param own the person's zone, an IANA name: for times that name none or one that nobody knows
   * @param defined the VTIMEZONE of each name
   */
  constructor(own: string, defined: ReadonlyMap<string, Component>) {
    this.#own = formatOf(own) ? own : 'UTC';
    this.#defined = defined;
  }

  /** The instant of a moment in milliseconds; of a day, that of its beginning. */
  instantOf(moment: Moment): number {
    const name = moment.zone === null ? this.#own : this.#ianaOf(moment.zone);
    const clock = clockMillis(moment);
    if (name !== null) return instantIn(name, clock);
    const component = this.#defined.get(moment.zone ?? '');
    return component ? clock - definedOffset(component, clock) * MINUTE : instantIn(this.#own, clock);
  }

  /** A moment as ISO 8601 with the offset of the person's zone; a day stays a day. */
  written(moment: Moment): string {
    if (moment.time === '') return moment.date;
    const instant = this.instantOf(moment);
    const offset = Math.round(offsetIn(this.#own, instant));
    const clock = new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
    return `${clock}${offsetText(offset)}`;
  }

  /** The IANA name of a zone as a file calls it; null where it has none. */
  #ianaOf(zone: string): string | null {
    const known = this.#names.get(zone);
    if (known !== undefined) return known;
    const plain = zone.slice(0, LONGEST_NAME).replace(/^"|"$/g, '').trim();
    const [tail] = /[A-Za-z]+\/[\w+-]+(?:\/[\w+-]+)?$/.exec(plain) ?? [];
    const name = [plain, ianaOf(plain), tail].find((one) => one !== undefined && one !== '' && formatOf(one)) ?? null;
    this.#names.set(zone, name);
    return name;
  }
}

/** A time that the clock skips is of the offset before (RFC 5545, 3.3.5); of one that it shows twice, the first. */
function instantIn(zone: string, clock: number): number {
  const before = clock - offsetIn(zone, clock - DAY) * MINUTE;
  const after = clock - offsetIn(zone, clock + DAY) * MINUTE;
  const isRight = (instant: number) => instant + offsetIn(zone, instant) * MINUTE === clock;
  return !isRight(before) && isRight(after) ? after : before;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = made(zone);
  formats.set(zone, format);
  return format;
}

function made(timeZone: string): Intl.DateTimeFormat | null {
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

const offsets = new Map<string, Map<number, number>>();

/**
 * How far a zone is ahead of UTC at an instant, in minutes. Intl takes long to tell, and a calendar asks for the same days
 * again and again: an offset that a day has at both of its ends is that of the whole day.
 */
function offsetIn(zone: string, instant: number): number {
  if (zone === 'UTC') return 0;
  const day = Math.floor(instant / DAY);
  const offset = offsetOfDay(zone, day);
  return offset === offsetOfDay(zone, day + 1) ? offset : offsetAt(zone, instant);
}

/** At the beginning of a day of UTC. */
function offsetOfDay(zone: string, day: number): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const offset = known.get(day) ?? offsetAt(zone, day * DAY);
  known.set(day, offset);
  return offset;
}

function offsetAt(zone: string, instant: number): number {
  const parts = new Map(
    formatOf(zone)
      ?.formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return (clock - Math.floor(instant / 1000) * 1000) / MINUTE;
}

/** The offset that a VTIMEZONE gives for a time on its clock, in minutes: that of the latest change before. */
function definedOffset({ children }: Component, clock: number): number {
  let [latest, offset] = [Number.NEGATIVE_INFINITY, 0];
  for (const change of children.slice(0, MOST_CHANGES)) {
    const value = (name: string) => change.properties.find((property) => property.name === name)?.value ?? '';
    const at = lastChange(change, value('RRULE'), clock);
    const isFirst = latest === Number.NEGATIVE_INFINITY;
    if (at === null && isFirst) offset = minutesOfOffset(value('TZOFFSETFROM'));
    if (at === null || at < latest) continue;
    [latest, offset] = [at, minutesOfOffset(value('TZOFFSETTO'))];
  }
  return offset;
}

function lastChange({ properties }: Component, rule: string, clock: number): number | null {
  const named = (name: string) => properties.filter((property) => property.name === name).flatMap(momentsIn);
  const [start] = named('DTSTART');
  if (!start) return null;
  const moments = [start, ...named('RDATE').slice(0, MOST_CHANGES)];
  const read = ruleOf(rule);
  if (read) {
    const day = Math.floor(clock / DAY);
    const until = read.until ? dayNumber(momentOf(read.until, null)?.date ?? '9999-12-31') : Number.POSITIVE_INFINITY;
    const days = daysOf(read, dayNumber(start.date), until, { from: day - LONGEST_RULE, to: day });
    for (const one of days) moments.push({ ...start, date: dateOfDay(one) });
  }
  return (
    moments
      .map(clockMillis)
      .filter((at) => at <= clock)
      .toSorted((one, other) => other - one)[0] ?? null
  );
}

/** `+0530` in minutes. */
function minutesOfOffset(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^\s*([+-])(\d\d):?(\d\d)/.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function offsetText(offset: number): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
