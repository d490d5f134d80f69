import type { Selection } from '../selection.ts';
import type { Grid } from './grid.ts';

/** What a key does to the selection from the active cell (WAI-ARIA Authoring Practices, grid pattern); false where nothing. */
export function selectByKey(event: KeyboardEvent, grid: Grid, selection: Selection): boolean {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return selectAll(event, selection);
  if (event.key === 'Escape') return clear(selection);
  if (event.key === ' ') return toggle(event, grid, selection);
  return event.shiftKey && step !== undefined && extend(step, grid, selection);
}

function selectAll({ key, shiftKey }: KeyboardEvent, selection: Selection): boolean {
  if (key.toLowerCase() !== 'a' || shiftKey) return false;
  selection.all();
  return true;
}

/** Where nothing is selected it is left to whatever else Escape closes. */
function clear(selection: Selection): boolean {
  if (selection.count.peek() === 0) return false;
  selection.clear();
  return true;
}

/** Space alone is the checkbox's; with Shift it is the row's, whatever its cell. */
function toggle({ shiftKey, repeat }: KeyboardEvent, grid: Grid, selection: Selection): boolean {
  const { row, column } = grid.place.peek();
  const id = grid.idAt(row);
  if (!shiftKey && column >= 0) return false;
  if (repeat) return true;
  if (id !== null) selection.toggle(id);
  else if (column < 0) selection.toggleAll();
  return true;
}

function extend(step: number, grid: Grid, selection: Selection): boolean {
  const { row, column } = grid.place.peek();
  const [from, to] = [grid.idAt(row), grid.idAt(row + step)];
  if (from === null || to === null) return true;
  selection.step(from, to);
  grid.set({ row: row + step, column });
  grid.focus();
  return true;
}
