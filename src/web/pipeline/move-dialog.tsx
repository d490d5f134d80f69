import { type Signal, useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { type CalendarDate, isCalendarDate } from '../../domain/dates.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { OUTCOMES, type Outcome, STAGE_KEYS, type Stage } from '../../domain/stages.ts';
import { EARLIEST_DATE, toText } from '../../domain/typed-text.ts';
import type { Move } from '../deeds/applications.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-application.ts';
import type { Asking, Mover } from './mover.ts';
import type { Pipeline } from './pipeline.ts';

const OUTCOME_KEYS = Object.keys(OUTCOMES);

interface MoveDialogProps {
  readonly asking: Asking;
  readonly pipeline: Pipeline;
  readonly mover: Mover;
  readonly onClose: () => void;
}

/** Asks for all that belongs to a move: where to, when it happened, and of a closed one how it ended. */
export function MoveDialog({ asking, pipeline, mover, onClose }: MoveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useSignal<Stage>(asking.stage);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const title = toText(asking.record.position);
  const close = () => dialog.current?.close();
  const move = (move: Move, on: CalendarDate) => {
    close();
    mover.make(asking.record, move, on);
  };
  return (
    <dialog ref={dialog} class="help moving" aria-labelledby="move-title" closedby="any" onClose={onClose}>
      <h2 id="move-title" dir="auto">
        {stage.value === 'closed' ? say.move.close(title) : say.move.move(title)}
      </h2>
      <MoveForm record={asking.record} stage={stage} pipeline={pipeline} onMove={move} onCancel={close} />
    </dialog>
  );
}

interface MoveFormProps {
  readonly record: AnyRecord;
  readonly stage: Signal<Stage>;
  readonly pipeline: Pipeline;
  readonly onMove: (move: Move, on: CalendarDate) => void;
  readonly onCancel: () => void;
}

function MoveForm({ record, stage, pipeline, onMove, onCancel }: MoveFormProps) {
  const today = useTouchbase().today.value;
  const problem = useSignal<string | null>(null);
  const isClosing = stage.value === 'closed';
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readMove(new FormData(event.currentTarget), stage.peek(), today);
    if ('move' in read) return onMove(read.move, read.on);
    problem.value = read.problem;
    event.currentTarget.querySelector<HTMLElement>(`[name=${read.field}]`)?.focus();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <StageSelect pipeline={pipeline} stage={stage} />
      {isClosing && <Ending outcome={toText(record.outcome)} reason={toText(record.outcome_reason)} />}
      <label>
        <span>{say.move.on}</span>
        <input
          type="date"
          name="on"
          min={EARLIEST_DATE}
          max={today}
          defaultValue={today}
          aria-describedby="move-problem"
        />
      </label>
      <p id="move-problem" class="error" role="alert">
        {problem.value}
      </p>
      <footer>
        <button type="submit" class="primary">
          {isClosing ? say.move.doClose : say.move.doIt}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {say.move.cancel}
        </button>
      </footer>
    </form>
  );
}

function StageSelect({ pipeline, stage }: Pick<MoveFormProps, 'pipeline' | 'stage'>) {
  const choose = (value: string) => {
    stage.value = STAGE_KEYS.find((key) => key === value) ?? stage.peek();
  };
  return (
    <label for="move-stage">
      <span>{say.move.stage}</span>
      <select id="move-stage" value={stage.value} onInput={(event) => choose(event.currentTarget.value)}>
        {pipeline.stages.value
          .filter((one) => !one.isHidden || one.stage === stage.value)
          .map((one) => (
            <option key={one.stage} value={one.stage}>
              {one.name}
            </option>
          ))}
      </select>
    </label>
  );
}

/** How it ended, and why. */
function Ending({ outcome, reason }: { readonly outcome: string; readonly reason: string }) {
  return (
    <>
      <fieldset aria-describedby="move-problem">
        <legend>{say.move.outcome}</legend>
        {OUTCOME_KEYS.map((key, index) => (
          <label key={key} class="radio">
            <input type="radio" name="outcome" value={key} defaultChecked={key === outcome} autofocus={index === 0} />
            {say.schema.choice('outcome', key, application.fields.outcome)}
          </label>
        ))}
      </fieldset>
      <label>
        <span>
          {say.move.reason} <small>{say.move.optional}</small>
        </span>
        <input name="outcome_reason" dir="auto" maxLength={500} autocomplete="off" defaultValue={reason} />
      </label>
    </>
  );
}

type Read = { readonly problem: string; readonly field: string } | { readonly move: Move; readonly on: string };

function readMove(form: FormData, stage: Stage, today: string): Read {
  const on = String(form.get('on') ?? '');
  if (!isCalendarDate(on) || on < EARLIEST_DATE || on > today) return { problem: say.move.badDay, field: 'on' };
  if (stage !== 'closed') return { move: { stage }, on };
  const outcome = outcomeOf(form.get('outcome'));
  if (!outcome) return { problem: say.move.outcomeMissing, field: 'outcome' };
  const outcome_reason = String(form.get('outcome_reason') ?? '').trim();
  return { move: { stage, outcome, ...(outcome_reason && { outcome_reason }) }, on };
}

function outcomeOf(value: unknown): Outcome | undefined {
  return (Object.keys(OUTCOMES) as Outcome[]).find((key) => key === value);
}
