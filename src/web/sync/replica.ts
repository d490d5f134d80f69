import { signal } from '@preact/signals';
import { apply, type Operation, type Outcome } from '../../domain/changes.ts';
import type { Instant } from '../../domain/dates.ts';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { Collection } from './collection.ts';

/** Names a record: its noun's type and its id. */
export interface Ref {
  readonly type: string;
  readonly id: string;
}

/** A change that a person made and the server has not answered yet. */
export interface Pending extends Ref {
  readonly operation: Operation;
  /** When it was made: so that it gives the same record however often it is applied. */
  readonly at: Instant;
}

/**
 * All records in memory. What a person sees is what the server confirmed with the pending changes applied on top, by the
 * same function that the server runs.
 */
export class Replica {
  /** In the order in which they were made. */
  readonly pending = signal<readonly Pending[]>([]);
  readonly #confirmed = new Map<string, Map<string, AnyRecord>>();
  readonly #collections = new Map<string, Collection>();
  readonly #now: () => Instant;

  constructor(nouns: readonly Noun[], now: () => Instant) {
    this.#now = now;
    for (const noun of nouns) {
      this.#confirmed.set(noun.type, new Map());
      this.#collections.set(noun.type, new Collection(noun));
    }
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
    const changes = this.pending.peek().filter((change) => isOf(change, ref));
    return changes.reduce((record, change) => this.#applied(record, change), this.#stand(ref.type).get(ref.id));
  }

  /** Makes a change at once and keeps it for the outbox. A problem changes nothing. */
  change(ref: Ref, operation: Operation): Outcome {
    const at = this.#now();
    const { noun } = this.collection(ref.type);
    const outcome = apply(noun, this.record(ref), operation, { id: ref.id, now: at });
    if ('problem' in outcome || !outcome.changed) return outcome;
    this.pending.value = [...this.pending.peek(), { type: ref.type, id: ref.id, operation, at }];
    this.collection(ref.type).show([outcome.record]);
    return outcome;
  }

  /** Takes in what the server says stands. An older version than the one known is passed over. */
  confirm(type: string, records: readonly AnyRecord[]): void {
    const { noun } = this.collection(type);
    const stand = this.#stand(type);
    const newer = records.filter((record) => record.version > (stand.get(idOf(noun, record))?.version ?? 0));
    for (const record of newer) stand.set(idOf(noun, record), record);
    this.#refresh(
      type,
      newer.map((record) => idOf(noun, record)),
    );
  }

  /** Takes a change that the server answered out of the pending ones; `record` is what stands after it, where it says so. */
  settle(change: Pending, record: AnyRecord | undefined): void {
    this.pending.value = this.pending.peek().filter((other) => other !== change);
    if (record) this.confirm(change.type, [record]);
    this.#refresh(change.type, [change.id]);
  }

  /** Forgets everything that was confirmed and takes in all that stands now. Pending changes stay. */
  startAnew(changes: ReadonlyMap<string, readonly { readonly record: AnyRecord }[]>): void {
    for (const [type, stand] of this.#confirmed) {
      const known = [...stand.keys()];
      stand.clear();
      this.confirm(type, changes.get(type)?.map(({ record }) => record) ?? []);
      this.#refresh(type, known);
    }
  }

  #refresh(type: string, ids: readonly string[]): void {
    const records = ids.map((id) => this.record({ type, id }));
    this.collection(type).show(records.filter((record) => record !== undefined));
    this.collection(type).hide(ids.filter((_, index) => records[index] === undefined));
  }

  /** A change that no longer fits what stands is passed over: the server will say why. */
  #applied(record: AnyRecord | undefined, { type, id, operation, at }: Pending): AnyRecord | undefined {
    const outcome = apply(this.collection(type).noun, record, operation, { id, now: at });
    return 'problem' in outcome ? record : outcome.record;
  }

  #stand(type: string): Map<string, AnyRecord> {
    const stand = this.#confirmed.get(type);
    if (!stand) throw new Error(`The replica holds no ${type}.`);
    return stand;
  }
}

function isOf(change: Pending, { type, id }: Ref): boolean {
  return change.id === id && change.type === type;
}
