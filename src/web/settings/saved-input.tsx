import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Field } from '../../domain/field.ts';
import { fromText } from '../../domain/typed-text.ts';
import { errorOf } from '../ui/field-text.ts';
import { say } from '../words/say-settings.ts';

interface SavedInputProps {
  readonly name: string;
  readonly field: Field;
  readonly label: string;
  /** What stands in it as it is kept. */
  readonly saved: string;
  /** What else may be wrong with a text, in words; null where nothing is. */
  readonly check?: (text: string) => string | null;
  /** Gets the value once a person is done with it; never a wrong one, nor the one that is kept. */
  readonly onSave: (value: unknown) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly keys?: string;
}

/** A text that is checked as it is typed and kept when it is left, or with Enter; Escape brings back what is kept. */
export function SavedInput({ name, field, label, saved, check, onSave, onKeyDown, keys }: SavedInputProps) {
  const id = useId();
  const typed = useSignal<string | null>(null);
  const text = typed.value ?? saved;
  const wrong = text === saved ? null : problemOf(name, field, text, check);
  const settle = () => {
    if (typed.peek() === null || wrong !== null) return;
    typed.value = null;
    if (text !== saved) onSave(fromText(field, text));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) settle();
    else if (event.key === 'Escape') typed.value = null;
    else onKeyDown?.(event);
  };
  return (
    <span class="saved-input">
      <input
        name={name}
        type="text"
        dir="auto"
        autocomplete="off"
        inputMode={field.control === 'number' ? 'numeric' : undefined}
        aria-label={label}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-note`}
        aria-keyshortcuts={keys}
        value={text}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
        onBlur={settle}
        onKeyDown={press}
      />
      <span id={`${id}-note`} class="error" aria-live="polite">
        {wrong}
      </span>
    </span>
  );
}

function problemOf(name: string, field: Field, text: string, check: SavedInputProps['check']): string | null {
  const error = errorOf(name, field, text);
  return error ? say.schema.error(error) : (check?.(text) ?? null);
}
