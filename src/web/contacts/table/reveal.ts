import { CHECK_COLUMN, type Column, DELETE_COLUMN } from './widths.ts';

/** Scrolls a table sideways so far that a column is seen beside the checkbox and the first column, which stay. */
export function revealColumn(table: HTMLElement, column: number, columns: readonly Column[]): void {
  if (column <= 0) return;
  const left = columns.slice(0, column).reduce((sum, { width }) => sum + width, CHECK_COLUMN);
  const width = columns[column]?.width ?? DELETE_COLUMN;
  const first = CHECK_COLUMN + (columns[0]?.width ?? 0);
  table.scrollLeft = Math.min(Math.max(table.scrollLeft, left + width - table.clientWidth), left - first);
}

interface Sizes {
  /** Of each row. */
  readonly row: number;
  /** Of the head that stays above the rows. */
  readonly head: number;
  /** Of the list. */
  readonly height: number;
}

/** How far a list that is scrolled to `top` must be scrolled so that a row is seen, all in pixels. */
export function revealedTop(top: number, row: number, sizes: Sizes): number {
  const lowest = (row + 1) * sizes.row + sizes.head - sizes.height;
  return Math.min(Math.max(top, lowest), row * sizes.row);
}
