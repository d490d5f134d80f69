import type { DateRange } from '../../domain/follow-up.ts';
import type { Noun } from '../../domain/noun.ts';
import { allSteps } from './merge-sort.ts';
import { type Change, type Entry, Order } from './order.ts';

export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

/** Entries sorted by any field of their noun. Each order is sorted once; then what changes moves in it. */
export class Orders<E extends Entry> {
  readonly #noun: Noun;
  readonly #entries: () => Iterable<E>;
  readonly #orders = new Map<string, Order<E>>();
  /** Goes up with every change: what was half sorted by then must be sorted anew. */
  #revision = 0;

  constructor(noun: Noun, entries: () => Iterable<E>) {
    this.#noun = noun;
    this.#entries = entries;
  }

  /** All entries in the order of a field; those without a value come last both ways. To be read at once, not kept. */
  sorted({ field, descending }: Sort): readonly E[] {
    const order = this.#order(field);
    if (!descending) return order.entries;
    const { entries, filled } = order;
    return [...entries.slice(0, filled).reverse(), ...entries.slice(filled)];
  }

  /** How many have a date in a range. */
  count(field: string, { from, to }: DateRange): number {
    const order = this.#order(field);
    const end = order.countBelow((key) => key !== null && (to === undefined || key <= to));
    return from === undefined
      ? end
      : end -
          Math.min(
            end,
            order.countBelow((key) => key !== null && key < from),
          );
  }

  /** Builds what is missing, in many small steps, so that the first click on a header finds it. */
  *prepare(): Generator<void> {
    for (const field of Object.keys(this.#noun.fields)) yield* this.#build(field);
  }

  /** Replaces the records of entries, and takes note in every order that there is. */
  replace(changes: readonly Change<E>[]): void {
    this.#revision++;
    for (const [field, order] of this.#orders) {
      for (const change of changes) order.note(change);
      if (order.isMostlyLate) this.#orders.delete(field);
    }
    for (const { entry, after } of changes) if (after) entry.record = after;
  }

  #order(field: string): Order<E> {
    const known = this.#orders.get(field);
    if (known) return known;
    const order = new Order<E>(this.#noun, field);
    allSteps(order.fill([...this.#entries()]));
    this.#orders.set(field, order);
    return order;
  }

  *#build(field: string): Generator<void> {
    while (!this.#orders.has(field)) {
      const revision = this.#revision;
      const order = new Order<E>(this.#noun, field);
      for (const _ of order.fill([...this.#entries()])) {
        yield;
        if (this.#revision !== revision || this.#orders.has(field)) break;
      }
      if (this.#revision === revision && !this.#orders.has(field)) this.#orders.set(field, order);
    }
  }
}
