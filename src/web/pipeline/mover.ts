import { signal } from '@preact/signals';
import { application } from '../../domain/application.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { stageOf } from '../../domain/stage-names.ts';
import type { Stage } from '../../domain/stages.ts';
import { toText } from '../../domain/typed-text.ts';
import { type Move, moveStage, redateStage } from '../deeds/applications.ts';
import type { Touchbase } from '../touchbase.ts';
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
  /** For which application the menu of stages is, and the button that opened it. */
  readonly chosen = signal<AnyRecord | null>(null);
  readonly button: { current: HTMLElement | null } = { current: null };
  readonly #pipeline: Pipeline;
  readonly #parts: Pick<Touchbase, 'deeds' | 'toasts'>;

  constructor(pipeline: Pipeline, parts: Pick<Touchbase, 'deeds' | 'toasts'>) {
    this.#pipeline = pipeline;
    this.#parts = parts;
  }

  /** The menu of stages opens for an application, at a button. */
  choose(record: AnyRecord, button: HTMLElement): void {
    this.chosen.value = record;
    this.button.current = button;
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
    const beside = this.#beside(record);
    const isThere = stageOf(record) === move.stage && (record.outcome ?? null) === outcome;
    const deed =
      isThere && on !== undefined
        ? redateStage(deeds, record, move, name, on)
        : moveStage(deeds, record, move, name, on);
    if (deed) this.#tell(record, move.stage, name, beside);
  }

  /** Where the card cannot be seen any more, the focus goes to the one that was beside it. */
  #tell(record: AnyRecord, stage: Stage, name: string, beside: string | undefined): void {
    const id = idOf(application, record);
    const column = this.#pipeline.columns.value.find((one) => one.stage === stage);
    const records = column?.records ?? [];
    const place = records.findIndex((one) => idOf(application, one) === id) + 1;
    this.#parts.toasts.say(say.pipeline.moved(toText(record.position), name, place, records.length));
    const isHidden = column && this.#pipeline.isFolded(column);
    this.#pipeline.focus(isHidden ? beside : id);
  }

  /** The id of the next in its column, or of the one before. */
  #beside(record: AnyRecord): string | undefined {
    const records = this.#pipeline.columns.peek().find(({ stage }) => stage === stageOf(record))?.records ?? [];
    const at = records.findIndex((one) => idOf(application, one) === idOf(application, record));
    const beside = records[at + 1] ?? records[at - 1];
    return beside && idOf(application, beside);
  }
}
