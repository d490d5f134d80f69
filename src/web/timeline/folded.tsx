import { useSignal } from '@preact/signals';
import { told } from '../words/say-conversation.ts';
import { AT_A_GLANCE, beginning, type Glance } from './beginning.ts';

interface FoldedProps {
  readonly text: string;
  /** So much of it is shown at first. */
  readonly most?: Glance;
}

/** A text of a person; a long one is folded. */
export function Folded({ text, most = AT_A_GLANCE }: FoldedProps) {
  const isOpen = useSignal(false);
  const short = beginning(text, most);
  const isLong = short !== text;
  return (
    <>
      <p class="body" dir="auto">
        {isOpen.value || !isLong ? text : `${short}…`}
      </p>
      {isLong && (
        <button
          type="button"
          class="link"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isOpen.value ? told.timeline.showLess : told.timeline.showAll}
        </button>
      )}
    </>
  );
}
