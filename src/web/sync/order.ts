import type { Field } from '../../domain/field.ts';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { mergeSort } from './merge-sort.ts';
import { compareWritten, keyComparer, type SortKey, sortKey } from './sort-key.ts';

/** A record as it stands. The entry stays when its record is replaced, so it need not move where its place is the same. */
export interface Entry {
  record: AnyRecord;
}

/** What happens to an entry. What is new has no `before`, what goes has no `after`. */
export interface Change<E extends Entry> {
  readonly entry: E;
  readonly before: AnyRecord | undefined;
  readonly after: AnyRecord | undefined;
}

/** Up to so many are moved one by one; more of them by going through all once. */
const FEW = 32;

/** Entries in the order of one field. */
export class Order<E extends Entry> {
  #entries: E[] = [];
  /** Those that changed, and whether they are still there. They move when somebody asks: most orders are not looked at. */
  readonly #late = new Map<E, boolean>();
  readonly #noun: Noun;
  readonly #keyOf: (record: AnyRecord) => SortKey;
  readonly #compareKeys: (a: SortKey, b: SortKey) => number;
  readonly #titleOf: (record: AnyRecord) => SortKey;
  readonly #compareTitles: (a: SortKey, b: SortKey) => number;

  constructor(noun: Noun, name: string) {
    this.#noun = noun;
    this.#keyOf = keyOf(noun, name);
    this.#compareKeys = comparerOf(noun, name);
    this.#titleOf = keyOf(noun, noun.titleField);
    this.#compareTitles = comparerOf(noun, noun.titleField);
  }

  /** It is the order's own: not to be kept or changed. */
  get entries(): readonly E[] {
    this.#moveLate();
    return this.#entries;
  }

  /** Whether to sort again is quicker than to move what changed. */
  get isMostlyLate(): boolean {
    return this.#late.size > this.#entries.length / 2;
  }

  /** Takes in these entries and no others, step by step; until the last step it is empty. */
  *fill(entries: readonly E[]): Generator<void> {
    this.#entries = yield* mergeSort(entries, (a, b) => this.#compare(a, b));
  }

  /** Takes note of a change that is being made. */
  note({ entry, before, after }: Change<E>): void {
    if (!before || !after || this.#moves(before, after)) this.#late.set(entry, after !== undefined);
  }

  /** How many have a value. */
  get filled(): number {
    return this.countBelow((key) => key !== null);
  }

  /** How many keys at the beginning hold: those that hold come before all others. */
  countBelow(holds: (key: SortKey) => boolean): number {
    return partition(this.entries, ({ record }) => holds(this.#keyOf(record)));
  }

  /** Whether a record that is replaced by another has another place here. */
  #moves(before: AnyRecord, after: AnyRecord): boolean {
    return this.#keyOf(before) !== this.#keyOf(after) || this.#titleOf(before) !== this.#titleOf(after);
  }

  #moveLate(): void {
    if (this.#late.size === 0) return;
    this.#entries = this.#entries.filter((entry) => !this.#late.has(entry));
    this.#insert([...this.#late].flatMap(([entry, isThere]) => (isThere ? entry : [])));
    this.#late.clear();
  }

  #insert(entries: readonly E[]): void {
    if (entries.length <= FEW) {
      for (const entry of entries) this.#entries.splice(this.#placeOf(entry), 0, entry);
      return;
    }
    const all: E[] = [];
    let from = 0;
    for (const entry of entries.toSorted((a, b) => this.#compare(a, b))) {
      const place = this.#placeOf(entry, from);
      for (const other of this.#entries.slice(from, place)) all.push(other);
      all.push(entry);
      from = place;
    }
    this.#entries = all.concat(this.#entries.slice(from));
  }

  #placeOf(entry: E, from = 0): number {
    return partition(this.#entries, (other) => this.#compare(other, entry) < 0, from);
  }

  /** By the field, then by title, then by id: so no two records are equal and each can be found again. */
  #compare({ record: a }: E, { record: b }: E): number {
    return (
      this.#compareKeys(this.#keyOf(a), this.#keyOf(b)) ||
      this.#compareTitles(this.#titleOf(a), this.#titleOf(b)) ||
      compareWritten(idOf(this.#noun, a), idOf(this.#noun, b))
    );
  }
}

/** To read a date-time takes long, so each is read once; a record is never changed, only replaced. */
function keyOf({ fields }: Noun, name: string): (record: AnyRecord) => SortKey {
  const field = fields[name];
  if (!field) return () => null;
  if (field.control !== 'date_time') return (record) => sortKey(field, record[name]);
  const keys = new WeakMap<AnyRecord, SortKey>();
  return (record) => {
    const known = keys.get(record);
    if (known !== undefined) return known;
    const key = sortKey(field, record[name]);
    keys.set(record, key);
    return key;
  };
}

function comparerOf({ fields }: Noun, name: string): (a: SortKey, b: SortKey) => number {
  const field: Field | undefined = fields[name];
  return field ? keyComparer(field) : compareWritten;
}

/** The index after the last that holds, from `from` on: those that hold come before all others. */
function partition<E>(order: readonly E[], holds: (entry: E) => boolean, from = 0): number {
  let low = from;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = order[middle];
    if (entry && holds(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
