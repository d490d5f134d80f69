import { useSignal } from '@preact/signals';
import { told } from '../words/say-conversation.ts';
import { beginning } from './beginning.ts';

/** A text of a person; a long one is folded. */
export function Folded({ text }: { readonly text: string }) {
  const isOpen = useSignal(false);
  const short = beginning(text);
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
