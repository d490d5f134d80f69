import type { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { signal } from '@preact/signals';

interface Library {
  readonly draggable: typeof draggable;
  readonly dropTargetForElements: typeof dropTargetForElements;
}

/** The id of the application that is being dragged. */
export const dragged = signal<string | null>(null);

/** Loaded after the board is there: nobody drags before they have looked. Without it the menus and keys still move. */
let library: Promise<Library> | undefined;

/** Lets a card be dragged. Returns how to stop that. */
export function letDrag(card: HTMLElement, idOf: () => string): () => void {
  return whenLoaded(({ draggable }) =>
    draggable({
      element: card,
      getInitialData: () => ({ id: idOf() }),
      onDragStart: () => {
        dragged.value = idOf();
        card.toggleAttribute('data-dragged', true);
      },
      onDrop: () => {
        dragged.value = null;
        card.toggleAttribute('data-dragged', false);
      },
    }),
  );
}

/** Lets cards be dropped. Returns how to stop that. */
export function letDrop(
  place: HTMLElement,
  on: { readonly over: (isOver: boolean) => void; readonly drop: (id: string) => void },
): () => void {
  return whenLoaded(({ dropTargetForElements }) =>
    dropTargetForElements({
      element: place,
      onDragEnter: () => on.over(true),
      onDragLeave: () => on.over(false),
      onDrop: ({ source }) => {
        on.over(false);
        if (typeof source.data.id === 'string') on.drop(source.data.id);
      },
    }),
  );
}

/** Begins something once the library is there. Returns how to stop it, also before it began. */
function whenLoaded(begin: (library: Library) => () => void): () => void {
  let stop: (() => void) | undefined;
  let isOver = false;
  library ??= load();
  library.then(
    (loaded) => {
      if (!isOver) stop = begin(loaded);
    },
    () => {
      library = undefined;
    },
  );
  return () => {
    isOver = true;
    stop?.();
  };
}

function load(): Promise<Library> {
  return import('@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter');
}
