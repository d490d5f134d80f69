import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { useTouchbase } from '../../touchbase.ts';
import { Control } from '../../ui/control.tsx';
import { say } from '../../words/say.ts';
import { suggestionsFor } from '../suggestions.ts';
import { useCellText } from './cell-text.ts';
import type { Grid } from './grid.ts';
import type { Column } from './widths.ts';

interface CellEditorProps {
  readonly noun: Noun;
  readonly record: AnyRecord;
  readonly column: Column;
  readonly grid: Grid;
}

/** Edits one value where it stands. A bad one stays, with its message; one that is left behind becomes a draft. */
export function CellEditor(props: CellEditorProps) {
  const { noun, record, column, grid } = props;
  const { name, field } = column;
  const { contacts } = useTouchbase();
  const editor = useRef<HTMLDivElement>(null);
  const errorId = useId();
  const { text, error, type, save, leave, isDone } = useCellText(props, editor);
  useFocusAtStart(editor);
  useMessageInSight(editor, error);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const isWithin = event.key === 'Tab' && hasInputBeside(editor.current, event);
    if (isWithin || !['Enter', 'Tab', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') leave();
    else if (!save()) return;
    grid.stopEditing(idOf(noun, record), event.key === 'Tab' ? (event.shiftKey ? -1 : 1) : undefined);
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    const isStill = relatedTarget instanceof Node && editor.current?.contains(relatedTarget);
    if (!isStill && !isDone() && document.hasFocus() && save()) grid.isEditing.value = false;
  };
  return (
    <div ref={editor} class={`editor ${field.control}`} role="group" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <Control
        id={`${errorId}-control`}
        name={name}
        field={field}
        text={text}
        onText={type}
        isInvalid={error !== null}
        describedBy={errorId}
        label={`${say.schema.label(name, field)}, ${toText(record[noun.titleField])}`}
        suggestions={suggestionsFor(contacts, name)}
      />
      <p id={errorId} class="error" role="alert">
        {error}
      </p>
    </div>
  );
}

function useFocusAtStart(editor: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const control = editor.current?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea');
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  }, []);
}

/** In the last rows the message would be under the edge of the table. */
function useMessageInSight(editor: { current: HTMLElement | null }, message: string | null): void {
  useLayoutEffect(() => {
    if (message !== null) editor.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [message]);
}

/** A date-time has two inputs: Tab goes to the second before it goes to the next cell. */
function hasInputBeside(editor: HTMLElement | null, { shiftKey }: KeyboardEvent): boolean {
  const inputs = [...(editor?.querySelectorAll('input:not([type=hidden])') ?? [])];
  const at = inputs.findIndex((input) => input.matches(':focus'));
  return at >= 0 && inputs[at + (shiftKey ? -1 : 1)] !== undefined;
}
