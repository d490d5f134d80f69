import { type Entry, entryOf, type People } from './entry.ts';
import type { Bad, Found, Item, LeftOut } from './found.ts';

/** What readers find, checked as it comes: of what was found nothing else needs to be kept. */
export class Entries {
  /** In the order of the files. */
  readonly all: Entry[] = [];
  readonly bad: Bad[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #times = new Map<string, number>();
  readonly #people: People = new Map();

  take(item: Item): void {
    if ('bad' in item) this.bad.push(item.bad);
    else if ('leftOut' in item) this.leftOut.push(item.leftOut);
    else if ('found' in item) {
      const entry = entryOf(item.found, this.#keyOf(item.found), this.#people);
      if ('bad' in entry) this.bad.push(entry.bad);
      else this.all.push(entry);
    }
  }

  /** By its place in the file, which stays where the person corrects what a column means. */
  #keyOf({ type, where }: Found): string {
    const place = [type, where.file, where.line ?? '', where.place ?? ''].join(':');
    const time = this.#times.get(place);
    this.#times.set(place, (time ?? 0) + 1);
    return time === undefined ? place : `${place}:${time}`;
  }
}
