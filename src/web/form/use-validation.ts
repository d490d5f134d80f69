import { type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Fields } from '../../domain/noun.ts';
import type { FormState } from './form-state.ts';
import { validateForm } from './validate.ts';

interface Validated {
  readonly form: { readonly current: HTMLFormElement | null };
  readonly state: FormState;
  readonly fields: Fields;
  /** Whether there is no record yet that the form would change. */
  readonly isNew: boolean;
  /** Gets the touched fields, all of them right. */
  readonly onSave: (values: Record<string, unknown>) => void;
}

/** Validates a form for as long as it is there. Gives whether it was submitted with something wrong in it. */
export function useValidation(props: Validated): Signal<boolean> {
  const wasWrong = useSignal(false);
  const latest = useRef(props);
  latest.current = props;
  // Before anybody can press a key: a form that is submitted without it would be sent by the browser.
  useLayoutEffect(() => {
    const { form, state } = props;
    if (!form.current) return;
    return validateForm(form.current, props.fields, state.drafted, {
      isSaved: (name) => !latest.current.isNew && !Object.hasOwn(state.texts.peek(), name),
      onErrors: (errors) => state.find(errors),
      onInvalid: () => {
        wasWrong.value = true;
        form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      },
      onValid: () => {
        state.drop();
        latest.current.onSave(state.values());
      },
    });
  }, []);
  return wasWrong;
}
