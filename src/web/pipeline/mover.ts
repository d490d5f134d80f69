import { signal } from '@preact/signals';
import { application } from '../../domain/application.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { stageOf } from '../../domain/stage-names.ts';
import type { Stage } from '../../domain/stages.ts';
import { type Move, moveStage, redateStage } from '../deeds/applications.ts';
import type { Touchbase } from '../touchbase.ts';
import { toText } from '../ui/field-text.ts';
import { say } from '../words/say-pipeline.ts';
import type { Pipeline } from './pipeline.ts';

/** What a person is asked before an application moves. */
export interface Asking {
  readonly record: AnyRecord;
  /** Where to, unless they choose another. */
  readonly stage: Stage;
}

/** Moves applications between stages: each move is told where it led to, can be undone, and keeps the focus. */
export class Mover {
  readonly asking = signal<Asking | null>(null);
  readonly #pipeline: Pipeline;
  readonly #parts: Pick<Touchbase, 'deeds' | 'toasts'>;

  constructor(pipeline: Pipeline, parts: Pick<Touchbase, 'deeds' | 'toasts'>) {
    this.#pipeline = pipeline;
    this.#parts = parts;
  }

  /** Moves an application; one that is to be closed only after its person said how it ended. */
  move(record: AnyRecord, stage: Stage): void {
    if (stage === 'closed') this.asking.value = { record, stage };
    else if (stage !== stageOf(record)) this.make(record, { stage });
  }

  /** To the next stage that there is, or to the one before. */
  step(record: AnyRecord, step: 1 | -1): void {
    const stages = this.#pipeline.columns.peek();
    const at = stages.findIndex(({ stage }) => stage === stageOf(record));
    const next = at < 0 ? undefined : stages[at + step];
    if (next) this.move(record, next.stage);
    else this.#parts.toasts.say(say.pipeline.noFurther(toText(record.position), stages[at]?.name ?? ''));
  }

  /** Asks when it happened, and all else that belongs to a move: most likely it is one to the next stage. */
  askDay(record: AnyRecord): void {
    const stages = this.#pipeline.stages.peek().filter(({ isHidden }) => !isHidden);
    const now = stageOf(record);
    const next = stages[stages.findIndex(({ stage }) => stage === now) + 1]?.stage;
    this.asking.value = { record, stage: next === undefined || next === 'closed' ? now : next };
  }

  readonly stopAsking = (): void => {
    this.asking.value = null;
  };

  /** @param on the day when it happened; absent where that is just now */
  make(record: AnyRecord, move: Move, on?: CalendarDate): void {
    const { deeds } = this.#parts;
    const name = this.#pipeline.nameOf(move.stage);
    const outcome = move.stage === 'closed' ? move.outcome : null;
    const isThere = stageOf(record) === move.stage && (record.outcome ?? null) === outcome;
    const deed =
      isThere && on !== undefined
        ? redateStage(deeds, record, move, name, on)
        : moveStage(deeds, record, move, name, on);
    if (deed) this.#tell(record, move.stage, name);
  }

  #tell(record: AnyRecord, stage: Stage, name: string): void {
    const id = idOf(application, record);
    const records = this.#pipeline.columns.value.find((column) => column.stage === stage)?.records ?? [];
    const place = records.findIndex((one) => idOf(application, one) === id) + 1;
    this.#parts.toasts.say(say.pipeline.moved(toText(record.position), name, place, records.length));
    this.#pipeline.focus(id);
  }
}
