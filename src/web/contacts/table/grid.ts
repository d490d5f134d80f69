import { computed, signal } from '@preact/signals';
import { idOf } from '../../../domain/noun.ts';
import type { ContactList } from '../contact-list.ts';
import { type GridSize, type MoveKey, type Place, placeAfter, placeBeside, within } from './grid-keys.ts';

/** What is to happen where the list is shown: its active cell gets the focus, or is only seen, or the list its top. */
export type Wish = 'focus' | 'sight' | 'top';

/** Which cell of the list is the active one, and whether it is being edited. */
export class Grid {
  readonly isEditing = signal(false);
  /** A new one each time; whatever shows the list serves it: see `takeWish`. */
  readonly wish = signal<{ readonly for: Wish } | null>(null);
  readonly #list: ContactList;
  #served: object | null = null;
  #page = 1;
  readonly #place = signal<Place & { readonly id: string | null }>({ row: 0, column: 0, id: null });

  /** The active cell: it follows its contact when the order changes, and keeps its row when the contact is gone. */
  readonly place = computed<Place>(() => {
    const { id, row, column } = this.#place.value;
    const isHere = id === null || this.idAt(row) === id;
    const found = isHere ? row : this.#list.rowOf(id);
    return within({ row: found < 0 ? row : found, column }, this.#size);
  });

  constructor(list: ContactList) {
    this.#list = list;
    list.asked.subscribe(() => this.#beginAgain());
  }

  /** The id of the contact in a row; null for the header and where there is none. */
  idAt(row: number): string | null {
    const record = this.#list.shown.value[row];
    return record ? idOf(this.#list.noun, record) : null;
  }

  /** How many rows are seen at once. */
  setPage(rows: number): void {
    this.#page = Math.max(1, rows);
  }

  /** Makes a cell the active one. */
  set({ row, column }: Place): void {
    const { row: oldRow, column: oldColumn } = this.place.peek();
    const id = this.idAt(row);
    if (row !== oldRow || column !== oldColumn) this.isEditing.value = false;
    else if (id === this.#place.peek().id) return;
    this.#place.value = { row, column, id };
  }

  /** Gives the active cell, or that of a contact, the focus. */
  focus(id?: string): void {
    this.#wishFor('focus', id);
  }

  /** Makes the cell of a contact the active one and shows it; the focus stays where it is. */
  reveal(id: string): void {
    this.#wishFor('sight', id);
  }

  /** What is wished for and was not served yet. */
  get unserved(): Wish | null {
    const wish = this.wish.value;
    return wish === null || wish === this.#served ? null : wish.for;
  }

  /** As `unserved`; whoever takes it serves it. */
  takeWish(): Wish | null {
    const { unserved } = this;
    this.#served = this.wish.peek();
    return unserved;
  }

  /** Moves as a key says; false where it is no such key. */
  move(key: MoveKey): boolean {
    const place = placeAfter(key, this.place.peek(), this.#size);
    if (!place) return false;
    this.set(place);
    this.focus();
    return true;
  }

  /** Begins to edit the active cell; false for headers, checkboxes, buttons and long texts, which are not edited here. */
  edit(): boolean {
    const { row, column } = this.place.peek();
    this.isEditing.value = row >= 0 && column >= 0 && this.#isEditable(column);
    return this.isEditing.value;
  }

  /** Leaves the editor of a contact; with a step, on to the next or previous cell, unless the contact left the list. */
  stopEditing(id: string, step?: 1 | -1): void {
    const place = this.place.peek();
    const isHere = this.idAt(place.row) === id;
    const next = isHere && step ? placeBeside(place, step, { ...this.#size, columns: this.#fields }) : null;
    this.set(next ?? place);
    this.isEditing.value = next !== null && this.#isEditable(next.column);
    this.focus();
  }

  /** Another list begins at its top; a header that sorted it stays the active cell. */
  #beginAgain(): void {
    if (this.place.peek().row >= 0) this.set({ row: 0, column: 0 });
    this.#wishFor('top');
  }

  #wishFor(wish: Wish, id?: string): void {
    if (id !== undefined) this.#place.value = { row: 0, column: 0, id };
    this.wish.value = { for: wish };
  }

  #isEditable(column: number): boolean {
    const field = this.#list.columns.value[column]?.[1];
    return field !== undefined && field.control !== 'notes';
  }

  get #fields(): number {
    return this.#list.columns.value.length;
  }

  /** The last column is the delete button. */
  get #size(): GridSize {
    return { rows: this.#list.shown.value.length, columns: this.#fields + 1, page: this.#page };
  }
}
