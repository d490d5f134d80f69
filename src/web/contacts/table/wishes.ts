import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Grid, Wish } from './grid.ts';

/** Serves each wish of the grid once, after what it is about was drawn. */
export function useWishes(grid: Grid, serve: (wish: Wish) => void): void {
  useLayoutEffect(() => {
    const wish = grid.takeWish();
    if (wish !== null) serve(wish);
  }, [grid.wish.value]);
}

interface Scrolled {
  /** Pixels: where a wish leads to, so that no rows are drawn first that are not seen then; else where the list is. */
  readonly top: number;
  readonly onScroll: (event: { readonly currentTarget: HTMLElement }) => void;
}

/**
 * Serves the wishes for a list that scrolls; `[data-active]` in it, or the cell that Tab reaches, takes the focus. How far
 * it is scrolled is kept: a browser that is asked lays out the whole page before it answers.
 *
 * @param revealed from how far it is scrolled to how far it must be so that what is active is seen
 * @param reveal does the same sideways
 */
export function useListWishes(
  grid: Grid,
  list: { readonly current: HTMLElement | null },
  revealed: (top: number) => number,
  reveal?: (list: HTMLElement) => void,
): Scrolled {
  const scrolled = useSignal(0);
  const topFor = (wish: Wish) => (wish === 'top' ? 0 : revealed(scrolled.value));
  useWishes(grid, (wish) => {
    const { current } = list;
    const top = topFor(wish);
    if (!current) return;
    if (top !== scrolled.peek()) current.scrollTop = scrolled.value = top;
    if (wish !== 'top') reveal?.(current);
    if (wish === 'focus')
      current.querySelector<HTMLElement>('[data-active], [tabindex="0"]')?.focus({ preventScroll: true });
  });
  return {
    top: grid.unserved === null ? scrolled.value : topFor(grid.unserved),
    onScroll: ({ currentTarget }) => {
      scrolled.value = currentTarget.scrollTop;
    },
  };
}
