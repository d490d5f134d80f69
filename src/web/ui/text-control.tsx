import type { Control } from '../../domain/field.ts';
import { tidy } from '../../domain/typed-text.ts';
import { Combobox } from './combobox.tsx';
import { attributesOf, type ControlProps } from './control-props.ts';
import { enterText } from './enter-text.ts';

/** One line of text, with suggestions where there are some. */
export function TextControl(props: ControlProps) {
  const { name, field, text, onText, suggestions } = props;
  if (suggestions) return <Combobox {...props} suggestions={suggestions} />;
  const leave = (input: HTMLInputElement) => {
    const meant = tidy(field, text);
    if (meant !== text) enterText(input, meant);
  };
  return (
    <input
      {...attributesOf(props)}
      {...hintsFor(field.control)}
      name={name}
      type="text"
      dir="auto"
      autocomplete="off"
      value={text}
      onBlur={(event) => leave(event.currentTarget)}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}

/** `type=email` and `type=url` would rewrite what is typed: only the keyboard of a phone is told. */
function hintsFor(control: Control) {
  if (control === 'number') return { inputMode: 'numeric' } as const;
  if (control !== 'email' && control !== 'url' && control !== 'tel') return {};
  return { inputMode: control, autocapitalize: 'off', spellcheck: false } as const;
}
