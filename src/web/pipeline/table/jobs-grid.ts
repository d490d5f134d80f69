import { computed, signal } from '@preact/signals';
import { application } from '../../../domain/application.ts';
import { type AnyRecord, idOf } from '../../../domain/noun.ts';
import { type Place, placeAfter } from '../../contacts/table/grid-keys.ts';
import type { Touchbase } from '../../touchbase.ts';
import { isPlain, isTyping } from '../../ui/keys.ts';
import { say } from '../../words/say-pipeline.ts';
import { sortBy, writeAsked } from '../asked.ts';
import { stageStep } from '../board-keys.ts';
import type { Mover } from '../mover.ts';
import type { Pipeline } from '../pipeline.ts';
import { JOB_COLUMNS, labelOf } from './table-columns.ts';

/** What the pointer and the keyboard do in the table of applications, and which of its cells is the active one. */
export class JobsGrid {
  /** The active cell; row -1 is the header. It follows its application when the order changes. */
  readonly place = computed<Place>(() => ({
    row: this.#isInHead.value ? -1 : this.row.value,
    column: this.#column.value,
  }));
  /** The row of the application that a person is at. */
  readonly row = computed(() => {
    const { shown, active } = this.#pipeline;
    const at = shown.value.findIndex((record) => idOf(application, record) === active.value);
    return Math.max(0, at);
  });
  /** How many rows are seen at once. */
  page = 1;
  readonly #column = signal(0);
  readonly #isInHead = signal(false);
  readonly #pipeline: Pipeline;
  readonly #mover: Mover;
  readonly #parts: Pick<Touchbase, 'router' | 'toasts'>;

  constructor(pipeline: Pipeline, mover: Mover, parts: Pick<Touchbase, 'router' | 'toasts'>) {
    this.#pipeline = pipeline;
    this.#mover = mover;
    this.#parts = parts;
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (!isTyping(event.target) && this.#press(event)) event.preventDefault();
  };

  readonly onFocusIn = ({ target }: FocusEvent): void => {
    const place = isTyping(target) ? null : placeOf(target);
    if (place) this.#set(place);
  };

  readonly onClick = ({ target }: MouseEvent): void => {
    const isPressable = target instanceof Element && target.closest('a, button') !== null;
    const place = isTyping(target) || isPressable ? null : placeOf(target);
    if (place) this.#activate(place);
  };

  #press(event: KeyboardEvent): boolean {
    const { shown } = this.#pipeline;
    const place = this.place.peek();
    const record = shown.peek()[place.row];
    const step = stageStep(event);
    if (step !== null) return record !== undefined && this.#step(record, step, event.repeat);
    const size = { rows: shown.peek().length, columns: JOB_COLUMNS.length, page: this.page };
    const next = placeAfter(event, place, size);
    if (next) return this.#go(next);
    if (event.repeat || !isPlain(event)) return false;
    if (event.key === 'Enter') return this.#activate(place, event.target);
    return event.key === 'm' && record !== undefined && openMenu(event.target);
  }

  #step(record: AnyRecord, step: 1 | -1, isRepeated: boolean): boolean {
    if (!isRepeated) this.#mover.step(record, step);
    return true;
  }

  #go(place: Place): boolean {
    this.#set(place);
    this.#pipeline.focus();
    return true;
  }

  #set({ row, column }: Place): void {
    this.#column.value = Math.max(0, column);
    this.#isInHead.value = row < 0;
    const record = this.#pipeline.shown.peek()[row];
    if (record) this.#pipeline.active.value = idOf(application, record);
  }

  /** Sorts by a header, opens the menu of a stage, and otherwise the application. */
  #activate({ row, column }: Place, target?: EventTarget | null): boolean {
    const name = JOB_COLUMNS[column]?.name ?? '';
    if (row < 0) return this.#sort(name);
    if (name === 'stage') return target !== undefined && openMenu(target);
    const record = this.#pipeline.shown.peek()[row];
    const asked = writeAsked(this.#pipeline.asked.peek());
    if (record) this.#parts.router.goTo('applications', { id: idOf(application, record) }, asked);
    return record !== undefined;
  }

  #sort(name: string): boolean {
    const sort = sortBy(this.#pipeline.sort.peek(), name);
    this.#pipeline.ask({ sort });
    this.#parts.toasts.say(say.contacts.sortedBy(labelOf(name), sort.descending));
    return true;
  }
}

function openMenu(target: EventTarget | null): boolean {
  const row = target instanceof Element ? target.closest('[role=row]') : null;
  row?.querySelector<HTMLElement>('.move')?.click();
  return row !== null;
}

function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
  const row = cell?.closest('[aria-rowindex]');
  // Both count from 1; the header is the first row.
  return cell && row ? { row: Number(row.ariaRowIndex) - 2, column: Number(cell.ariaColIndex) - 1 } : null;
}
