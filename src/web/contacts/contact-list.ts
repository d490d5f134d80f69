import { computed, type ReadonlySignal } from '@preact/signals';
import type { CalendarDate } from '../../domain/dates.ts';
import { type DueSpan, dueRange } from '../../domain/follow-up.ts';
import type { Filter } from '../../domain/listing.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { isWordless, words } from '../../domain/search.ts';
import { type ColumnField, fieldsOf } from '../columns.ts';
import { effectiveSort, formatRoute, type ListAddress } from '../route.ts';
import type { Collection } from '../sync/collection.ts';

/** The list that the address asks for, always as the records are now. */
export class ContactList {
  readonly noun: Noun;
  readonly collection: Collection;
  readonly address: ReadonlySignal<ListAddress>;
  /** The same as one text: it changes only when other records or another order are asked for. */
  readonly asked = computed(() =>
    formatRoute(this.noun, { list: { ...this.address.value, columns: null }, open: null }),
  );
  /** The order in effect. */
  readonly sort = computed(() => effectiveSort(this.noun, this.address.value));
  /** What is shown of each record, the title first: another array only when other columns are asked for. */
  readonly columns: ReadonlySignal<readonly ColumnField[]>;
  /** The words that are searched for, to be marked: another array only when something else is searched for. */
  readonly words: ReadonlySignal<readonly string[]>;
  /** What is shown, in order. */
  readonly shown: ReadonlySignal<readonly AnyRecord[]>;
  /** How many there are of each span, whatever is searched for. */
  readonly dueCounts: ReadonlySignal<Readonly<Record<DueSpan, number>>>;
  readonly isNarrowed = computed(() => this.address.value.query !== '' || this.hasFilters.value);
  readonly hasFilters = computed(
    () => this.address.value.due !== null || Object.keys(this.address.value.values).length > 0,
  );

  constructor(collection: Collection, address: ReadonlySignal<ListAddress>, today: ReadonlySignal<CalendarDate>) {
    this.noun = collection.noun;
    this.collection = collection;
    this.address = address;
    const columns = computed(() => address.value.columns?.join() ?? null);
    this.columns = computed(() => fieldsOf(this.noun, columns.value?.split(',') ?? null));
    const query = computed(() => address.value.query);
    this.words = computed(() => words(query.value));
    this.shown = computed(() => {
      collection.revision.value;
      if (isWordless(address.value.query)) return [];
      return collection.list({ filter: filterOf(address.value, today.value), sort: this.sort.value });
    });
    this.dueCounts = computed(() => {
      collection.revision.value;
      return countDue(collection, today.value);
    });
  }

  /** In which row a contact is shown; -1 where it is not. */
  rowOf(id: string): number {
    const record = this.collection.get(id);
    return record ? this.shown.value.indexOf(record) : -1;
  }
}

function filterOf({ query, values, due }: ListAddress, today: CalendarDate): Filter {
  return { words: words(query), values, ...(due && { due: dueRange(due, today) }) };
}

function countDue(collection: Collection, today: CalendarDate): Record<DueSpan, number> {
  const count = (span: DueSpan) => collection.countDue(dueRange(span, today));
  return { overdue: count('overdue'), today: count('today'), week: count('week') };
}
