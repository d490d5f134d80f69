import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { view } from '../../../domain/view.ts';
import { say } from '../../words/say.ts';

interface NameFormProps {
  readonly name: string;
  /** What speaks against a name; null where nothing does. */
  readonly objection: (name: string) => string | null;
  /** Whether a second Enter has it all the same. */
  readonly insists: boolean;
  readonly onName: (name: string) => void;
}

/** Asks for the name of a view, in its menu. */
export function NameForm({ name, objection, insists, onName }: NameFormProps) {
  const text = useSignal(name);
  const warned = useSignal<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const note = useId();
  useLayoutEffect(() => input.current?.select(), []);
  const submit = () => {
    const given = text.peek().trim();
    const wrong = given === '' ? null : objection(given);
    const isWarned = insists && warned.peek() === given;
    if (wrong !== null && !isWarned) warned.value = given;
    else if (given !== '') onName(given);
  };
  return (
    <div class="name-form">
      <input
        ref={input}
        type="text"
        dir="auto"
        autocomplete="off"
        aria-label={say.views.name}
        aria-describedby={note}
        placeholder={say.views.name}
        maxLength={view.fields.name.maxLength}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          warned.value = null;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          submit();
        }}
      />
      <button type="button" class="plain" onClick={submit}>
        {say.views.keep}
      </button>
      <p id={note} class="note" role="alert">
        {warned.value === null ? null : objection(warned.value)}
      </p>
    </div>
  );
}
