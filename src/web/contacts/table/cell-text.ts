import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import { fromText, toText } from '../../../domain/typed-text.ts';
import { type Touchbase, useTouchbase } from '../../touchbase.ts';
import { errorOf } from '../../ui/field-text.ts';
import { HALF_TYPED, isHalfTyped } from '../../ui/half-typed.ts';
import { say } from '../../words/say.ts';
import type { Column } from './widths.ts';

interface Cell {
  readonly noun: Noun;
  readonly record: AnyRecord;
  readonly column: Column;
}

/**
 * The text in the editor of a cell until it is saved, left, or taken away from under it. While nothing is typed it shows
 * the record as it is now; only what was typed is ever saved.
 */
export function useCellText(
  { noun, record, column: { name, field } }: Cell,
  editor: { readonly current: HTMLElement | null },
) {
  const touchbase = useTouchbase();
  const { actions } = touchbase;
  const id = idOf(noun, record);
  const typed = useSignal<string | null>(null);
  const before = useRef('');
  const error = useSignal<string | null>(null);
  const done = useRef(false);
  if (typed.value === null) before.current = toText(record[name]);

  const changed = () => {
    const text = isHalfTyped(editor.current) ? HALF_TYPED : typed.peek();
    return text === before.current ? null : text;
  };
  const judge = (text: string | null) => {
    const found = text === null ? null : errorOf(name, field, text);
    error.value = found && say.schema.error(found);
    return found === null;
  };
  const save = () => {
    const text = changed();
    if (!judge(text)) return false;
    if (text !== null && !done.current) {
      actions.edit(id, { [name]: fromText(field, text) });
      tellIfGone(touchbase, id);
    }
    done.current = true;
    return true;
  };
  const leave = () => {
    done.current = true;
  };
  const type = (text: string) => {
    typed.value = text;
    // As in the form: not called wrong before it is whole, and no longer than it is wrong.
    if (error.peek() !== null) judge(text === before.current ? null : text);
  };
  useEffect(
    () => () => {
      const text = typed.peek();
      if (!done.current && text !== null && text !== before.current) actions.setAside(id, name, text, before.current);
    },
    [],
  );
  const text = typed.value ?? before.current;
  return { text, error: error.value, type, save, leave, isDone: () => done.current };
}

/** An edited contact may fit the filters no more: it did not vanish, and says where it is. */
function tellIfGone({ contacts, router, toasts }: Touchbase, id: string): void {
  const record = contacts.collection.get(id);
  if (!record || contacts.rowOf(id) >= 0) return;
  const open = { label: say.contacts.openNew, run: () => router.open({ id }) };
  toasts.show({ text: say.contacts.leftList(toText(record[contacts.noun.titleField])), action: open });
}
