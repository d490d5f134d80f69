import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { rowsOf } from '../../domain/history.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { StageRow } from '../../domain/settle-stage.ts';
import { stageOf } from '../../domain/stage-names.ts';
import { editApplication } from '../deeds/applications.ts';
import type { Desk } from '../form/desk.ts';
import { useTouchbase } from '../touchbase.ts';
import { refOf } from './application-record.ts';
import { draftedRows, objectionTo, withChange } from './history-rows.ts';
import { onEscape } from './on-escape.ts';

/** The entries of a history while they are edited, kept as they are typed, and what is against them once they were to be saved. */
export function useHistory(record: AnyRecord, { drafts }: Desk, onClose: () => void) {
  const { deeds, today } = useTouchbase();
  const form = useRef<HTMLFormElement>(null);
  const { id } = refOf(record);
  const rows = useSignal(draftedRows(drafts.get(id)) ?? rowsOf<StageRow>(record, 'stage_history'));
  const objection = useSignal<string | null>(null);
  const judge = () => {
    objection.value = objectionTo(record, rows.peek(), today.peek());
    return objection.peek() === null;
  };
  const write = (changed: readonly StageRow[]) => {
    rows.value = changed;
    drafts.keep(id, { texts: { stage_history: JSON.stringify(changed) }, over: {} });
    if (objection.peek() !== null) judge();
  };
  const add = () => {
    const last = rows.peek().at(-1) ?? { stage: stageOf(record), outcome: null };
    write([...rows.peek(), { ...last, on: today.peek() }]);
  };
  const remove = (place: number) => {
    write(rows.peek().toSpliced(place, 1));
    form.current?.querySelector<HTMLElement>('.add')?.focus();
  };
  const cancel = () => {
    drafts.drop(id);
    onClose();
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!judge()) return;
    editApplication(deeds, record, { stage_history: rows.peek() });
    cancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    onEscape(onClose)(event);
  };
  const change = (place: number, part: Partial<StageRow>) => write(withChange(rows.peek(), place, part));
  return { form, rows: rows.value, objection: objection.value, change, add, remove, save, cancel, onKeyDown };
}
