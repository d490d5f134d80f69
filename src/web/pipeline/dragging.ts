import { signal } from '@preact/signals';

type DragAndDrop = typeof import('./drag-and-drop.ts');

/** The id of the application that is being dragged. */
export const dragged = signal<string | null>(null);

/** Loaded after the board is there: nobody drags before they have looked. Without it menus and keys still move. */
let loading: Promise<DragAndDrop> | undefined;

/** Begins something once dragging is loaded. Returns how to stop it, also before it began. */
export function withDragging(begin: (dragAndDrop: DragAndDrop) => () => void): () => void {
  let stop: (() => void) | undefined;
  let isOver = false;
  loading ??= import('./drag-and-drop.ts');
  loading.then(
    (loaded) => {
      if (!isOver) stop = begin(loaded);
    },
    () => {
      loading = undefined;
    },
  );
  return () => {
    isOver = true;
    stop?.();
  };
}
