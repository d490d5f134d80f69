import type { ComponentType } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type Field, isTyped } from '../../domain/field.ts';
import type { AnyRecord, Fields, Noun } from '../../domain/noun.ts';
import { COMMAND_KEY } from '../ui/keys.ts';
import { isPhone } from '../ui/media.ts';
import { focusTitle } from '../ui/panel-title.ts';
import { say } from '../words/say-later.ts';
import type { Desk } from './desk.ts';
import { FormField, type NoteProps } from './form-field.tsx';
import { FormState } from './form-state.ts';
import { Discard, FromBefore } from './from-before.tsx';
import { useValidation } from './use-validation.ts';

interface FormProps {
  readonly desk: Desk;
  /** The fields that it has, in their order; all that are typed where it is absent. */
  readonly names?: readonly string[];
  /** The key of its draft. */
  readonly draft: string;
  /** What is edited; undefined for a new record. */
  readonly record: AnyRecord | undefined;
  /** What stands in fields of a new record until something else is typed. */
  readonly presets?: Readonly<Record<string, string>>;
  readonly saveLabel: string;
  /** What is said below a field that is right. */
  readonly Note?: ComponentType<NoteProps>;
  /** Gets the touched fields, all of them right. */
  readonly onSave: (values: Record<string, unknown>) => void;
}

/** The fields of a noun, validated as one goes. */
export function Form({ desk, names, draft, record, presets, saveLabel, Note, onSave }: FormProps) {
  const { noun, drafts } = desk;
  const fields = fieldsOf(noun, names);
  const form = useRef<HTMLFormElement>(null);
  const state = useMemo(() => new FormState(noun, drafts, draft, presets), []);
  const wasWrong = useValidation({ form, state, fields, isNew: record === undefined, onSave });
  // At once: the next key is the first letter of what is typed.
  useLayoutEffect(() => focusFirst(form.current, state.firstToReview(record), record === undefined), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  const isDirty = Object.keys(state.texts.value).length > 0;
  return (
    <form ref={form} class="form" noValidate onKeyDown={onKeyDown}>
      <FromBefore desk={desk} draft={draft} state={state} />
      <div class="fields">
        {Object.entries(fields).map(([name, field]) => (
          <FormField key={name} desk={desk} name={name} field={field} state={state} record={record} Note={Note} />
        ))}
      </div>
      <footer>
        <button type="submit" class="primary">
          {saveLabel}
        </button>
        <Outlook wrong={wasWrong.value ? Object.keys(state.errors.value).length : 0} />
        {isDirty && state.fromBefore.value.length === 0 && <Discard desk={desk} draft={draft} />}
      </footer>
    </form>
  );
}

/** Rows have places of their own. */
function fieldsOf({ fields }: Noun, names: readonly string[] = Object.keys(fields)): Fields {
  const some = names.map((name) => [name, fields[name]] as const);
  return Object.fromEntries(some.filter((one): one is [string, Field] => one[1] !== undefined && isTyped(one[1])));
}

/** How to save, or why it cannot be saved. */
function Outlook({ wrong }: { wrong: number }) {
  return (
    <>
      {wrong === 0 && <kbd>{say.panel.saveKeys(COMMAND_KEY)}</kbd>}
      <p class="error" role="alert">
        {wrong > 0 && say.panel.problems(wrong)}
      </p>
    </>
  );
}

/** To what a draft needs first; else to the first field, but on a phone no keyboard comes up unasked. */
function focusFirst(form: HTMLFormElement | null, toReview: string | null, isNew: boolean): void {
  // Who walks along tabs stays on them.
  if (document.activeElement?.role === 'tab') return;
  const place = toReview === null ? form : form?.querySelector(`[name="${toReview}"]`)?.parentElement;
  if (toReview === null && isPhone.peek() && !isNew) focusTitle();
  else place?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
}
