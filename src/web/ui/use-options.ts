import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import type { ControlProps } from './control-props.ts';
import { enterText } from './enter-text.ts';
import { isPlain } from './keys.ts';
import { stepped, suggest } from './suggest.ts';

interface OptionsOf extends Pick<ControlProps, 'text' | 'onText'> {
  readonly suggestions: () => readonly string[];
}

/** What a combobox offers and what its keys do. While its list is open, all that is offered is held in memory. */
export function useOptions({ text, onText, suggestions }: OptionsOf, input: RefObject<HTMLInputElement | null>) {
  const offered = useSignal<readonly string[] | null>(null);
  const isNarrowed = useSignal(false);
  const active = useSignal(-1);
  const shown = offered.value === null ? [] : isNarrowed.value ? suggest(offered.value, text) : offered.value;
  const at = active.value < shown.length ? active.value : -1;

  const offer = (narrowed: boolean) => {
    offered.value ??= suggestions();
    isNarrowed.value = narrowed;
    active.value = -1;
  };
  const open = () => {
    if (shown.length === 0) offer(false);
  };
  const close = () => {
    offered.value = null;
    active.value = -1;
  };
  const type = (typed: string) => {
    onText(typed);
    // What is entered otherwise, by a button beside it, asks for no list.
    if (document.activeElement === input.current) offer(true);
  };
  const pick = (option: string) => {
    if (input.current) enterText(input.current, option);
    close();
  };
  /** Into the list from what stands, if that is in it. */
  const move = (step: 1 | -1) => {
    open();
    const list = shown.length > 0 ? shown : (offered.peek() ?? []);
    const isFirst = at < 0 && list.includes(text);
    active.value = isFirst ? list.indexOf(text) : stepped(at, step, list.length);
  };
  const press = (event: KeyboardEvent) => {
    const option = shown[at];
    if (!isPlain(event)) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && option !== undefined) pick(option);
    else if (event.key === 'Escape' && shown.length > 0) {
      // It closes the list and nothing else.
      event.stopPropagation();
      close();
    } else return;
    event.preventDefault();
  };
  return { shown, active: at, press, type, open, close, pick };
}
