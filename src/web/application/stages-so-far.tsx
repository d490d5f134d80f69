import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { rowsOf } from '../../domain/history.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import type { StageRow } from '../../domain/settle-stage.ts';
import { type NamedStage, stagesFor } from '../../domain/stage-names.ts';
import { useTouchbase } from '../touchbase.ts';
import { dateWords, longDateWords } from '../words/moment.ts';
import { say } from '../words/say-application.ts';
import { refOf } from './application-record.ts';
import { HistoryEditor } from './history-editor.tsx';
import { PartHead } from './part-head.tsx';
import { usePartDesk } from './use-part-desk.ts';
import { Waiting } from './waiting.tsx';

/** The stages that an application went through; what was written down wrong is put right there. */
export function StagesSoFar({ record }: { readonly record: AnyRecord }) {
  const { replica } = useTouchbase();
  const desk = usePartDesk('history');
  const { id } = refOf(record);
  const isEditing = useSignal(desk.drafts.get(id) !== undefined);
  const wasOpen = useRef(false);
  const place = useRef<HTMLElement>(null);
  const stages = stagesFor(replica.record({ type: settings.type, id: SETTINGS_ID }));
  const rows = rowsOf<StageRow>(record, 'stage_history');
  const revision = desk.drafts.revisionOf(id);
  useEffect(() => () => desk.unsaved.leave(id), [id]);
  const edit = (isOpen: boolean) => () => {
    isEditing.value = isOpen;
  };
  useEffect(() => {
    const isNowhere = document.activeElement === document.body;
    if (isEditing.value) place.current?.querySelector<HTMLElement>('select, input')?.focus();
    else if (isNowhere && wasOpen.current) place.current?.querySelector<HTMLElement>('.edit')?.focus();
    wasOpen.current = isEditing.value;
  }, [isEditing.value]);
  return (
    <section ref={place} class="part" aria-label={say.stages.title}>
      <PartHead title={say.stages.title} isOpen={isEditing.value} onEdit={edit(true)} onClose={edit(false)} />
      {!isEditing.value && desk.drafts.get(id) && <Waiting desk={desk} id={id} onGoOn={edit(true)} />}
      {isEditing.value ? (
        <HistoryEditor key={revision} record={record} desk={desk} stages={stages} onClose={edit(false)} />
      ) : rows.length === 0 ? (
        <p class="nothing-yet">{say.stages.none}</p>
      ) : (
        <Rows rows={rows} stages={stages} />
      )}
    </section>
  );
}

function Rows({ rows, stages }: { readonly rows: readonly StageRow[]; readonly stages: readonly NamedStage[] }) {
  const nameOf = (row: StageRow) => stages.find(({ stage }) => stage === row.stage)?.name ?? row.stage;
  return (
    <ol class="history">
      {rows.map((row, index) => (
        <li key={`${row.on} ${row.stage} ${index}`}>
          <span class="text" dir="auto">
            {nameOf(row)}
          </span>
          {row.outcome && (
            <span class="tag">{say.schema.choice('outcome', row.outcome, application.fields.outcome)}</span>
          )}
          <time class="muted" dateTime={row.on} title={longDateWords(row.on)}>
            {dateWords(row.on)}
          </time>
        </li>
      ))}
    </ol>
  );
}
