import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { say } from '../words/say-plan.ts';
import type { ImportSession } from './import-session.ts';

/** Which addresses are the person's own: by them it is told who wrote to whom. */
export function Whose({ session }: { readonly session: ImportSession }) {
  const id = useId();
  const text = useSignal(session.emails.join(', '));
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const emails = text.value.split(/[,;\s]+/).filter((one) => one.includes('@'));
    void session.own(emails);
  };
  return (
    <form class="whose" onSubmit={onSubmit}>
      <label for={id}>{say.whose.label}</label>
      <span class="acts">
        <input
          id={id}
          type="text"
          inputMode="email"
          autocomplete="email"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
        />
        <button type="submit" class="plain">
          {say.whose.again}
        </button>
      </span>
      <span id={`${id}-hint`} class="hint">
        {say.whose.hint}
      </span>
    </form>
  );
}
