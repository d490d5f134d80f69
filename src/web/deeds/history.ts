import type { Operation } from '../../domain/changes.ts';
import { isEqual, type JsonObject } from '../../domain/json.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import type { Ref } from '../sync/change.ts';
import type { Asked } from '../sync/replica.ts';

/** So many deeds can be undone: enough for a day, and little memory. */
const MOST = 200;

/** How a record stood: whether it was there, and the fields that a step is about. */
export interface Stand {
  readonly isThere: boolean;
  readonly values: JsonObject;
}

/** What a deed did to one record. */
export interface Step {
  readonly ref: Ref;
  readonly before: Stand;
  readonly after: Stand;
}

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

/** What a change did to a record; null where it did nothing. */
export function stepOf(noun: Noun, ref: Ref, before: AnyRecord | undefined, after: AnyRecord): Step | null {
  const [wasThere, isThere] = [isRecord(before), isRecord(after)];
  const names = Object.keys(noun.fields).filter(
    (name) => wasThere !== isThere || !isEqual(before?.[name] ?? null, after[name] ?? null),
  );
  if (names.length === 0) return null;
  return {
    ref,
    before: { isThere: wasThere, values: valuesOf(names, before ?? after) },
    after: { isThere, values: valuesOf(names, after) },
  };
}

function planOf(deed: Deed, read: Read, goal: 'before' | 'after'): Plan {
  const ways = deed.steps.map((step) => {
    const [from, to] = goal === 'before' ? [step.after, step.before] : [step.before, step.after];
    return { ref: step.ref, ...wayTo(from, to, read(step.ref)) };
  });
  return {
    deed,
    changes: ways.flatMap(({ ref, operation }) => (operation ? [{ ref, operation }] : [])),
    isWhole: ways.every(({ isWhole }) => isWhole),
  };
}

interface Way {
  /** Null where nothing can be done. */
  readonly operation: Operation | null;
  readonly isWhole: boolean;
}

const LEFT_ALONE: Way = { operation: null, isWhole: false };

/** From one stand to another, as far as the record still stands as the first says. */
function wayTo(from: Stand, to: Stand, current: AnyRecord | undefined): Way {
  if (isRecord(current) !== from.isThere) return LEFT_ALONE;
  if (!to.isThere) return removal(from, current);
  if (!from.isThere) {
    const operation: Operation = current ? { op: 'restore' } : { op: 'create', record: to.values };
    return { operation, isWhole: true };
  }
  const names = Object.keys(to.values);
  const standing = names.filter((name) => stands(from, current, name));
  if (standing.length === 0) return LEFT_ALONE;
  return {
    operation: { op: 'edit', record: Object.fromEntries(standing.map((name) => [name, to.values[name]])) },
    isWhole: standing.length === names.length,
  };
}

/** What somebody has written in since is not taken away with the record. */
function removal(from: Stand, current: AnyRecord | undefined): Way {
  const isSame = Object.keys(from.values).every((name) => stands(from, current, name));
  return isSame ? { operation: { op: 'remove' }, isWhole: true } : LEFT_ALONE;
}

function stands({ values }: Stand, current: AnyRecord | undefined, name: string): boolean {
  return isEqual(current?.[name] ?? null, values[name] ?? null);
}

function isRecord(record: AnyRecord | undefined): boolean {
  return record !== undefined && record.deleted_at === null;
}

function valuesOf(names: readonly string[], record: AnyRecord): JsonObject {
  return Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
}
