import { useSignal } from '@preact/signals';
import type { Control } from '../../domain/field.ts';
import { attributesOf, type ControlProps } from './control-props.ts';
import { enterText } from './enter-text.ts';
import { tidy } from './field-text.ts';

/** One line of text, with suggestions where there are some. */
export function TextControl(props: ControlProps) {
  const { id, name, field, text, onText, suggestions } = props;
  const hasFocus = useSignal(false);
  const listId = `${id}-suggestions`;
  const leave = (input: HTMLInputElement) => {
    hasFocus.value = false;
    const meant = tidy(field, text);
    if (meant !== text) enterText(input, meant);
  };
  return (
    <>
      <input
        {...attributesOf(props)}
        {...hintsFor(field.control)}
        name={name}
        type="text"
        dir="auto"
        autocomplete="off"
        list={suggestions && listId}
        value={text}
        onFocus={() => {
          hasFocus.value = true;
        }}
        onBlur={(event) => leave(event.currentTarget)}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {suggestions && (
        <datalist id={listId}>
          {hasFocus.value && suggestions().map((value) => <option key={value} value={value} />)}
        </datalist>
      )}
    </>
  );
}

/** `type=email` and `type=url` would rewrite what is typed: only the keyboard of a phone is told. */
function hintsFor(control: Control) {
  if (control !== 'email' && control !== 'url' && control !== 'tel') return {};
  return { inputMode: control, autocapitalize: 'off', spellcheck: false } as const;
}
