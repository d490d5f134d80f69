import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../words/say-account.ts';
import type { Account } from './account.ts';
import { useWork } from './use-work.ts';
import { WorkState } from './work-state.tsx';

interface DeleteAllProps {
  readonly account: Account;
  /** Whether the person was about to, and had to sign in first. */
  readonly isAsked: boolean;
}

/** Deletes all that there is of a person, once they have typed that they mean it. */
export function DeleteAll({ account, isAsked }: DeleteAllProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const ask = () => dialog.current?.showModal();
  useEffect(() => {
    if (isAsked) ask();
  }, []);
  return (
    <section aria-labelledby="account-delete">
      <h2 id="account-delete">{say.account.delete}</h2>
      <p>{say.account.deleteText}</p>
      <div class="acts">
        <button type="button" class="plain danger" onClick={ask}>
          {say.account.delete}
        </button>
      </div>
      <dialog ref={dialog} class="help ask" aria-labelledby="delete-title">
        <Confirm account={account} onCancel={() => dialog.current?.close()} />
      </dialog>
    </section>
  );
}

function Confirm({ account, onCancel }: { account: Account; onCancel: () => void }) {
  const work = useWork();
  const typed = useSignal('');
  const isMeant = typed.value.trim().toLowerCase() === say.account.deleteWord;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isMeant) work.run((tell) => account.deleteAll(tell));
  };
  return (
    <form onSubmit={onSubmit}>
      <h2 id="delete-title">{say.account.delete}</h2>
      <p>{say.account.deleteText}</p>
      <label for="delete-word">{say.account.deleteConfirm}</label>
      <input
        id="delete-word"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      <WorkState work={work} />
      <div class="acts">
        <button type="submit" class="plain danger" disabled={!isMeant} aria-disabled={work.isBusy}>
          {say.account.deleteForGood}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {say.account.cancel}
        </button>
      </div>
    </form>
  );
}
