/** A text that no date is: what a half-typed one stands for. */
export const HALF_TYPED = '?';

/** Whether a date or a time in `place` is half typed: the browser gives an empty text for it, which means none. */
export function isHalfTyped(place: Element | null | undefined): boolean {
  const inputs = place?.querySelectorAll('input') ?? [];
  return [...inputs].some(({ validity }) => validity.badInput);
}
