/** So many rows are ready above and below what is seen. */
const SPARE = 5;

export interface RowWindow {
  readonly start: number;
  /** Not included. */
  readonly end: number;
}

/** Which of `count` rows of one height to draw for a box that shows `height` pixels from `top` on. */
export function rowWindow(top: number, height: number, rowHeight: number, count: number): RowWindow {
  const first = Math.floor(top / rowHeight);
  const seen = Math.ceil(height / rowHeight) + 1;
  return { start: Math.min(Math.max(0, first - SPARE), count), end: Math.min(count, first + seen + SPARE) };
}

/** The rows of a window and the active one: it is always drawn, so that the focus is never lost by scrolling. */
export function rowsToDraw({ start, end }: RowWindow, active: number): number[] {
  const rows = Array.from({ length: end - start }, (_, index) => start + index);
  return active < 0 || (active >= start && active < end) ? rows : [...rows, active];
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
