import { signal } from '@preact/signals';
import { type Filter, matches, searchText } from '../../domain/listing.ts';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { matchesWords } from '../../domain/search.ts';
import { Orders, type Sort } from './orders.ts';

/** From this many at once it is quicker to sort again than to move one by one. */
const MANY = 100;

export interface ListRequest {
  readonly filter: Filter;
  readonly sort: Sort;
}

/** The records of one noun as a person sees them, in memory, ready to be searched, filtered and sorted. */
export class Collection {
  readonly noun: Noun;
  /** Goes up with every change, so that what is derived from the records is derived again. */
  readonly revision = signal(0);
  /** How many there are. */
  readonly size = signal(0);
  readonly #records = new Map<string, AnyRecord>();
  readonly #orders: Orders;
  /** Folded text by record: records are never changed, only replaced. */
  readonly #texts = new WeakMap<AnyRecord, string>();

  constructor(noun: Noun) {
    this.noun = noun;
    this.#orders = new Orders(noun, () => this.#records.values());
  }

  get(id: string): AnyRecord | undefined {
    return this.#records.get(id);
  }

  /** All records, in no particular order. */
  all(): IteratorObject<AnyRecord> {
    return this.#records.values();
  }

  /** The records that a filter lets through, sorted. */
  list({ filter, sort }: ListRequest): readonly AnyRecord[] {
    const { words = [], ...rest } = filter;
    const isListed = (record: AnyRecord) => matchesWords(this.#text(record), words) && matches(this.noun, record, rest);
    return this.#orders.sorted(sort).filter(isListed);
  }

  /** Takes in records as they stand now; a tombstone takes its record away. */
  show(records: readonly AnyRecord[]): void {
    if (records.length === 0) return;
    if (records.length > MANY) this.#orders.clear();
    for (const record of records) this.#place(idOf(this.noun, record), record.deleted_at === null ? record : undefined);
    this.#tell();
  }

  /** Takes records away. */
  hide(ids: readonly string[]): void {
    if (ids.length === 0) return;
    for (const id of ids) this.#place(id, undefined);
    this.#tell();
  }

  /** Makes ready, step by step, what the first search and the first sorting need. */
  *prepare(): Generator<void> {
    for (const record of [...this.#records.values()]) {
      this.#text(record);
      yield;
    }
    yield* this.#orders.prepare();
  }

  #place(id: string, record: AnyRecord | undefined): void {
    this.#orders.replace(this.#records.get(id), record);
    if (record) this.#records.set(id, record);
    else this.#records.delete(id);
  }

  #tell(): void {
    this.size.value = this.#records.size;
    this.revision.value++;
  }

  #text(record: AnyRecord): string {
    const known = this.#texts.get(record);
    if (known !== undefined) return known;
    const text = searchText(this.noun, record);
    this.#texts.set(record, text);
    return text;
  }
}
