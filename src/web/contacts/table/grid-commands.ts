import type { Touchbase } from '../../touchbase.ts';
import { sortBy } from '../sort-by.ts';
import type { Grid } from './grid.ts';
import type { Place } from './grid-keys.ts';
import { selectByKey } from './select-keys.ts';

/** What a person can do to the cells of the table. */
export class GridCommands {
  readonly #grid: Grid;
  readonly #touchbase: Touchbase;

  constructor(grid: Grid, touchbase: Touchbase) {
    this.#grid = grid;
    this.#touchbase = touchbase;
  }

  /** Selects as a key says; false where it is no such key. */
  select(event: KeyboardEvent): boolean {
    return selectByKey(event, this.#grid, this.#touchbase.selection);
  }

  /** Selects as the pointer says: with Shift up to here, else this one; the header all or none. */
  point({ row, column }: Place, { shiftKey }: MouseEvent): void {
    const { selection } = this.#touchbase;
    const id = this.#grid.idAt(row);
    if (shiftKey && id !== null) selection.extendTo(id);
    else this.#check(row);
    this.#grid.set({ row, column });
    this.#grid.focus();
  }

  /** Does what a key asks for at the active cell; false where it asks for nothing. */
  press(key: string): boolean {
    const place = this.#grid.place.peek();
    switch (key) {
      case 'Enter':
        this.activate(place);
        return true;
      case 'F2':
        this.#grid.edit();
        return true;
      case 'Delete':
        this.#delete(place);
        return true;
      default:
        return false;
    }
  }

  /**
   * A checkbox selects, a header sorts, a title or a long text opens its contact, the last column deletes it; any other cell
   * is edited.
   */
  activate({ row, column }: Place): void {
    const { router } = this.#touchbase;
    const id = this.#grid.idAt(row);
    const name = this.#fieldAt(column);
    if (column < 0) this.#check(row);
    else if (row < 0) this.#sortBy(name);
    else if (name === undefined) this.#remove(row);
    else if (id !== null && this.#isTitle(name)) router.open({ id });
    else if (!this.#grid.edit() && id !== null) router.open({ id });
  }

  #sortBy(name: string | undefined): void {
    if (name !== undefined) sortBy(this.#touchbase, name);
  }

  #check(row: number): void {
    const id = this.#grid.idAt(row);
    if (id === null) this.#touchbase.selection.toggleAll();
    else this.#touchbase.selection.toggle(id);
  }

  /** The name and the checkbox stand for their contact: to delete them is to delete that. Any other cell is only emptied. */
  #delete({ row, column }: Place): void {
    const id = this.#grid.idAt(row);
    const name = this.#fieldAt(column);
    if (id === null) return;
    if (name === undefined || this.#isTitle(name)) this.#remove(row);
    else this.#touchbase.actions.clear(id, name);
    this.#grid.focus();
  }

  /** The focus goes to the contact that moves up. */
  #remove(row: number): void {
    const { contacts, actions } = this.#touchbase;
    const id = this.#grid.idAt(row);
    if (id === null) return;
    actions.remove(id);
    const { column } = this.#grid.place.peek();
    this.#grid.set({ row: Math.min(row, contacts.shown.peek().length - 1), column });
    this.#grid.focus();
  }

  /** The field of a column; undefined for the first, the checkbox, and the last, the delete button. */
  #fieldAt(column: number): string | undefined {
    return this.#touchbase.contacts.columns.peek()[column]?.[0];
  }

  #isTitle(name: string): boolean {
    return name === this.#touchbase.contacts.noun.titleField;
  }
}
