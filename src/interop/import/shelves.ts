import type { Mark } from './identity.ts';
import type { MatchReason } from './plan.ts';

/** What so many share, as a switchboard's number, is nobody's. */
const MOST_LIKELY = 20;

/** Those of one mark, in the order in which they came: most marks have one, so there is no list for it. */
interface Held<T> {
  readonly holder: T;
  readonly variant: string | null;
  next: Held<T> | null;
}

/** Whatever is known by marks, found again by any of them. */
export class Shelves<T> {
  readonly #shelves = new Map<string, Held<T>>();

  get isEmpty(): boolean {
    return this.#shelves.size === 0;
  }

  add(holder: T, marks: readonly Mark[]): void {
    for (const { key, variant } of marks) {
      const held = { holder, variant, next: null };
      const first = this.#shelves.get(key);
      if (first) append(first, held);
      else this.#shelves.set(key, held);
    }
  }

  /** Who shares some of the marks, in the order in which they came, and which. */
  find(marks: readonly Mark[]): ReadonlyMap<T, readonly MatchReason[]> {
    const found = new Map<T, MatchReason[]>();
    for (const { by, key, variant } of marks) {
      for (let held = this.#shelves.get(key) ?? null; held !== null; held = held.next) {
        if (held.variant !== null && variant !== null && held.variant !== variant) continue;
        const reasons = found.get(held.holder);
        if (!reasons) found.set(held.holder, [by]);
        else if (!reasons.includes(by)) reasons.push(by);
      }
    }
    return found;
  }
}

function append<T>(first: Held<T>, held: Held<T>): void {
  let last = first;
  for (let place = 2; last.next !== null; place++) {
    if (place >= MOST_LIKELY) return;
    last = last.next;
  }
  last.next = held;
}
