import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../words/say.ts';
import { attributesOf, type ControlProps } from './control-props.ts';
import { floatAt } from './float.ts';
import { useOptions } from './use-options.ts';

interface ComboboxProps extends ControlProps {
  readonly suggestions: () => readonly string[];
}

/**
 * One line of text with a list of what is often meant; any other text may be typed. WAI-ARIA Authoring Practices 1.2,
 * editable combobox with list autocomplete.
 */
export function Combobox(props: ComboboxProps) {
  const { id, name, text } = props;
  const input = useRef<HTMLInputElement>(null);
  const { shown, active, press, type, open, close, pick } = useOptions(props, input);
  const idOfOption = (index: number) => `${id}-option-${index}`;
  return (
    <>
      <input
        {...attributesOf(props)}
        ref={input}
        name={name}
        type="text"
        dir="auto"
        autocomplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-options`}
        aria-activedescendant={active < 0 ? undefined : idOfOption(active)}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onClick={open}
        onBlur={close}
      />
      <Options id={`${id}-options`} input={input} shown={shown} active={active} idOf={idOfOption} onPick={pick} />
    </>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly input: { readonly current: HTMLElement | null };
  readonly shown: readonly string[];
  readonly active: number;
  readonly idOf: (index: number) => string;
  readonly onPick: (option: string) => void;
}

/** In a popover, so that neither a cell nor the panel cuts it. The focus stays in the input. */
export function Options({ id, input, shown, active, idOf, onPick }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const isShown = shown.length > 0;
  useLayoutEffect(() => {
    if (!isShown || !list.current || !input.current) return;
    list.current.showPopover();
    const letGo = floatAt(list.current, input.current);
    return () => {
      letGo();
      list.current?.hidePopover();
    };
  }, [isShown]);
  useLayoutEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);
  return (
    <div
      ref={list}
      id={id}
      class="options"
      popover="manual"
      role="listbox"
      aria-label={say.control.suggestions}
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input, which keeps the focus
        <div
          key={option}
          id={idOf(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          dir="auto"
          onClick={() => onPick(option)}
        >
          {option}
        </div>
      ))}
    </div>
  );
}
