import { application } from '../../domain/application.ts';
import { LAST_DATE } from '../../domain/dates.ts';
import type { StageRow } from '../../domain/settle-stage.ts';
import type { NamedStage } from '../../domain/stage-names.ts';
import { OUTCOMES } from '../../domain/stages.ts';
import { EARLIEST_DATE } from '../../domain/typed-text.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-application.ts';

interface HistoryRowProps {
  readonly row: StageRow;
  /** Its place, from 1. */
  readonly number: number;
  readonly stages: readonly NamedStage[];
  /** A history is never empty. */
  readonly isOnly: boolean;
  readonly onChange: (part: Partial<StageRow>) => void;
  readonly onRemove: () => void;
}

/** One entry of a history while it is edited: the stage, how it ended where that is the last of them, and since when. */
export function HistoryRow({ row, number, stages, isOnly, onChange, onRemove }: HistoryRowProps) {
  return (
    <fieldset class="row-of-history" aria-label={say.stages.row(number)}>
      <Choice
        label={say.stages.stage(number)}
        value={row.stage}
        options={stages.map(({ stage, name }) => [stage, name])}
        onChoose={(stage) => onChange({ stage })}
      />
      {row.stage === 'closed' && (
        <Choice
          label={say.stages.outcome(number)}
          value={row.outcome ?? ''}
          options={[['', say.stages.noOutcome], ...OUTCOME_OPTIONS]}
          onChoose={(outcome) => onChange({ outcome: outcome || null })}
        />
      )}
      <input
        type="date"
        aria-label={say.stages.on(number)}
        min={EARLIEST_DATE}
        max={LAST_DATE}
        value={row.on}
        onInput={(event) => onChange({ on: event.currentTarget.value })}
      />
      <button
        type="button"
        class="quiet danger"
        disabled={isOnly}
        aria-label={say.stages.remove(number)}
        title={say.stages.remove(number)}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </fieldset>
  );
}

type Option = readonly [key: string, label: string];

const OUTCOME_OPTIONS = Object.keys(OUTCOMES).map(
  (key): Option => [key, say.schema.choice('outcome', key, application.fields.outcome)],
);

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (key: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onInput={(event) => onChoose(event.currentTarget.value)}>
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  );
}
