import { CHECK_COLUMN, type Column, DELETE_COLUMN } from './widths.ts';

/** Scrolls a table sideways so far that a column is seen beside the checkbox and the first column, which stay. */
export function revealColumn(table: HTMLElement, column: number, columns: readonly Column[]): void {
  if (column <= 0) return;
  const left = columns.slice(0, column).reduce((sum, { width }) => sum + width, CHECK_COLUMN);
  const width = columns[column]?.width ?? DELETE_COLUMN;
  const first = CHECK_COLUMN + (columns[0]?.width ?? 0);
  table.scrollLeft = Math.min(Math.max(table.scrollLeft, left + width - table.clientWidth), left - first);
}
