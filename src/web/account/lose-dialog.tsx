import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../words/say-account.ts';

/** What a person would lose, by name, and what they asked for. */
export interface Losing {
  readonly names: readonly string[];
  readonly go: () => void;
}

/** Asks before something is lost; the safe answer comes first. */
export function LoseDialog({ losing }: { losing: Signal<Losing | null> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (losing.value) dialog.current?.showModal();
  }, [losing.value]);
  const close = () => dialog.current?.close();
  const go = () => {
    const { value } = losing;
    close();
    value?.go();
  };
  return (
    <dialog
      ref={dialog}
      class="help ask"
      aria-labelledby="lose-title"
      onClose={() => {
        losing.value = null;
      }}
    >
      <h2 id="lose-title">{say.account.loseTitle}</h2>
      <p>{say.account.loseText}</p>
      <ul dir="auto">
        {losing.value?.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <div class="acts">
        <button type="button" class="primary" onClick={close}>
          {say.account.stay}
        </button>
        <button type="button" class="plain danger" onClick={go}>
          {say.account.loseAnyway}
        </button>
      </div>
    </dialog>
  );
}
