import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Pipeline } from './pipeline.ts';

/**
 * What had the focus may be drawn anew elsewhere: it gets the focus again, unless something else took it. A message that
 * was pressed and is gone, or a dialog that closed, gives it back, too.
 *
 * @param changed what is another one whenever something may have been drawn anew
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>, giveBack: () => void, changed: unknown): void {
  const isHere = useRef(false);
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target.closest('.toasts, dialog')) return;
      isHere.current = place.current?.contains(target) ?? false;
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, []);
  useEffect(() => {
    if (isHere.current && document.activeElement === document.body) giveBack();
  }, [changed]);
}

/** Serves each wish for the focus once, after what it is about was drawn. */
export function useFocusWish({ wish }: Pick<Pipeline, 'wish'>, serve: () => void): void {
  useLayoutEffect(() => {
    if (wish.peek() === null) return;
    wish.value = null;
    serve();
  }, [wish.value]);
}
