import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-import.ts';
import { undoRun } from './runs.ts';

interface UndoButtonProps {
  readonly run: string;
  /** What it came from; without it the message names nothing. */
  readonly name?: string;
  readonly label: string;
  readonly description?: string;
  readonly onUndone?: () => void;
}

/** Undoes an import, and says what of it was kept because it was edited since. */
export function UndoButton({ run, name = '', label, description, onUndone }: UndoButtonProps) {
  const { replica, outbox, toasts, today } = useTouchbase();
  const undo = () => {
    const when = { now: new Date().toISOString(), today: today.peek() };
    const { kept } = undoRun(replica, () => void outbox.send(), run, when);
    const also = kept.length > 0 ? ` ${say.earlier.kept(kept.length)}.` : '';
    toasts.show({ text: `${say.earlier.wasUndone(name)}.${also}` });
    onUndone?.();
  };
  return (
    <button type="button" class="plain" aria-label={description} onClick={undo}>
      {label}
    </button>
  );
}
