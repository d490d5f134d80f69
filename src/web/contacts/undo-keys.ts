import { useEffect } from 'preact/hooks';
import { useTouchbase } from '../touchbase.ts';
import { isTyping } from '../ui/keys.ts';

/** Ctrl or Command with Z undoes, with Shift and Z or with Y makes again. In a text it is the browser that undoes. */
export function useUndoKeys(): void {
  const { deeds } = useTouchbase();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = askedBy(event);
      if (asked === null || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      deeds[asked]();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [deeds]);
}

function askedBy({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (ctrlKey === metaKey || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}
