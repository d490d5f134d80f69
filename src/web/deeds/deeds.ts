import type { Operation } from '../../domain/changes.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import type { Problem } from '../../domain/errors.ts';
import type { Noun } from '../../domain/noun.ts';
import { type Step, stepOf } from '../../domain/way-back.ts';
import type { Ref } from '../sync/change.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Asked, Replica } from '../sync/replica.ts';
import type { Toast, Toasts } from '../ui/toasts.ts';
import { say } from '../words/say.ts';
import { type Deed, History, type Plan } from './history.ts';

export interface DeedsParts {
  readonly replica: Replica;
  readonly outbox: Pick<Outbox, 'send'>;
  readonly toasts: Toasts;
  /** The person's calendar date. */
  readonly today: () => CalendarDate;
  /** Told of a change that was not made on the spot. */
  readonly onRefused: (ref: Ref, operation: Operation, problem: Problem) => void;
  /** Told what an undoing brought back. */
  readonly onBack: (ref: Ref) => void;
}

/** How to say what became of an undoing: all of it, a part, nothing. */
type PlanWords = Readonly<Record<'whole' | 'partly' | 'not', (label: string) => string>>;

/** Makes what a person does: seen at once, sent later, told in a message, and undone again, records of any noun alike. */
export class Deeds {
  readonly #parts: DeedsParts;
  readonly #history = new History();
  /** The message of the last edit or undoing: the next one stands in its place. */
  #newest: Toast | undefined;

  constructor(parts: DeedsParts) {
    this.#parts = parts;
  }

  /** Makes changes as one deed, says so and offers to undo it. Null where nothing was changed. */
  do(label: string, changes: readonly Asked[], { isBrief = false } = {}): Deed | null {
    const steps = this.make(changes);
    return steps.length > 0 ? this.tell(label, steps, isBrief) : null;
  }

  /** Makes changes; what was made, without those that changed nothing. To be told, or kept, by who asks. */
  make(changes: readonly Asked[]): readonly Step[] {
    const { replica, outbox, onRefused } = this.#parts;
    if (changes.length === 0) return [];
    const dated = changes.map(({ ref, operation }) => ({ ref, operation: this.#dated(ref, operation) }));
    const before = dated.map(({ ref }) => replica.record(ref));
    const outcomes = replica.changeAll(dated);
    void outbox.send();
    return dated.flatMap(({ ref, operation }, index) => {
      const outcome = outcomes[index];
      if (!outcome) return [];
      if ('record' in outcome) return stepOf(this.#nounOf(ref), ref, before[index], outcome.record) ?? [];
      onRefused(ref, operation, outcome.problem);
      return [];
    });
  }

  /** Says what was made in the place of the last such message, and offers to undo it. */
  tell(label: string, steps: readonly Step[], isBrief = false): Deed {
    const deed = this.keep(label, steps);
    this.#tellInstead({ text: label, action: { label: say.contacts.undo, run: () => this.undo(deed) }, isBrief });
    return deed;
  }

  /** Remembers what was made, so that it can be undone; who asks says so otherwise. */
  keep(label: string, steps: readonly Step[]): Deed {
    const deed = { label, steps };
    this.#history.add(deed);
    return deed;
  }

  /** Undoes the newest deed, or the one given, as far as what it changed still stands so. */
  undo(deed?: Deed): void {
    const plan = this.#history.undo((ref) => this.#parts.replica.record(ref), deed);
    const { undone, undonePartly, notUndone, nothingToUndo, redo } = say.history;
    const words = { whole: undone, partly: undonePartly, not: notUndone };
    if (!plan) this.#tellInstead({ text: nothingToUndo, isBrief: true });
    else this.#carryOut(plan, words, { label: redo, run: () => this.redo(plan.deed) });
  }

  /** Makes again what was undone last, or the deed given. */
  redo(deed?: Deed): void {
    const plan = this.#history.redo((ref) => this.#parts.replica.record(ref), deed);
    const { redone, redonePartly, notRedone, nothingToRedo } = say.history;
    const words = { whole: redone, partly: redonePartly, not: notRedone };
    if (!plan) this.#tellInstead({ text: nothingToRedo, isBrief: true });
    else this.#carryOut(plan, words, { label: say.contacts.undo, run: () => this.undo(plan.deed) });
  }

  /** Undoes several deeds without a message. What was brought back. */
  undoAll(deeds: readonly Deed[]): readonly Step[] {
    const read = (ref: Ref) => this.#parts.replica.record(ref);
    const plans = deeds.toReversed().flatMap((deed) => this.#history.undo(read, deed) ?? []);
    return this.make(plans.flatMap(({ changes }) => changes));
  }

  /** A deed whose own message is still there has none that offers it any more. */
  onUndone: (deed: Deed) => void = () => {};

  #carryOut({ deed, changes, isWhole }: Plan, words: PlanWords, next: NonNullable<Toast['action']>): void {
    const steps = this.make(changes);
    this.onUndone(deed);
    const text = steps.length === 0 ? words.not : isWhole ? words.whole : words.partly;
    this.#tellInstead({ text: text(deed.label), ...(steps.length > 0 && { action: next }) });
    const back = steps.findLast(({ before, after }) => after.isThere && !before.isThere);
    if (back) this.#parts.onBack(back.ref);
  }

  #tellInstead(toast: Toast): void {
    this.#parts.toasts.show(toast, this.#newest);
    this.#newest = toast;
  }

  /** Where it writes what a history is kept of, it says on which day: it may be sent weeks later. */
  #dated(ref: Ref, operation: Operation): Operation {
    const { history } = this.#nounOf(ref);
    const names = Object.keys(operation.record ?? {});
    const isTracked = operation.op === 'create' || names.some((name) => history?.of.includes(name));
    return history && isTracked ? { on: this.#parts.today(), ...operation } : operation;
  }

  #nounOf({ type }: Ref): Noun {
    return this.#parts.replica.collection(type).noun;
  }
}
