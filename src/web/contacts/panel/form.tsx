import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { AnyRecord } from '../../../domain/noun.ts';
import { useTouchbase } from '../../touchbase.ts';
import { isPhone } from '../../ui/media.ts';
import { say } from '../../words/say.ts';
import { FormField } from './form-field.tsx';
import { FormState } from './form-state.ts';
import { validateForm } from './validate.ts';

interface FormProps {
  /** The key of its draft. */
  readonly draft: string;
  /** What is edited; undefined for a new contact. */
  readonly record: AnyRecord | undefined;
  /** Gets the touched fields, all of them right. */
  readonly onSave: (values: Record<string, unknown>) => void;
}

/** Every field of the noun, validated as one types. */
export function Form({ draft, record, onSave }: FormProps) {
  const { contacts, drafts } = useTouchbase();
  const { noun } = contacts;
  const form = useRef<HTMLFormElement>(null);
  const state = useMemo(() => new FormState(noun, drafts, draft), []);
  const wasWrong = useValidation(form, state, onSave);
  useEffect(() => {
    if (!isPhone.value || record === undefined) controlsIn(form)[0]?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <form ref={form} class="form" noValidate onKeyDown={onKeyDown}>
      {state.hasDraft && (
        <p class="kept">
          {state.refusal === null ? say.panel.kept : say.panel.refused(state.refusal)}
          <Discard draft={draft} />
        </p>
      )}
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
        {!state.hasDraft && Object.keys(state.texts.value).length > 0 && <Discard draft={draft} />}
      </footer>
    </form>
  );
}

/** How to save, or why it cannot be saved. */
function Outlook({ wrong }: { wrong: number }) {
  return (
    <>
      {wrong === 0 && <kbd>{say.panel.saveKeys}</kbd>}
      <p class="error" role="alert">
        {wrong > 0 && say.panel.problems(wrong)}
      </p>
    </>
  );
}

function Discard({ draft }: { draft: string }) {
  const { drafts } = useTouchbase();
  return (
    <button type="button" class="link" onClick={() => drafts.discard(draft)}>
      {say.panel.discard}
    </button>
  );
}

/** Validates from the first keystroke on. Gives whether the form was submitted with something wrong in it. */
function useValidation(
  form: { readonly current: HTMLFormElement | null },
  state: FormState,
  onSave: FormProps['onSave'],
): Signal<boolean> {
  const { noun } = useTouchbase().contacts;
  const wasWrong = useSignal(false);
  const save = useRef(onSave);
  save.current = onSave;
  useEffect(() => {
    if (!form.current) return;
    return validateForm(form.current, noun.fields, {
      onErrors: (errors) => state.find(errors),
      onInvalid: () => {
        wasWrong.value = true;
        controlsIn(form)
          .find((control) => control.ariaInvalid === 'true')
          ?.focus();
      },
      onValid: () => {
        state.drop();
        save.current(state.values());
      },
    });
  }, []);
  return wasWrong;
}

function controlsIn(form: { readonly current: HTMLFormElement | null }): HTMLElement[] {
  return [...(form.current?.querySelectorAll<HTMLElement>('input:not([type=hidden]), select, textarea') ?? [])];
}
