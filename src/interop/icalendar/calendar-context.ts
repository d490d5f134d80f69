import type { Reading } from '../import/format.ts';
import type { Component } from './components.ts';
import { momentsIn } from './moment.ts';
import { keyOf } from './occurrences.ts';
import { textNamed } from './texts.ts';
import { Zones } from './zones.ts';

/** What the events of a file are read with. */
export interface CalendarContext {
  readonly file: string;
  readonly today: string;
  readonly own: Reading['own'];
  readonly zones: Zones;
  /** The times of each event, by its UID, that stand for themselves because they were moved or changed. */
  readonly moved: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * What must be known of a whole calendar before its first event can be read: its zones, and which times of what repeats were
 * changed, for they may stand anywhere in it.
 *
 * @param names what the calendars are called: Google calls them by their owner's address
 */
export function contextOf(
  file: string,
  reading: Reading,
  zones: readonly Component[],
  changed: readonly Component[],
  names: readonly string[],
): CalendarContext {
  const defined = new Map(zones.map((zone) => [textNamed(zone.properties, 'TZID'), zone]));
  const all = new Zones(reading.zone, defined);
  const moved = new Map<string, Set<string>>();
  for (const { properties } of changed) {
    const uid = textNamed(properties, 'UID');
    const keys = properties.filter(({ name }) => name === 'RECURRENCE-ID').flatMap(momentsIn);
    const known = moved.get(uid) ?? new Set();
    for (const moment of keys) known.add(keyOf(moment, all));
    moved.set(uid, known);
  }
  const addresses = names.filter((name) => /^[^\s@]+@[^\s@]+$/.test(name));
  const own = { names: reading.own.names, emails: [...reading.own.emails, ...addresses] };
  return { file, today: reading.today, own, zones: all, moved };
}
