import { batch, type Signal, signal } from '@preact/signals';
import { apply, isMade, type Operation, type Outcome } from '../../domain/changes.ts';
import type { Instant } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { type Change, type Conflict, difference, keyOf, type Pending, type Ref, type Stored } from './change.ts';
import { Collection } from './collection.ts';
import { Keeper } from './keeper.ts';
import type { Commit, Cursor, Kept, LocalStore } from './local-store.ts';

export interface ReplicaParts {
  readonly nouns: readonly Noun[];
  readonly store: LocalStore;
  /** Opens the store anew, where the browser took it away. */
  readonly reopen?: () => Promise<LocalStore>;
  readonly now: () => Instant;
  /** Makes the id of a change. */
  readonly newId: () => string;
  /** Told when there is something new for other tabs. */
  readonly onKept?: () => void;
}

/** One change that is asked for: of which record, and what. */
export interface Asked {
  readonly ref: Ref;
  readonly operation: Operation;
}

/**
 * All records in memory, and in the local store. What a person sees is what the server confirmed with the pending
 * changes applied on top, by the same function that the server runs.
 */
export class Replica {
  /** Changes that wait to be sent, in their order. */
  readonly pending = signal<readonly Pending[]>([]);
  /** Changes that the server did not make: they wait for the person. */
  readonly refused = signal<readonly Pending[]>([]);
  /** What other devices wrote where a change of this one came later. */
  readonly conflicts = signal<readonly Conflict[]>([]);
  readonly cursor = signal<Cursor | null>(null);
  readonly keeper: Keeper;
  readonly #parts: ReplicaParts;
  readonly #confirmed = new Map<string, Map<string, AnyRecord>>();
  readonly #collections = new Map<string, Collection>();
  /** The pending changes of each record. */
  readonly #waiting = new Map<string, readonly Pending[]>();

  constructor(parts: ReplicaParts) {
    this.#parts = parts;
    for (const noun of parts.nouns) {
      this.#confirmed.set(noun.type, new Map());
      this.#collections.set(noun.type, new Collection(noun));
    }
    this.keeper = new Keeper(parts.store, {
      reopen: parts.reopen,
      take: (kept) => this.#take(kept),
      written: (pending) => this.#written(pending),
      everything: () => this.#everything(),
    });
  }

  collection(type: string): Collection {
    const collection = this.#collections.get(type);
    if (!collection) throw new Error(`The replica holds no ${type}.`);
    return collection;
  }

  /** Whether records of this type are kept here: a newer server may send others. */
  keeps(type: string): boolean {
    return this.#collections.has(type);
  }

  /** A record as a person sees it; a tombstone where it is deleted. */
  record(ref: Ref): AnyRecord | undefined {
    const changes = this.#waiting.get(keyOf(ref)) ?? [];
    return changes.reduce((record, change) => this.applied(record, change), this.confirmed(ref));
  }

  /** A record as the server has it. */
  confirmed({ type, id }: Ref): AnyRecord | undefined {
    return this.#stand(type).get(id);
  }

  /** What a change makes of a record. One that no longer fits is passed over: the server will say why. */
  applied(record: AnyRecord | undefined, { type, id, operation, at }: Change): AnyRecord | undefined {
    const outcome = apply(this.collection(type).noun, record, operation, { id, now: at });
    return 'problem' in outcome ? record : outcome.record;
  }

  /** Makes a change at once and keeps it for the outbox. A problem changes nothing. */
  change(ref: Ref, operation: Operation): Outcome {
    const [outcome] = this.changeAll([{ ref, operation }]);
    if (!outcome) throw new Error('A change has an outcome.');
    return outcome;
  }

  /** Makes many changes as one, each on top of those before it. */
  changeAll(asked: readonly Asked[]): readonly Outcome[] {
    const made: Change[] = [];
    const outcomes = asked.map(({ ref, operation }) => {
      const before = this.record(ref);
      const at = this.#parts.now();
      const outcome = apply(this.collection(ref.type).noun, before, operation, { id: ref.id, now: at });
      if ('problem' in outcome || !outcome.changed) return outcome;
      const change = { ...this.#changeOf(ref, operation, before, outcome.record), at };
      this.#waiting.set(keyOf(ref), [...(this.#waiting.get(keyOf(ref)) ?? []), change]);
      made.push(change);
      return outcome;
    });
    if (made.length === 0) return outcomes;
    batch(() => {
      this.pending.value = [...this.pending.peek(), ...made];
      this.#refresh(made);
    });
    void this.keeper.append(made).then(this.#parts.onKept);
    return outcomes;
  }

  /** Takes up changes that an earlier page made and could not write any more; those that are here or there are passed over. */
  async takeUp(changes: readonly Change[]): Promise<void> {
    const known = new Set([...this.pending.peek(), ...this.refused.peek()].map(({ change_id }) => change_id));
    const isNew = (change: Change) => {
      const standing = this.keeps(change.type) ? this.confirmed(change) : undefined;
      return this.keeps(change.type) && !known.has(change.change_id) && !(standing && isMade(standing, change));
    };
    const left = changes.filter(isNew);
    if (left.length === 0) return;
    batch(() => {
      this.#wait([...this.pending.peek(), ...left]);
      this.#refresh(left);
    });
    await this.keeper.append(left);
    this.#parts.onKept?.();
  }

  /** Keeps a commit, here and in the store, and tells the other tabs. */
  async commit(commit: Commit): Promise<void> {
    await this.keeper.commit(commit);
    this.#parts.onKept?.();
  }

  /** With the values as they were taken, and those that stood in their place. */
  #changeOf(
    ref: Ref,
    { op, record, on }: Operation,
    before: AnyRecord | undefined,
    after: AnyRecord,
  ): Omit<Change, 'at'> {
    const { noun } = this.collection(ref.type);
    const names = op === 'remove' ? Object.keys(noun.fields) : Object.keys(record ?? {});
    const own = names.filter((name) => Object.hasOwn(noun.fields, name));
    const seen = op === 'create' || !before ? {} : pick(before, own);
    const fields = op === 'edit' ? { record: pick(after, own) } : { ...(record && { record }) };
    return { ...ref, change_id: this.#parts.newId(), operation: { op, ...fields, ...(on && { on }) }, seen };
  }

  #written(written: readonly Pending[]): void {
    const places = new Map(written.map((pending) => [pending.change_id, pending]));
    this.#wait(this.pending.peek().map((pending) => places.get(pending.change_id) ?? pending));
  }

  /** Takes in what the store has that is new here. */
  #take(kept: Kept & { readonly isAnew: boolean }): void {
    const touched = new Map<string, Ref>();
    const touch = (refs: Iterable<Ref>) => {
      for (const ref of refs) touched.set(keyOf(ref), { type: ref.type, id: ref.id });
    };
    if (kept.isAnew) touch(this.#forget());
    touch(kept.records.filter((stored) => this.#confirm(stored)));
    const pending = [...kept.outbox.filter((one) => !one.refused), ...this.#unwritten(kept.outbox)];
    touch(difference(this.pending.peek(), pending));
    touch(difference(pending, this.pending.peek()));
    batch(() => {
      this.#wait(pending);
      replace(
        this.refused,
        kept.outbox.filter((one) => one.refused),
      );
      replace(this.conflicts, kept.conflicts);
      this.cursor.value = kept.cursor;
      this.#refresh([...touched.values()]);
    });
  }

  /** Those that were made here and are still on their way into the store. */
  #unwritten(outbox: readonly Pending[]): readonly Pending[] {
    const ids = new Set(outbox.map((pending) => pending.change_id));
    return this.pending.peek().filter((pending) => pending.place === undefined && !ids.has(pending.change_id));
  }

  #wait(pending: readonly Pending[]): void {
    this.#waiting.clear();
    for (const [key, changes] of Map.groupBy(pending, keyOf)) this.#waiting.set(key, changes);
    replace(this.pending, pending);
  }

  /** Whether it was news. */
  #confirm({ type, id, record }: Stored): boolean {
    if (!this.keeps(type)) return false;
    const stand = this.#stand(type);
    const isNews = record.version > (stand.get(id)?.version ?? 0);
    if (isNews) stand.set(id, record);
    return isNews;
  }

  #forget(): Ref[] {
    const refs = this.#stored();
    for (const stand of this.#confirmed.values()) stand.clear();
    return refs;
  }

  #everything(): Commit & { readonly outbox: readonly Pending[] } {
    const cursor = this.cursor.peek();
    const outbox = [...this.refused.peek(), ...this.pending.peek()];
    return { records: this.#stored(), conflicts: this.conflicts.peek(), ...(cursor && { cursor }), outbox };
  }

  #stored(): Stored[] {
    return [...this.#confirmed].flatMap(([type, stand]) => [...stand].map(([id, record]) => ({ type, id, record })));
  }

  #refresh(refs: readonly Ref[]): void {
    for (const [type, of] of Map.groupBy(refs, ({ type }) => type)) {
      const records = of.map((ref) => this.record(ref));
      this.collection(type).show(records.filter((record) => record !== undefined));
      this.collection(type).hide(of.flatMap(({ id }, index) => (records[index] === undefined ? id : [])));
    }
  }

  #stand(type: string): Map<string, AnyRecord> {
    const stand = this.#confirmed.get(type);
    if (!stand) throw new Error(`The replica holds no ${type}.`);
    return stand;
  }
}

/** Records of the API as the local store takes them. */
export function storedOf(noun: Noun, record: AnyRecord): Stored {
  return { type: noun.type, id: idOf(noun, record), record };
}

function pick(record: AnyRecord, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

/** Nothing is drawn again for a list that is empty as before. */
function replace<T>(list: Signal<readonly T[]>, value: readonly T[]): void {
  if (value.length > 0 || list.peek().length > 0) list.value = value;
}
