import { clockIn, instantIn, offsetIn, offsetText } from '../../domain/zone.ts';
import { isZone } from '../../domain/zone-name.ts';
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
    this.#own = isZone(own) ? own : 'UTC';
    this.#defined = defined;
  }

  /** The instant of a moment in milliseconds; of a day, that of its beginning. */
  instantOf(moment: Moment): number {
    const name = moment.zone === null ? this.#own : this.#ianaOf(moment.zone);
    const clock = clockMillis(moment);
    if (name !== null) return instantIn(name, moment);
    const component = this.#defined.get(moment.zone ?? '');
    return component ? clock - definedOffset(component, clock) * MINUTE : instantIn(this.#own, moment);
  }

  /** A moment as ISO 8601 with the offset of the person's zone; a day stays a day. */
  written(moment: Moment): string {
    if (moment.time === '') return moment.date;
    const instant = this.instantOf(moment);
    const { date, time } = clockIn(this.#own, instant);
    return `${date}T${time}${offsetText(Math.round(offsetIn(this.#own, instant)))}`;
  }

  /** The IANA name of a zone as a file calls it; null where it has none. */
  #ianaOf(zone: string): string | null {
    const known = this.#names.get(zone);
    if (known !== undefined) return known;
    const plain = zone.slice(0, LONGEST_NAME).replace(/^"|"$/g, '').trim();
    const [tail] = /[A-Za-z]+\/[\w+-]+(?:\/[\w+-]+)?$/.exec(plain) ?? [];
    const name = [plain, ianaOf(plain), tail].find((one) => one !== undefined && isZone(one)) ?? null;
    this.#names.set(zone, name);
    return name;
  }
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
