import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { idOf } from '../../domain/noun.ts';
import type { ContactList } from './contact-list.ts';

const NONE: ReadonlySet<string> = new Set();

/** The contacts that are selected to do something to all of them at once, shown or not. */
export class Selection {
  readonly #list: ContactList;
  readonly #ids = signal(NONE);
  /** Where a range begins, where it ends, and what was selected beside it. */
  #anchor: string | null = null;
  #reach: string | null = null;
  #beside = NONE;

  readonly ids: ReadonlySignal<ReadonlySet<string>> = this.#ids;
  readonly count = computed(() => this.#ids.value.size);
  /** How many of the selected are filtered out. */
  readonly hidden = computed(() => this.count.value - this.#shownCount.value);
  /** How much of what is shown is selected. */
  readonly share = computed<'none' | 'some' | 'all'>(() => {
    if (this.#shownCount.value === 0) return 'none';
    return this.#shownCount.value === this.#list.shown.value.length ? 'all' : 'some';
  });
  /** Whether a tap selects: on phones, where there is no column of checkboxes. */
  readonly isChoosing = signal(false);
  readonly #shownCount = computed(() => {
    const { value: ids } = this.#ids;
    if (ids.size === 0) return 0;
    return this.#list.shown.value.reduce(
      (count, record) => count + (ids.has(idOf(this.#list.noun, record)) ? 1 : 0),
      0,
    );
  });

  constructor(list: ContactList) {
    this.#list = list;
    effect(() => {
      list.collection.revision.value;
      this.#forgetGone();
    });
  }

  has(id: string): boolean {
    return this.#ids.value.has(id);
  }

  /** Selects one more, or one less; the next range begins here. */
  toggle(id: string): void {
    const ids = new Set(this.#ids.peek());
    if (!ids.delete(id)) ids.add(id);
    this.#begin(id, ids);
    this.#ids.value = ids;
  }

  /** Selects from where the last range began to this one; what else was selected stays. */
  extendTo(id: string): void {
    if (this.#anchor === null || this.#list.rowOf(this.#anchor) < 0) this.#begin(id, this.#ids.peek());
    const [from, to] = [this.#list.rowOf(this.#anchor ?? id), this.#list.rowOf(id)];
    if (to < 0) return;
    const range = this.#list.shown.peek().slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#reach = id;
    this.#ids.value = new Set([...this.#beside, ...range.map((record) => idOf(this.#list.noun, record))]);
  }

  /** Selects on from one to its neighbour: a range that ended elsewhere is left, and a new one begins. */
  step(from: string, to: string): void {
    if (this.#reach !== from) this.#begin(from, this.#ids.peek());
    this.extendTo(to);
  }

  /** Selects all that are shown, and keeps those that are not. */
  all(): void {
    const shown = this.#list.shown.peek().map((record) => idOf(this.#list.noun, record));
    this.#ids.value = new Set([...this.#ids.peek(), ...shown]);
    this.#forgetRange();
  }

  /** Selects all that are shown; where they are already, none. */
  toggleAll(): void {
    if (this.share.peek() === 'all') this.clear();
    else this.all();
  }

  clear(): void {
    this.#ids.value = NONE;
    this.#forgetRange();
  }

  #begin(id: string, beside: ReadonlySet<string>): void {
    this.#anchor = id;
    this.#reach = id;
    this.#beside = beside;
  }

  #forgetRange(): void {
    this.#anchor = null;
    this.#reach = null;
    this.#beside = NONE;
  }

  #forgetGone(): void {
    const isHere = (id: string) => this.#list.collection.get(id) !== undefined;
    const ids = [...this.#ids.peek()];
    const here = ids.filter(isHere);
    if (here.length === ids.length) return;
    this.#ids.value = new Set(here);
    this.#beside = new Set([...this.#beside].filter(isHere));
  }
}
