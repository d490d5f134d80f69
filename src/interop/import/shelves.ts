import type { Mark } from './identity.ts';
import type { MatchReason } from './plan.ts';

/** What so many share, as a switchboard's number, is nobody's. */
const MOST_LIKELY = 20;

interface Held<T> {
  readonly holder: T;
  readonly variant: string | null;
}

/** Whatever is known by marks, found again by any of them. */
export class Shelves<T> {
  readonly #shelves = new Map<string, Held<T>[]>();

  add(holder: T, marks: readonly Mark[]): void {
    for (const { by, key, variant } of marks) {
      const shelf = this.#shelves.get(`${by} ${key}`);
      if (shelf) shelf.push({ holder, variant });
      else this.#shelves.set(`${by} ${key}`, [{ holder, variant }]);
    }
  }

  /** Who shares some of the marks, in the order in which they came, and which. */
  find(marks: readonly Mark[]): ReadonlyMap<T, readonly MatchReason[]> {
    const found = new Map<T, MatchReason[]>();
    for (const { by, key, variant } of marks) {
      const shelf = this.#shelves.get(`${by} ${key}`) ?? [];
      for (const held of shelf.slice(0, MOST_LIKELY)) {
        if (held.variant !== null && variant !== null && held.variant !== variant) continue;
        const reasons = found.get(held.holder) ?? [];
        if (!reasons.includes(by)) reasons.push(by);
        found.set(held.holder, reasons);
      }
    }
    return found;
  }
}
