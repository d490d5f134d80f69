import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus back to where it was before something opened, once that has closed.
 *
 * @param orElse where the focus was nowhere, in what is gone now, or in the table, which gives it to its active cell
 */
export function useFocusBack(isOpen: boolean, orElse: () => void): void {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isOpen) opener.current = document.activeElement;
  }, [isOpen]);
  useEffect(() => {
    const { current } = opener;
    if (isOpen || current === null || document.activeElement !== document.body) return;
    if (current instanceof HTMLElement && current.isConnected && isOneItself(current)) current.focus();
    else orElse();
  }, [isOpen]);
}

function isOneItself(element: HTMLElement): boolean {
  return element !== document.body && element.closest('[role=grid]') === null;
}
