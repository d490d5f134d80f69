import { MOST_ROWS } from '../../domain/history.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { NamedStage } from '../../domain/stage-names.ts';
import type { Desk } from '../form/desk.ts';
import { say } from '../words/say-application.ts';
import { HistoryRow } from './history-row.tsx';
import { useHistory } from './use-history.ts';

interface HistoryEditorProps {
  readonly record: AnyRecord;
  /** Where the entries are kept while they are typed. */
  readonly desk: Desk;
  readonly stages: readonly NamedStage[];
  readonly onClose: () => void;
}

/** All entries of a history at once: between two of them there may be a contradiction, but not where they are saved. */
export function HistoryEditor({ record, desk, stages, onClose }: HistoryEditorProps) {
  const { form, rows, objection, change, add, remove, save, cancel, onKeyDown } = useHistory(record, desk, onClose);
  return (
    <form ref={form} class="history-form" noValidate onSubmit={save} onKeyDown={onKeyDown}>
      <ol class="entries">
        {rows.map((row, index) => (
          <li key={index}>
            <HistoryRow
              row={row}
              number={index + 1}
              stages={stages}
              isOnly={rows.length === 1}
              onChange={(part) => change(index, part)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <p class="error" role="alert">
        {objection}
      </p>
      <footer class="history-acts">
        <button type="submit" class="primary">
          {say.application.save}
        </button>
        <button type="button" class="plain" onClick={cancel}>
          {say.move.cancel}
        </button>
        <button type="button" class="link add" disabled={rows.length >= MOST_ROWS} onClick={add}>
          {say.stages.add}
        </button>
      </footer>
    </form>
  );
}
