import type { AnyRecord } from '../../domain/noun.ts';
import { asStood, type Step, wayTo } from '../../domain/way-back.ts';
import type { Ref } from '../sync/change.ts';
import type { Asked } from '../sync/replica.ts';

/** So many deeds can be undone: enough for a day, and little memory. */
const MOST = 200;

/** What a person did at once, however many records it changed. */
export interface Deed {
  /** What was done, as its message said it. */
  readonly label: string;
  readonly steps: readonly Step[];
}

/** The changes that undo a deed or make it again. */
export interface Plan {
  readonly deed: Deed;
  readonly changes: readonly Asked[];
  /** False where something was changed since: that is left alone. */
  readonly isWhole: boolean;
}

/** How a record stands now, tombstones included. */
type Read = (ref: Ref) => AnyRecord | undefined;

/** What was done and what was undone, the newest last. In memory: it ends with the page. */
export class History {
  #done: readonly Deed[] = [];
  #undone: readonly Deed[] = [];

  /** Keeps a deed; what was undone before it cannot be made again. */
  add(deed: Deed): void {
    this.#done = [...this.#done, deed].slice(-MOST);
    this.#undone = [];
  }

  /** How to undo the newest deed, or the one that is given; null where there is none. It counts as undone from now on. */
  undo(read: Read, deed: Deed | undefined = this.#done.at(-1)): Plan | null {
    if (!deed || !this.#done.includes(deed)) return null;
    const plan = planOf(deed, read, 'before');
    this.#done = this.#done.filter((other) => other !== deed);
    if (plan.changes.length > 0) this.#undone = [...this.#undone, deed];
    return plan;
  }

  /** How to make again what was undone last, or the deed that is given; null where there is none. */
  redo(read: Read, deed: Deed | undefined = this.#undone.at(-1)): Plan | null {
    if (!deed || !this.#undone.includes(deed)) return null;
    const plan = planOf(deed, read, 'after');
    this.#undone = this.#undone.filter((other) => other !== deed);
    if (plan.changes.length > 0) this.#done = [...this.#done, deed];
    return plan;
  }
}

function planOf(deed: Deed, read: Read, goal: 'before' | 'after'): Plan {
  const ways = deed.steps.map((step) => {
    const [from, to] = goal === 'before' ? [step.after, step.before] : [step.before, step.after];
    return { ref: step.ref, ...wayTo(asStood(from), to, read(step.ref)) };
  });
  return {
    deed,
    changes: ways.flatMap(({ ref, operation }) => (operation ? [{ ref, operation }] : [])),
    isWhole: ways.every(({ isWhole }) => isWhole),
  };
}
