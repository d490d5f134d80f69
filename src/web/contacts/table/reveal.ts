import type { Place } from './grid-keys.ts';
import { ROW } from './row.tsx';
import type { Column } from './widths.ts';

/** Scrolls a table so far that a cell is seen, below the header and beside the first column, which both stay. */
export function reveal(table: HTMLElement, { row, column }: Place, columns: readonly Column[]): void {
  if (row >= 0) {
    const highest = (row + 2) * ROW - table.clientHeight;
    table.scrollTop = Math.min(Math.max(table.scrollTop, highest), row * ROW);
  }
  const left = columns.slice(0, column).reduce((sum, { width }) => sum + width, 0);
  const width = columns[column]?.width ?? 0;
  const first = columns[0]?.width ?? 0;
  if (column === 0) return;
  table.scrollLeft = Math.min(Math.max(table.scrollLeft, left + width - table.clientWidth), left - first);
}
