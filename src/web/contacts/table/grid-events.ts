import { isPlain } from '../../ui/keys.ts';
import type { Grid } from './grid.ts';
import type { GridCommands } from './grid-commands.ts';
import type { Place } from './grid-keys.ts';

/** What the pointer and the keyboard do in the table. The editor of a cell keeps its own events to itself. */
export function gridEvents(grid: Grid, commands: GridCommands) {
  return {
    onKeyDown(event: KeyboardEvent): void {
      if (isInEditor(event)) return;
      if (commands.select(event)) event.preventDefault();
      else if ((isPressed(event) && commands.press(event.key)) || grid.move(event)) event.preventDefault();
      // The browser goes on to type the character into the editor, which has the focus by then.
      else if (beginsText(event) && grid.edit()) event.stopPropagation();
    },
    onFocusIn(event: FocusEvent): void {
      const place = placeOf(event);
      if (place && !isInEditor(event)) grid.set(place);
    },
    onClick(event: MouseEvent): void {
      const place = placeOf(event);
      if (!place || isInEditor(event)) return;
      const isHeld = event.ctrlKey || event.metaKey || event.shiftKey;
      if (place.column < 0 || (isHeld && !isPressable(event))) commands.point(place, event);
      else if (!isHeld && isPressable(event)) {
        event.preventDefault();
        commands.activate(place);
      }
    },
    /** With Shift the browser would select text up to here. */
    onMouseDown(event: MouseEvent): void {
      if (!event.shiftKey || !placeOf(event) || isInEditor(event)) return;
      if (!isPressable(event)) event.preventDefault();
    },
    onDblClick(event: MouseEvent): void {
      if (placeOf(event) && !isInEditor(event) && !isPressable(event)) grid.edit();
    },
  };
}

function placeOf({ target }: Event): Place | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
  const row = cell?.closest('[aria-rowindex]');
  if (!cell || !row) return null;
  // Both count from 1; the header is the first row, the checkboxes are the first column.
  return { row: Number(row.ariaRowIndex) - 2, column: Number(cell.ariaColIndex) - 2 };
}

/** A key that is held down does what it does once. */
function isPressed(event: KeyboardEvent): boolean {
  return isPlain(event) && !event.repeat;
}

/** A character; but `/` and `?`, with which hardly any value begins, stay shortcuts. */
function beginsText(event: KeyboardEvent): boolean {
  return isPressed(event) && /^[^\s/?]$/u.test(event.key);
}

function isInEditor({ target }: Event): boolean {
  return target instanceof Element && target.closest('.editor') !== null;
}

/** What does something at the first click. */
function isPressable({ target }: Event): boolean {
  return target instanceof Element && target.closest('a, button, [role=columnheader]') !== null;
}
