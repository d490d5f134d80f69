import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Source } from '../../interop/import/source.ts';
import { droppedFiles } from './files.ts';

/**
 * Takes files that are dropped anywhere in the window: one that misses its frame by a little would else take the place of
 * the app.
 *
 * @returns whether files are held over the window
 */
export function useDrop(take: (sources: readonly Source[]) => void): Signal<boolean> {
  const isOver = useSignal(false);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return false;
      event.preventDefault();
      return true;
    };
    const over = (event: DragEvent) => {
      isOver.value = hold(event);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) isOver.value = false;
    };
    const drop = (event: DragEvent) => {
      isOver.value = false;
      if (hold(event)) take(droppedFiles(event.dataTransfer));
    };
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => ended.abort();
  }, [take]);
  return isOver;
}
