import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { LAST_DATE } from '../../domain/dates.ts';
import { MOST_ROWS, rowsOf } from '../../domain/history.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { StageRow } from '../../domain/settle-stage.ts';
import { type NamedStage, stageOf } from '../../domain/stage-names.ts';
import { OUTCOMES } from '../../domain/stages.ts';
import { editApplication } from '../deeds/applications.ts';
import { useTouchbase } from '../touchbase.ts';
import { EARLIEST_DATE } from '../ui/field-text.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-application.ts';
import { objectionTo, withChange } from './history-rows.ts';

const OUTCOME_KEYS = Object.keys(OUTCOMES);

interface HistoryEditorProps {
  readonly record: AnyRecord;
  readonly stages: readonly NamedStage[];
  readonly onClose: () => void;
}

/** All entries of a history at once: between two of them there may be a contradiction, but not where they are saved. */
export function HistoryEditor({ record, stages, onClose }: HistoryEditorProps) {
  const { deeds, today } = useTouchbase();
  const form = useRef<HTMLFormElement>(null);
  const rows = useSignal(rowsOf<StageRow>(record, 'stage_history'));
  const objection = useSignal<string | null>(null);
  const change = (changed: readonly StageRow[]) => {
    rows.value = changed;
    if (objection.peek() !== null) objection.value = objectionTo(record, changed, today.peek());
  };
  const add = () => change([...rows.peek(), { stage: stageOf(record), outcome: null, on: today.peek() }]);
  const remove = (place: number) => {
    change(rows.peek().filter((_, index) => index !== place));
    form.current?.querySelector<HTMLElement>('.add')?.focus();
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    objection.value = objectionTo(record, rows.peek(), today.peek());
    if (objection.peek() !== null) return;
    editApplication(deeds, record, { stage_history: rows.peek() });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    onClose();
  };
  return (
    <form ref={form} class="history-form" noValidate onSubmit={save} onKeyDown={onKeyDown}>
      <ol class="entries">
        {rows.value.map((row, index) => (
          <li key={index}>
            <Entry
              row={row}
              place={index}
              stages={stages}
              isOnly={rows.value.length === 1}
              onChange={(part) => change(withChange(rows.peek(), index, part))}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <p class="error" role="alert">
        {objection.value}
      </p>
      <footer class="acts">
        <button type="submit" class="primary">
          {say.application.save}
        </button>
        <button type="button" class="plain" onClick={onClose}>
          {say.move.cancel}
        </button>
        <button type="button" class="link add" disabled={rows.value.length >= MOST_ROWS} onClick={add}>
          {say.stages.add}
        </button>
      </footer>
    </form>
  );
}

interface EntryProps {
  readonly row: StageRow;
  readonly place: number;
  readonly stages: readonly NamedStage[];
  /** A history is never empty. */
  readonly isOnly: boolean;
  readonly onChange: (part: Partial<StageRow>) => void;
  readonly onRemove: () => void;
}

function Entry({ row, place, stages, isOnly, onChange, onRemove }: EntryProps) {
  const number = place + 1;
  return (
    <fieldset class="row-of-history" aria-label={say.stages.row(number)}>
      <select
        aria-label={say.stages.stage(number)}
        value={row.stage}
        onInput={(event) => onChange({ stage: event.currentTarget.value })}
      >
        {stages.map(({ stage, name }) => (
          <option key={stage} value={stage}>
            {name}
          </option>
        ))}
      </select>
      {row.stage === 'closed' && (
        <select
          aria-label={say.stages.outcome(number)}
          value={row.outcome ?? ''}
          onInput={(event) => onChange({ outcome: event.currentTarget.value || null })}
        >
          <option value="">{say.stages.noOutcome}</option>
          {OUTCOME_KEYS.map((key) => (
            <option key={key} value={key}>
              {say.schema.choice('outcome', key, application.fields.outcome)}
            </option>
          ))}
        </select>
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
