import { useId } from 'preact/hooks';
import type { Field } from '../../domain/field.ts';
import { interaction } from '../../domain/interaction.ts';
import type { FormState } from '../form/form-state.ts';
import { say } from '../words/say.ts';
import { told } from '../words/say-conversation.ts';
import type { About, Named } from './about.ts';
import { otherField } from './composing.ts';

interface ChoicesProps {
  readonly state: FormState;
  readonly isNote: boolean;
  readonly about: About;
  readonly others: readonly Named[];
}

const { kind, channel } = interaction.fields;

/** What kind of conversation it was, over which channel, and with whom or about what. */
export function ComposerChoices({ state, isNote, about, others }: ChoicesProps) {
  const other = otherField(about);
  const [label, none] =
    other === 'contact_id' ? [told.composer.with, told.composer.nobody] : [told.composer.about, told.composer.nothing];
  return (
    <>
      <Choice name="kind" label={say.schema.label('kind', kind)} options={labelsOf('kind', kind)} state={state} />
      {!isNote && (
        <Choice
          name="channel"
          label={say.schema.label('channel', channel)}
          none={say.control.none}
          options={labelsOf('channel', channel)}
          state={state}
        />
      )}
      {others.length > 0 && <Choice name={other} label={label} none={none} options={others} state={state} />}
    </>
  );
}

/** From whom it came: two buttons of which one is pressed, by the arrow keys too. */
export function Direction({ state, field }: { readonly state: FormState; readonly field: Field }) {
  const name = useId();
  return (
    <fieldset class="direction">
      <legend class="visually-hidden">{told.composer.direction}</legend>
      {labelsOf('direction', field).map((option) => (
        <label key={option.id}>
          <input
            type="radio"
            name={name}
            checked={state.textOf('direction', undefined) === option.id}
            onChange={() => state.type('direction', option.id, undefined)}
          />
          <span>{option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** What it is called to choose none; absent where one must be chosen. */
  readonly none?: string;
  readonly options: readonly Named[];
  readonly state: FormState;
}

function Choice({ name, label, none, options, state }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      title={label}
      value={state.textOf(name, undefined)}
      onInput={(event) => state.type(name, event.currentTarget.value, undefined)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  );
}

function labelsOf(name: string, field: Field): readonly Named[] {
  return Object.keys(field.choices ?? {}).map((id) => ({ id, name: say.schema.choice(name, id, field) }));
}
