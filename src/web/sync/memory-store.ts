import { type Change, type Conflict, keyOf, type Pending, type Stored } from './change.ts';
import type { Commit, Cursor, Kept, LocalStore, Mark } from './local-store.ts';

/** What a store in memory holds; several stores may share one, as tabs share what a browser keeps. */
export class Memory {
  readonly records = new Map<string, Stored & { readonly generation: number }>();
  readonly outbox = new Map<number, Pending>();
  readonly conflicts = new Map<string, Conflict>();
  generation = 0;
  epoch = 0;
  place = 0;
  cursor: Cursor | null = null;
}

/** Keeps nothing beyond its `Memory`: where a browser has no storage, and for tests. */
export class MemoryStore implements LocalStore {
  readonly #memory: Memory;

  constructor(memory = new Memory()) {
    this.#memory = memory;
  }

  async read(since: Mark): Promise<Kept> {
    return this.#since(since);
  }

  async append(changes: readonly Change[]): Promise<readonly Pending[]> {
    return changes.map((change) => {
      this.#memory.place++;
      const pending = { ...change, place: this.#memory.place };
      this.#memory.outbox.set(pending.place, pending);
      return pending;
    });
  }

  async commit(commit: Commit, since: Mark): Promise<Kept> {
    const memory = this.#memory;
    memory.generation++;
    if (commit.isAnew) {
      memory.epoch++;
      memory.records.clear();
    }
    for (const stored of commit.records ?? []) this.#put(stored);
    for (const { place = 0 } of commit.settled ?? []) memory.outbox.delete(place);
    for (const pending of commit.revised ?? []) this.#revise(pending);
    for (const conflict of commit.conflicts ?? []) memory.conflicts.set(conflictKey(conflict), conflict);
    for (const conflict of commit.resolved ?? []) memory.conflicts.delete(conflictKey(conflict));
    memory.cursor = commit.cursor ?? memory.cursor;
    return this.#since(since);
  }

  close(): void {}

  #put(stored: Stored): void {
    const { records, generation } = this.#memory;
    const known = records.get(keyOf(stored));
    if (known && known.record.version >= stored.record.version) return;
    records.set(keyOf(stored), { ...stored, generation });
  }

  #revise(pending: Pending): void {
    const { place = 0 } = pending;
    if (this.#memory.outbox.has(place)) this.#memory.outbox.set(place, pending);
  }

  #since(mark: Mark): Kept {
    const { records, outbox, conflicts, generation, epoch, cursor } = this.#memory;
    const isNew = (stored: { generation: number }) => epoch !== mark.epoch || stored.generation > mark.generation;
    return {
      ...{ generation, epoch, cursor },
      records: [...records.values()].filter(isNew),
      outbox: [...outbox.values()],
      conflicts: [...conflicts.values()],
    };
  }
}

function conflictKey(conflict: Conflict): string {
  return [keyOf(conflict), conflict.field, conflict.change_id].join(' ');
}
