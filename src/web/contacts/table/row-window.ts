/** So many rows are ready above and below what is seen. */
const SPARE = 8;

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
