import { signal } from '@preact/signals';
import type { DateRange } from '../../domain/follow-up.ts';
import { type Filter, matches, searchText } from '../../domain/listing.ts';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { quickMatcher, quickText } from '../../domain/quick-text.ts';
import { bestFirst } from '../../domain/rank.ts';
import { searchable } from '../../domain/search.ts';
import type { Change, Entry } from './order.ts';
import { Orders, type Sort } from './orders.ts';

export interface ListRequest {
  readonly filter: Filter;
  /** `best`: what fits the words best comes first, and what fits as well, by what is due. */
  readonly sort: Sort | 'best';
}

/** The quick texts of a record, made when it is first searched. */
interface Searched extends Entry {
  text: string | undefined;
  title: string | undefined;
}

/** The records of one noun as a person sees them, in memory, ready to be searched, filtered and sorted. */
export class Collection {
  readonly noun: Noun;
  /** Goes up with every change, so that what is derived from the records is derived again. */
  readonly revision = signal(0);
  /** How many there are. */
  readonly size = signal(0);
  readonly #entries = new Map<string, Searched>();
  readonly #orders: Orders<Searched>;
  #last: { readonly asked: string; readonly words: readonly string[]; readonly found: readonly Searched[] } | null =
    null;

  constructor(noun: Noun) {
    this.noun = noun;
    this.#orders = new Orders(noun, () => this.#entries.values());
  }

  get(id: string): AnyRecord | undefined {
    return this.#entries.get(id)?.record;
  }

  /** All records, in no particular order. */
  all(): IteratorObject<AnyRecord> {
    return this.#entries.values().map(({ record }) => record);
  }

  /** The records that a filter lets through, sorted; a new array each time. */
  list({ filter, sort }: ListRequest): readonly AnyRecord[] {
    const { words = [], ...rest } = filter;
    const found = this.#found(sort === 'best' ? this.#usual : sort, words, rest);
    return (sort === 'best' && words.length > 0 ? this.#best(found, words) : found).map(({ record }) => record);
  }

  /** How many are due in a range. */
  countDue(range: DateRange): number {
    const { dueField } = this.noun;
    return dueField ? this.#orders.count(dueField, range) : 0;
  }

  /** Takes in records as they stand now; a tombstone takes its record away. */
  show(records: readonly AnyRecord[]): void {
    const isHere = ({ deleted_at }: AnyRecord) => deleted_at === null;
    this.#replace(new Map(records.map((record) => [idOf(this.noun, record), isHere(record) ? record : undefined])));
  }

  /** Takes records away. */
  hide(ids: readonly string[]): void {
    this.#replace(new Map(ids.map((id) => [id, undefined])));
  }

  /** Makes ready, step by step, what the first search and the first sorting need. */
  *prepare(): Generator<void> {
    for (const entry of [...this.#entries.values()]) {
      this.#textOf(entry);
      this.#titleOf(entry);
      yield;
    }
    yield* this.#orders.prepare();
  }

  get #usual(): Sort {
    return { field: this.noun.dueField || this.noun.titleField, descending: false };
  }

  #found(sort: Sort, words: readonly string[], rest: Filter): readonly Searched[] {
    const isFiltered = rest.due !== undefined || Object.keys(rest.values ?? {}).length > 0;
    if (!isFiltered && words.length === 0) return this.#orders.sorted(sort);
    const hasWords = quickMatcher(words);
    const asked = JSON.stringify([this.revision.peek(), sort, rest]);
    const found = this.#among(asked, words, sort).filter(
      (entry) => hasWords(this.#textOf(entry)) && (!isFiltered || matches(this.noun, entry.record, rest)),
    );
    this.#last = { asked, words, found };
    return found;
  }

  /** Where to look: in what the last search found, where one letter more was typed; else everywhere. */
  #among(asked: string, words: readonly string[], sort: Sort): readonly Searched[] {
    const last = this.#last;
    const isNarrower = last?.asked === asked && last.words.every((old) => words.some((word) => word.startsWith(old)));
    return last && isNarrower ? last.found : this.#orders.sorted(sort);
  }

  #best(found: readonly Searched[], words: readonly string[]): readonly Searched[] {
    return bestFirst(found, words, (entry) => ({ title: this.#titleOf(entry), text: this.#textOf(entry) }));
  }

  #replace(records: ReadonlyMap<string, AnyRecord | undefined>): void {
    if (records.size === 0) return;
    const changes = [...records].flatMap(([id, after]) => this.#changeOf(id, after) ?? []);
    this.#orders.replace(changes);
    for (const { entry, after } of changes) {
      const id = idOf(this.noun, entry.record);
      entry.text = entry.title = undefined;
      if (after) this.#entries.set(id, entry);
      else this.#entries.delete(id);
    }
    this.size.value = this.#entries.size;
    this.revision.value++;
  }

  /** Undefined where nothing is to be done. */
  #changeOf(id: string, after: AnyRecord | undefined): Change<Searched> | undefined {
    const known = this.#entries.get(id);
    if (known?.record === after) return undefined;
    if (known) return { entry: known, before: known.record, after };
    return after && { entry: { record: after, text: undefined, title: undefined }, before: undefined, after };
  }

  #textOf(entry: Searched): string {
    entry.text ??= quickText(searchText(this.noun, entry.record));
    return entry.text;
  }

  #titleOf(entry: Searched): string {
    entry.title ??= quickText(searchable(String(entry.record[this.noun.titleField] ?? '')));
    return entry.title;
  }
}
