import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { dragged } from './dragging.ts';

/** Lets a card be dragged. Returns how to stop that. */
export function letDrag(card: HTMLElement, idOf: () => string): () => void {
  return draggable({
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
  });
}

export interface Dropping {
  /** Told whether something is dragged over the place. */
  readonly over: (isOver: boolean) => void;
  /** Told the id of what was dropped. */
  readonly drop: (id: string) => void;
}

/** Lets cards be dropped. Returns how to stop that. */
export function letDrop(place: HTMLElement, { over, drop }: Dropping): () => void {
  return dropTargetForElements({
    element: place,
    onDragEnter: () => over(true),
    onDragLeave: () => over(false),
    onDrop: ({ source }) => {
      over(false);
      if (typeof source.data.id === 'string') drop(source.data.id);
    },
  });
}
