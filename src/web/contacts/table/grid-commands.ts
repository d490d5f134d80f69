import type { Touchbase } from '../../touchbase.ts';
import { say } from '../../words/say.ts';
import type { Grid } from './grid.ts';
import type { Place } from './grid-keys.ts';
import { columnFields } from './widths.ts';

/** What a person can do to the cells of the table. */
export class GridCommands {
  readonly #grid: Grid;
  readonly #touchbase: Touchbase;

  constructor(grid: Grid, touchbase: Touchbase) {
    this.#grid = grid;
    this.#touchbase = touchbase;
  }

  /** Does what a key asks for at the active cell; false where it asks for nothing. */
  press(key: string): boolean {
    const place = this.#grid.place.peek();
    switch (key) {
      case 'Enter':
        this.activate(place);
        return true;
      case 'F2':
      case 'e':
        this.#grid.edit();
        return true;
      case 'Delete':
        this.#remove(place.row);
        return true;
      default:
        return false;
    }
  }

  /** A header sorts, a title opens its contact, the last column deletes it; any other cell is edited. */
  activate({ row, column }: Place): void {
    const { contacts, router } = this.#touchbase;
    const fields = columnFields(contacts.noun.fields);
    const id = this.#grid.idAt(row);
    if (row < 0) this.#sortBy(column);
    else if (column === fields.length) this.#remove(row);
    else if (id !== null && fields[column]?.[0] === contacts.noun.titleField) router.open({ id });
    else this.#grid.edit();
  }

  /** Ascending first, descending when asked again. */
  #sortBy(column: number): void {
    const { contacts, router, toasts } = this.#touchbase;
    const [name, field] = columnFields(contacts.noun.fields)[column] ?? [];
    if (name === undefined || field === undefined) return;
    const { sort } = contacts.address.peek();
    const descending = sort.field === name && !sort.descending;
    router.ask({ sort: { field: name, descending } });
    toasts.say(say.contacts.sortedBy(say.schema.label(name, field), descending));
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
}
