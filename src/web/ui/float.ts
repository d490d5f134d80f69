/** Pixels between what floats and where it belongs, and the edge of the window. */
const GAP = 4;
const EDGE = 8;

/** Pixels: a list is not worth opening in less. */
const LOWEST = 120;
/** Nor is it easy to read in more. */
const HIGHEST = 320;

/**
 * Keeps a popover at an element, as wide as that at least: below it, or above it where there is more room.
 *
 * @returns lets it go
 */
export function floatAt(popover: HTMLElement, anchor: HTMLElement): () => void {
  const place = () => placeAt(popover.style, anchor.getBoundingClientRect());
  const view = window.visualViewport;
  place();
  addEventListener('scroll', place, { capture: true, passive: true });
  view?.addEventListener('resize', place);
  return () => {
    removeEventListener('scroll', place, { capture: true });
    view?.removeEventListener('resize', place);
  };
}

function placeAt(style: CSSStyleDeclaration, { left, top, bottom, width }: DOMRect): void {
  const below = seenHeight() - bottom - GAP - EDGE;
  const isAbove = below < LOWEST && top > below;
  style.left = `${Math.max(EDGE, left)}px`;
  style.minWidth = `${width}px`;
  style.maxWidth = `${innerWidth - Math.max(EDGE, left) - EDGE}px`;
  style.maxHeight = `${Math.min(isAbove ? top - GAP - EDGE : below, HIGHEST)}px`;
  style.top = isAbove ? 'auto' : `${bottom + GAP}px`;
  style.bottom = isAbove ? `${innerHeight - top + GAP}px` : 'auto';
}

/** What of the window a phone's keyboard leaves free. */
function seenHeight(): number {
  const view = window.visualViewport;
  return view ? view.offsetTop + view.height : innerHeight;
}
