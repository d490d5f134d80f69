import type { Signal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';

interface TypedValueProps {
  readonly label: string;
  readonly typed: Signal<string>;
  /** Told of what was typed, when it is done. */
  readonly onEnter: (text: string) => void;
}

/** A box at the top of a menu: what is typed narrows the menu, and with Enter it is the value itself. */
export function TypedValue({ label, typed, onEnter }: TypedValueProps) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value.trim();
    if (event.key !== 'Enter' || event.isComposing || text === '') return;
    event.preventDefault();
    event.stopPropagation();
    onEnter(text);
    event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
  };
  return (
    <input
      type="text"
      dir="auto"
      autocomplete="off"
      aria-label={label}
      placeholder={label}
      value={typed.value}
      onInput={(event) => {
        typed.value = event.currentTarget.value;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
