import { computed, signal } from '@preact/signals';
import { idOf } from '../../../domain/noun.ts';
import type { ContactList } from '../contact-list.ts';
import { type GridSize, type Place, placeAfter, placeBeside, within } from './grid-keys.ts';
import { columnFields } from './widths.ts';

/** Which cell of the table is the active one, and whether it is being edited. */
export class Grid {
  readonly isEditing = signal(false);
  /** Goes up when the active cell is to be seen and to have the focus. */
  readonly wantsFocus = signal(0);
  readonly #list: ContactList;
  #page = 1;
  readonly #place = signal<Place & { readonly id: string | null }>({ row: 0, column: 0, id: null });

  /** The active cell: it follows its contact when the order changes, and keeps its row when the contact is gone. */
  readonly place = computed<Place>(() => {
    const { id, row, column } = this.#place.value;
    const isHere = id === null || this.idAt(row) === id;
    const found = isHere ? row : this.#list.shown.value.findIndex((record) => idOf(this.#list.noun, record) === id);
    return within({ row: found < 0 ? row : found, column }, this.#size);
  });

  constructor(list: ContactList) {
    this.#list = list;
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
    if (row !== oldRow || column !== oldColumn) this.isEditing.value = false;
    this.#place.value = { row, column, id: this.idAt(row) };
  }

  /** Gives the active cell, or that of a contact, the focus. */
  focus(id?: string): void {
    if (id !== undefined) this.#place.value = { row: 0, column: 0, id };
    this.wantsFocus.value++;
  }

  /** Moves as a key says; false where it is no such key. */
  move(event: KeyboardEvent): boolean {
    const place = placeAfter(event, this.place.peek(), this.#size);
    if (!place) return false;
    this.set(place);
    this.focus();
    return true;
  }

  /** Begins to edit the active cell; headers and buttons cannot be edited. */
  edit(): void {
    const { row, column } = this.place.peek();
    this.isEditing.value = row >= 0 && column < this.#fields;
  }

  /** Leaves the editor; with a step, on to the next or previous cell. */
  stopEditing(step?: 1 | -1): void {
    const next = step && placeBeside(this.place.peek(), step, { ...this.#size, columns: this.#fields });
    if (next) this.set(next);
    this.isEditing.value = Boolean(next);
    this.focus();
  }

  get #fields(): number {
    return columnFields(this.#list.noun.fields).length;
  }

  /** The last column is the delete button. */
  get #size(): GridSize {
    return { rows: this.#list.shown.value.length, columns: this.#fields + 1, page: this.#page };
  }
}
