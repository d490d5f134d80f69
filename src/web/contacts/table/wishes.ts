import { useLayoutEffect } from 'preact/hooks';
import type { Grid, Wish } from './grid.ts';

/** Serves each wish of the grid once, after what it is about was drawn. */
export function useWishes(grid: Grid, serve: (wish: Wish) => void): void {
  useLayoutEffect(() => {
    const wish = grid.takeWish();
    if (wish !== null) serve(wish);
  }, [grid.wish.value]);
}

/** Serves the wishes for a list that scrolls; `[data-active]` in it, or the cell that Tab reaches, takes the focus. */
export function useListWishes(
  grid: Grid,
  list: { readonly current: HTMLElement | null },
  reveal: (list: HTMLElement) => void,
): void {
  useWishes(grid, (wish) => {
    const { current } = list;
    if (!current) return;
    if (wish === 'top') current.scrollTop = 0;
    else reveal(current);
    if (wish === 'focus')
      current.querySelector<HTMLElement>('[data-active], [tabindex="0"]')?.focus({ preventScroll: true });
  });
}
