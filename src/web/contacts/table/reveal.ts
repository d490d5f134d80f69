import type { Place } from './grid-keys.ts';
import { ROW } from './row-height.ts';
import { CHECK_COLUMN, type Column, DELETE_COLUMN } from './widths.ts';

/** Scrolls a table so far that a cell is seen, below the header and beside the checkbox and the first column, which all stay. */
export function reveal(table: HTMLElement, { row, column }: Place, columns: readonly Column[]): void {
  if (row >= 0) revealRow(table, row, { height: ROW, head: ROW });
  const left = columns.slice(0, column).reduce((sum, { width }) => sum + width, CHECK_COLUMN);
  const width = columns[column]?.width ?? DELETE_COLUMN;
  const first = CHECK_COLUMN + (columns[0]?.width ?? 0);
  if (column <= 0) return;
  table.scrollLeft = Math.min(Math.max(table.scrollLeft, left + width - table.clientWidth), left - first);
}

/**
 * Scrolls a list so far that a row is seen.
 *
 * @param sizes in pixels: of each row, and of the head that stays above them
 */
export function revealRow(list: HTMLElement, row: number, sizes: { readonly height: number; readonly head: number }) {
  const highest = (row + 1) * sizes.height + sizes.head - list.clientHeight;
  list.scrollTop = Math.min(Math.max(list.scrollTop, highest), row * sizes.height);
}
