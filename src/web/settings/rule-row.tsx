import { BEGINNINGS, CADENCE_ROW, type CadenceRule } from '../../domain/cadence-row.ts';
import { type NamedStage, stagesFor } from '../../domain/stage-names.ts';
import { TASK_KINDS } from '../../domain/task.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-settings.ts';
import { keptSettings } from './kept-settings.ts';
import { SavedInput } from './saved-input.tsx';

interface RuleRowProps {
  readonly rule: CadenceRule;
  readonly place: number;
  readonly isOverruled: boolean;
  readonly isOnly: boolean;
  readonly onChange: (change: Partial<CadenceRule>) => void;
  readonly onDelete: () => void;
}

/** One rule: each of its cells is kept at once. */
export function RuleRow({ rule, place, isOverruled, isOnly, onChange, onDelete }: RuleRowProps) {
  const stages = stagesFor(keptSettings(useTouchbase().replica));
  const { columns, cell } = say.cadence;
  const number = (name: 'days' | 'most') => (
    <td data-label={columns[name]}>
      <SavedInput
        name={name}
        field={CADENCE_ROW[name]}
        label={cell(columns[name], place + 1)}
        saved={String(rule[name])}
        onSave={(value) => onChange({ [name]: Number(value) })}
      />
    </td>
  );
  const choice = <Name extends 'after' | 'stage' | 'kind'>(name: Name, choices: Choices<CadenceRule[Name]>) => (
    <td data-label={columns[name]}>
      <Choice
        name={name}
        label={cell(columns[name], place + 1)}
        value={rule[name]}
        choices={choices}
        onChoose={(value) => onChange({ [name]: value })}
      />
      {name === 'after' && isOverruled && <span class="overruled">{say.cadence.overruled}</span>}
    </td>
  );
  const remove = isOnly ? say.cadence.lastOne : say.cadence.delete(place + 1);
  return (
    <tr>
      {choice('after', entriesOf(BEGINNINGS))}
      {choice('stage', [[null, say.cadence.every], ...stages.map(choiceOf)])}
      {choice('kind', entriesOf(TASK_KINDS))}
      {number('days')}
      <td data-label={columns.working_days}>
        <label class="check">
          <input
            type="checkbox"
            name="working_days"
            aria-label={cell(columns.working_days, place + 1)}
            checked={rule.working_days}
            onChange={(event) => onChange({ working_days: event.currentTarget.checked })}
          />
        </label>
      </td>
      {number('most')}
      <td>
        <button
          type="button"
          name="delete"
          class="quiet"
          aria-label={remove}
          title={remove}
          aria-disabled={isOnly}
          onClick={() => isOnly || onDelete()}
        >
          <Icon name="trash" />
        </button>
      </td>
    </tr>
  );
}

type Choices<Value> = readonly (readonly [Value, string])[];

interface ChoiceProps<Value> {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly choices: Choices<Value>;
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string | null>({ name, label, value, choices, onChoose }: ChoiceProps<Value>) {
  const choose = (text: string) => {
    const chosen = choices.find(([one]) => (one ?? '') === text);
    if (chosen) onChoose(chosen[0]);
  };
  return (
    <select name={name} aria-label={label} value={value ?? ''} onInput={(event) => choose(event.currentTarget.value)}>
      {choices.map(([one, words]) => (
        <option key={one ?? ''} value={one ?? ''}>
          {words}
        </option>
      ))}
    </select>
  );
}

function choiceOf({ stage, name }: NamedStage) {
  return [stage, name] as const;
}

function entriesOf<Key extends string>(words: Readonly<Record<Key, string>>): Choices<Key> {
  return (Object.keys(words) as Key[]).map((key) => [key, words[key]]);
}
