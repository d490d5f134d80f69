import { type Entry, entryOf, type People } from './entry.ts';
import type { Bad, Found, Item, LeftOut } from './found.ts';
import { gathered } from './gather.ts';
import type { Work } from './work.ts';

/** What was found, checked, and its people put together: of the files alone, whatever stands and whatever is chosen. */
export interface Checked {
  /** In the order of the files. */
  readonly entries: readonly Entry[];
  readonly bad: readonly Bad[];
  readonly leftOut: readonly LeftOut[];
  /** Each contact once: those of the files, then those that only others name. */
  readonly contacts: readonly Entry[];
  /** Which of the contacts somebody is whom an entry names. */
  readonly contactOf: ReadonlyMap<Entry, Entry>;
}

export function* checked(items: Iterable<Item>): Work<Checked> {
  const { entries, bad, leftOut } = yield* sorted(items);
  const named = new Set(entries.flatMap(({ people }) => people.map(({ entry }) => entry)));
  const groups = yield* gathered([...entries.filter(({ type }) => type === 'contacts'), ...named]);
  const contactOf = new Map<Entry, Entry>();
  for (const group of groups) {
    for (const entry of group.entries) if (named.has(entry)) contactOf.set(entry, group.entry);
  }
  return { entries, bad, leftOut, contacts: groups.map(({ entry }) => entry), contactOf };
}

/** What was found as entries, each with a key of its own. */
function* sorted(items: Iterable<Item>): Work<Pick<Checked, 'entries' | 'bad' | 'leftOut'>> {
  const entries: Entry[] = [];
  const bad: Bad[] = [];
  const leftOut: LeftOut[] = [];
  const times = new Map<string, number>();
  const people: People = new Map();
  for (const item of items) {
    if ('bad' in item) bad.push(item.bad);
    else if ('leftOut' in item) leftOut.push(item.leftOut);
    else if ('found' in item) {
      const entry = entryOf(item.found, keyOf(item.found, times), people);
      if ('bad' in entry) bad.push(entry.bad);
      else entries.push(entry);
    }
    yield;
  }
  return { entries, bad, leftOut };
}

/** By its place in the file, which stays where the person corrects what a column means. */
function keyOf({ type, where }: Found, times: Map<string, number>): string {
  const place = [type, where.file, where.line ?? '', where.place ?? ''].join(':');
  const time = times.get(place) ?? 0;
  times.set(place, time + 1);
  return time === 0 ? place : `${place}:${time}`;
}
