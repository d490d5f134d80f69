import type { ComponentType } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Field } from '../../domain/field.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { suggestionsFor } from '../contacts/suggestions.ts';
import { neededWords } from '../contacts/words-of.ts';
import { Control } from '../ui/control.tsx';
import { enterText } from '../ui/enter-text.ts';
import { say } from '../words/say-later.ts';
import type { Desk } from './desk.ts';
import type { FormState } from './form-state.ts';
import { OtherWrote } from './other-wrote.tsx';
import { QuickPicks } from './quick-picks.tsx';
import { ReferenceControl } from './reference-control.tsx';

/** What a note below a field is about. */
export interface NoteProps {
  readonly name: string;
  readonly field: Field;
  readonly text: string;
  readonly record: AnyRecord | undefined;
}

interface FormFieldProps {
  readonly desk: Desk;
  readonly Note?: ComponentType<NoteProps> | undefined;
  readonly name: string;
  readonly field: Field;
  readonly state: FormState;
  readonly record: AnyRecord | undefined;
}

/** These have room for half a line only when they are beside another. */
const HALVES = new Set<Field['control']>(['text', 'tel', 'choice']);

/** One field of the form: its label, its control, and the line in which its message appears. */
export function FormField({ desk, name, field, state, record, Note }: FormFieldProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const error = state.errors.value[name];
  const View = field.control === 'reference' ? ReferenceControl : Control;
  const text = state.textOf(name, record);
  // What an import could not tell may stay open: the form asks for it, and is saved without.
  const isUnknown = record !== undefined && neededWords(desk.noun, record, name) !== null;
  const asked = isUnknown ? { ...field, required: false } : field;
  const isHalf = HALVES.has(field.control) && name !== desk.noun.titleField;
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
        {asked.required && <span aria-hidden="true">{say.panel.required}</span>}
        {isUnknown && <span>{say.panel.unknown}</span>}
        {state.fromBefore.value.includes(name) && (
          <span class="unsaved" aria-hidden="true">
            {say.panel.unsaved}
          </span>
        )}
      </div>
      <div class="control">
        <View
          id={id}
          name={name}
          field={asked}
          text={text}
          onText={(typed) => state.type(name, typed, record)}
          isInvalid={error !== undefined}
          describedBy={`${id}-note`}
          suggestions={suggestionsFor(desk, name)}
        />
        <QuickPicks name={name} field={field} onPick={pick} />
      </div>
      <OtherWrote
        noun={desk.noun}
        name={name}
        field={field}
        record={record}
        meanwhile={state.meanwhileOf(name, record)}
        onTake={pick}
      />
      <p id={`${id}-note`} class={error ? 'note error' : 'note'} aria-live="polite">
        {error ? say.schema.error(error) : (say.schema.hint(name, field) ?? '')}
        {!error && Note && <Note name={name} field={field} text={text} record={record} />}
      </p>
    </div>
  );
}
