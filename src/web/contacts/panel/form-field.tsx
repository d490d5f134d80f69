import { useId, useRef } from 'preact/hooks';
import type { Field } from '../../../domain/field.ts';
import type { AnyRecord } from '../../../domain/noun.ts';
import { useTouchbase } from '../../touchbase.ts';
import { Control } from '../../ui/control.tsx';
import { enterText } from '../../ui/enter-text.ts';
import { say } from '../../words/say.ts';
import { suggestionsFor } from '../suggestions.ts';
import { Duplicate } from './duplicate.tsx';
import type { FormState } from './form-state.ts';
import { OtherWrote } from './other-wrote.tsx';
import { QuickPicks } from './quick-picks.tsx';

interface FormFieldProps {
  readonly name: string;
  readonly field: Field;
  readonly state: FormState;
  readonly record: AnyRecord | undefined;
}

/** These have room for half a line only when they are beside another. */
const HALVES = new Set<Field['control']>(['text', 'tel', 'choice']);

/** One field of the form: its label, its control, and the line in which its message appears. */
export function FormField({ name, field, state, record }: FormFieldProps) {
  const { contacts } = useTouchbase();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const error = state.errors.value[name];
  const text = state.textOf(name, record);
  const isHalf = HALVES.has(field.control) && name !== contacts.noun.titleField;
  const pick = (picked: string) => {
    const control = place.current?.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      `[name="${name}"]`,
    );
    if (control) enterText(control, picked);
  };
  return (
    <div ref={place} class={isHalf ? 'field half' : 'field'}>
      <div class="label">
        <label for={id}>{say.schema.label(name, field)}</label>
        {field.required && <span aria-hidden="true">{say.panel.required}</span>}
        {state.fromBefore.value.includes(name) && (
          <span class="unsaved" aria-hidden="true">
            {say.panel.unsaved}
          </span>
        )}
      </div>
      <div class="control">
        <Control
          id={id}
          name={name}
          field={field}
          text={text}
          onText={(typed) => state.type(name, typed, record)}
          isInvalid={error !== undefined}
          describedBy={`${id}-note`}
          suggestions={suggestionsFor(contacts, name)}
        />
        <QuickPicks name={name} field={field} onPick={pick} />
      </div>
      <OtherWrote name={name} field={field} record={record} meanwhile={state.meanwhileOf(name, record)} onTake={pick} />
      <p id={`${id}-note`} class={error ? 'note error' : 'note'} aria-live="polite">
        {error ? say.schema.error(error) : (say.schema.hint(name, field) ?? '')}
        {!error && field.control === 'email' && <Duplicate name={name} text={text} record={record} />}
      </p>
    </div>
  );
}
