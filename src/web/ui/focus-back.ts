import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus back to where it was before something opened, once that has closed.
 *
 * @param orElse where the focus was nowhere, in what is gone now, or in the table, which gives it to its active cell
 */
export function useFocusBack(isOpen: boolean, orElse: () => void): void {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // While it is drawn: what opens takes the focus as soon as it is there.
  if (isOpen && !wasOpen.current) opener.current = document.activeElement;
  wasOpen.current = isOpen;
  useEffect(() => {
    const { current } = opener;
    if (isOpen || current === null || document.activeElement !== document.body) return;
    focusAgain(current, orElse);
  }, [isOpen]);
}

/** Gives the focus to what had it once; `orElse` where that is gone, or in the table, which gives it to its active cell. */
export function focusAgain(element: Element | null, orElse: () => void): void {
  if (element instanceof HTMLElement && element.isConnected && isOneItself(element)) element.focus();
  else orElse();
}

/** When what has the focus goes away, gives it to something else, unless something took it meanwhile. */
export function useFocusHandOver(element: { readonly current: HTMLElement | null }, to: () => void): void {
  const latest = useRef(to);
  latest.current = to;
  useLayoutEffect(() => {
    const { current } = element;
    const handOver = () => document.activeElement === document.body && latest.current();
    return () => void (current?.contains(document.activeElement) && queueMicrotask(handOver));
  }, []);
}

function isOneItself(element: HTMLElement): boolean {
  return element !== document.body && element.closest('[role=grid]') === null;
}
