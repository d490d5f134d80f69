import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { AnyRecord } from '../../../domain/noun.ts';
import { useTouchbase } from '../../touchbase.ts';
import { COMMAND_KEY } from '../../ui/keys.ts';
import { isPhone } from '../../ui/media.ts';
import { say } from '../../words/say.ts';
import { FormField } from './form-field.tsx';
import { FormState } from './form-state.ts';
import { Discard, FromBefore } from './from-before.tsx';
import { focusTitle } from './panel-head.tsx';
import { useValidation } from './use-validation.ts';

interface FormProps {
  /** The key of its draft. */
  readonly draft: string;
  /** What is edited; undefined for a new contact. */
  readonly record: AnyRecord | undefined;
  /** Gets the touched fields, all of them right. */
  readonly onSave: (values: Record<string, unknown>) => void;
}

/** Every field of the noun, validated as one goes. */
export function Form({ draft, record, onSave }: FormProps) {
  const { contacts, drafts } = useTouchbase();
  const { noun } = contacts;
  const form = useRef<HTMLFormElement>(null);
  const state = useMemo(() => new FormState(noun, drafts, draft), []);
  const wasWrong = useValidation({ form, state, isNew: record === undefined, onSave });
  useEffect(() => focusFirst(form.current, state.firstToReview(record), record === undefined), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  const isDirty = Object.keys(state.texts.value).length > 0;
  return (
    <form ref={form} class="form" noValidate onKeyDown={onKeyDown}>
      <FromBefore draft={draft} state={state} />
      <div class="fields">
        {Object.entries(noun.fields).map(([name, field]) => (
          <FormField key={name} name={name} field={field} state={state} record={record} />
        ))}
      </div>
      <footer>
        <button type="submit" class="primary">
          {record ? say.panel.save : say.panel.saveNew}
        </button>
        <Outlook wrong={wasWrong.value ? Object.keys(state.errors.value).length : 0} />
        {isDirty && state.fromBefore.value.length === 0 && <Discard draft={draft} />}
      </footer>
    </form>
  );
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
  const place = toReview === null ? form : form?.querySelector(`[name="${toReview}"]`)?.parentElement;
  if (toReview === null && isPhone.peek() && !isNew) focusTitle();
  else place?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
}
