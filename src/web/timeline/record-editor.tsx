import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { JsonObject } from '../../domain/json.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import type { Desk } from '../form/desk.ts';
import { Form } from '../form/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { told } from '../words/say-conversation.ts';
import { say } from '../words/say-later.ts';

interface EditableProps {
  readonly desk: Desk;
  readonly record: AnyRecord;
  readonly label: string;
  readonly onSave: (values: JsonObject) => void;
  /**
   * How it is shown while nobody edits it.
   *
   * @param edit opens its form
   * @param isBack whether it was edited just now, so that the focus belongs to it
   */
  readonly children: (edit: () => void, isBack: boolean) => JSX.Element;
}

/** A record of a conversation, and its form in its place; one with a draft is open at once. */
export function Editable({ children, ...others }: EditableProps) {
  const { desk, record } = others;
  const isOpen = useSignal(desk.drafts.get(idOf(desk.noun, record)) !== undefined);
  const isBack = useSignal(false);
  const turn = (opens: boolean) => () => {
    isOpen.value = opens;
    isBack.value = !opens;
  };
  return isOpen.value ? <RecordEditor {...others} onClose={turn(false)} /> : children(turn(true), isBack.value);
}

interface RecordEditorProps extends Omit<EditableProps, 'children'> {
  readonly onClose: () => void;
}

/** All fields of a record, in the place where it stood. Escape closes it, and what was typed is kept. */
function RecordEditor({ desk, record, label, onSave, onClose }: RecordEditorProps) {
  const id = idOf(desk.noun, record);
  const save = (values: JsonObject) => {
    if (Object.keys(values).length > 0) onSave(values);
    onClose();
  };
  return (
    <section class="editing" aria-label={label} onKeyDown={(event) => closeOnEscape(event, onClose)}>
      <CloseEditor onClose={onClose} />
      <Form
        key={desk.drafts.revisionOf(id)}
        desk={desk}
        draft={id}
        record={record}
        saveLabel={say.panel.save}
        onSave={save}
      />
    </section>
  );
}

/** Closes a form; what was typed is kept. */
export function CloseEditor({ onClose }: { readonly onClose: () => void }) {
  const { close } = told.composer;
  return (
    <button type="button" class="quiet corner" aria-label={close} title={close} onClick={onClose}>
      <Icon name="close" />
    </button>
  );
}

/** Escape closes what has the focus in it, and nothing around it. */
export function closeOnEscape(event: KeyboardEvent, onClose: () => void): void {
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
  event.preventDefault();
  event.stopPropagation();
  onClose();
}
