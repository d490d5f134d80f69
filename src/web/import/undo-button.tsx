import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-import.ts';
import { wayBackOf } from './runs.ts';

interface UndoButtonProps {
  readonly run: string;
  /** What it came from; without it the message names nothing. */
  readonly name?: string;
  readonly label: string;
  readonly description?: string;
  readonly onUndone?: () => void;
}

/** Undoes an import as one deed, which can be undone itself, and says what was kept because it was edited since. */
export function UndoButton({ run, name = '', label, description, onUndone }: UndoButtonProps) {
  const { replica, deeds, today } = useTouchbase();
  const undo = () => {
    const { asked, kept } = wayBackOf(replica, run, { now: new Date().toISOString(), today: today.peek() });
    const also = kept.length > 0 ? `. ${say.earlier.kept(kept.length)}` : '';
    deeds.do(`${say.earlier.wasUndone(name)}${also}`, asked);
    onUndone?.();
  };
  return (
    <button type="button" class="plain" aria-label={description} onClick={undo}>
      {label}
    </button>
  );
}
