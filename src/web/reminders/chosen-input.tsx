import { useSignal } from '@preact/signals';
import type { Field } from '../../domain/field.ts';
import { Combobox } from '../ui/combobox.tsx';

interface ChosenInputProps {
  readonly id: string;
  readonly name: string;
  readonly field: Field;
  /** What stands in it as it is kept. */
  readonly saved: string;
  readonly offered: () => readonly string[];
  /** What was meant by a text, as it is kept; or what is wrong with it. */
  readonly read: (text: string) => { readonly meant: string } | { readonly wrong: string };
  /** Gets what was meant once a person is done with it or chose it; never what is kept already. */
  readonly onKeep: (meant: string) => void;
}

/** A text that is chosen from a list or typed: kept when it is chosen or left, or with Enter; Escape brings back what is kept. */
export function ChosenInput(props: ChosenInputProps) {
  const { id, name, field, offered } = props;
  const { text, wrong, type, settle, press } = useChoice(props);
  /** A long list opens where what stands in the input is. */
  const show = () =>
    requestAnimationFrame(() => {
      const options = [...(document.getElementById(`${id}-options`)?.children ?? [])];
      options.find((one) => one.textContent === text)?.scrollIntoView({ block: 'center' });
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what its input does
    <span
      class="saved-input"
      onKeyDown={press}
      onClick={show}
      onFocusOut={settle}
      onInput={(event) => {
        // What is chosen from the list is not typed.
        if (!(event instanceof InputEvent)) settle();
      }}
    >
      <Combobox
        id={id}
        name={name}
        field={field}
        text={text}
        onText={type}
        isInvalid={wrong !== null}
        describedBy={`${id}-note`}
        suggestions={offered}
      />
      <span id={`${id}-note`} class="error" aria-live="polite">
        {wrong}
      </span>
    </span>
  );
}

/** What stands in the input, and what becomes of it. */
function useChoice({ saved, read, onKeep }: Pick<ChosenInputProps, 'saved' | 'read' | 'onKeep'>) {
  const typed = useSignal<string | null>(null);
  const text = typed.value ?? saved;
  const result = text === saved ? null : read(text);
  const type = (next: string) => {
    typed.value = next;
  };
  const settle = () => {
    const written = typed.peek();
    const now = written === null ? null : read(written);
    if (now === null || 'wrong' in now) return;
    typed.value = null;
    if (now.meant !== saved) onKeep(now.meant);
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Enter') settle();
    else if (event.key === 'Escape') typed.value = null;
  };
  return { text, wrong: result && 'wrong' in result ? result.wrong : null, type, settle, press };
}
