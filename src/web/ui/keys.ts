import { useLayoutEffect } from 'preact/hooks';

/** What Ctrl is called, where it commands. */
export const COMMAND_KEY = /^(Mac|iP)/.test(navigator.platform) ? '⌘' : 'Ctrl';

/** What one key does, wherever the focus is; never while a person types. */
type Shortcuts = Readonly<Record<string, () => void>>;

/** Listens for shortcuts for as long as the component is there. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const run = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key] : undefined;
      if (!run || event.defaultPrevented || !isPlain(event) || isTyping(event.target)) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}

/** Ctrl or Command with K: it is no text, so it works while a person types, too. */
export function useFindKey(run: () => void): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}

/** Whether no other key is held that would make it the browser's. */
export function isPlain(event: KeyboardEvent): boolean {
  return !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
}

/** Whether keys are a person's text there, or belong to what is over the page. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog, [popover]') !== null;
}
