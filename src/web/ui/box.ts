import { type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element, as it changes. */
export function useBox(element: { readonly current: HTMLElement | null }): Signal<Box> {
  const box = useSignal<Box>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      box.value = { width: current.clientWidth, height: current.clientHeight };
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, []);
  return box;
}
