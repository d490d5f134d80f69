import type { Field } from '../../domain/field.ts';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { instantOf } from '../instant.ts';

export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

type Key = string | number | null;

/** Records sorted by any field of their noun. Each order is sorted once; then a record that changes moves in it. */
export class Orders {
  readonly #noun: Noun;
  readonly #records: () => Iterable<AnyRecord>;
  readonly #orders = new Map<string, AnyRecord[]>();

  constructor(noun: Noun, records: () => Iterable<AnyRecord>) {
    this.#noun = noun;
    this.#records = records;
  }

  /** All records in the order of a field; those without a value come last both ways. */
  sorted({ field, descending }: Sort): readonly AnyRecord[] {
    const order = this.#order(field);
    if (!descending) return order;
    const filled = partition(order, (record) => this.#key(field, record) !== null);
    return [...order.slice(0, filled).reverse(), ...order.slice(filled)];
  }

  /** Builds what is missing, one order a step, so that the first click on a header finds it. */
  *prepare(): Generator<void> {
    for (const field of Object.keys(this.#noun.fields)) {
      this.#order(field);
      yield;
    }
  }

  /** Puts `after` in the place of `before` in every order there is; either may be absent. */
  replace(before: AnyRecord | undefined, after: AnyRecord | undefined): void {
    for (const [field, order] of this.#orders) {
      if (before) order.splice(this.#place(field, order, before), 1);
      if (after) order.splice(this.#place(field, order, after), 0, after);
    }
  }

  /** Forgets all orders: cheaper than moving very many records. */
  clear(): void {
    this.#orders.clear();
  }

  #order(field: string): AnyRecord[] {
    const known = this.#orders.get(field);
    if (known) return known;
    const order = [...this.#records()].sort((a, b) => this.#compare(field, a, b));
    this.#orders.set(field, order);
    return order;
  }

  #place(field: string, order: readonly AnyRecord[], record: AnyRecord): number {
    return partition(order, (other) => this.#compare(field, other, record) < 0);
  }

  /** By the field, then by title, then by id: so no two records are equal and each can be found again. */
  #compare(field: string, a: AnyRecord, b: AnyRecord): number {
    return (
      compareKeys(this.#key(field, a), this.#key(field, b)) ||
      compareKeys(this.#key(this.#noun.titleField, a), this.#key(this.#noun.titleField, b)) ||
      compareIds(idOf(this.#noun, a), idOf(this.#noun, b))
    );
  }

  #key(name: string, record: AnyRecord): Key {
    const field = this.#noun.fields[name];
    return field ? sortKey(field, record[name]) : null;
  }
}

/** What a value is sorted by: a date-time by its instant, a choice by its label, empty ones by null. */
export function sortKey(field: Field, value: unknown): Key {
  if (Array.isArray(value)) return value.join(', ') || null;
  if (typeof value !== 'string' || value === '') return null;
  if (field.control === 'date_time') return instantOf(value);
  return field.choices?.[value] ?? value;
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compareKeys(a: Key, b: Key): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** How many records at the beginning of `order` hold: those that hold come before all others. */
function partition(order: readonly AnyRecord[], holds: (record: AnyRecord) => boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const record = order[middle];
    if (record && holds(record)) low = middle + 1;
    else high = middle;
  }
  return low;
}
