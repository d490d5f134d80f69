import { signal } from '@preact/signals';
import type { Change, Pending } from './change.ts';
import { BEGINNING, type Commit, type Kept, type LocalStore, type Mark } from './local-store.ts';
import { MemoryStore } from './memory-store.ts';

/** Why a browser keeps nothing: its storage is full, or there is none (any more). */
export type Unkept = 'full' | 'unavailable';

export interface KeeperParts {
  /** Takes in what the store has that is new. */
  readonly take: (kept: Kept & { readonly isAnew: boolean }) => void;
  /** Told of changes that are in the outbox now. */
  readonly written: (pending: readonly Pending[]) => void;
  /** Opens the store anew, where the browser took it away. */
  readonly reopen?: (() => Promise<LocalStore>) | undefined;
  /** All that is in memory, to be kept elsewhere. */
  readonly everything: () => Commit & { readonly outbox: readonly Pending[] };
}

/** Keeps a replica in a local store; where that fails, in memory, so that the app goes on. */
export class Keeper {
  /** Why nothing is kept beyond this page; null while all is. */
  readonly unkept = signal<Unkept | null>(null);
  readonly #parts: KeeperParts;
  #store: LocalStore;
  #mark: Mark = BEGINNING;
  /** Reads and commits are taken in one after the other, as they were made. */
  #turn: Promise<void> = Promise.resolve();
  #appending: Promise<void> = Promise.resolve();
  #isLeft = false;
  /** Under way from a store that failed to another. */
  #moving: Promise<void> | null = null;
  /** What lies in a store that failed: it is taken out as it is sent. */
  #left: { readonly store: LocalStore; readonly outbox: Map<string, Pending> } | null = null;

  constructor(store: LocalStore, parts: KeeperParts) {
    this.#store = store;
    this.#parts = parts;
    if (store instanceof MemoryStore) this.unkept.value = 'unavailable';
  }

  /** Resolves when all changes made so far are in the outbox. */
  get written(): Promise<void> {
    return this.#appending;
  }

  catchUp(): Promise<void> {
    return this.#inTurn(async () => this.#takeIn(await this.#store.read(this.#mark)));
  }

  commit(commit: Commit): Promise<void> {
    this.#takeOut(commit.settled ?? []);
    return this.#inTurn(async () => this.#takeIn(await this.#store.commit(commit, this.#mark)));
  }

  append(changes: readonly Change[]): Promise<void> {
    const store = this.#store;
    const done = store.append(changes).then(
      // Where another store has all by now, the places are of that one.
      (pending) => this.#store === store && this.#parts.written(pending),
      (error: unknown) => this.#fallBack(store, error),
    );
    this.#appending = Promise.all([this.#appending, done]).then(() => undefined);
    return done.then(() => undefined);
  }

  /** Keeps everything in another store from now on. */
  async moveTo(store: LocalStore): Promise<void> {
    const { outbox, ...rest } = this.#parts.everything();
    this.#store = store;
    this.#mark = BEGINNING;
    // Another tab may have been here first, or nothing was lost after all.
    const known = new Set((await store.read(this.#mark)).outbox.map(({ change_id }) => change_id));
    const missing = outbox.filter(({ change_id }) => !known.has(change_id));
    const placed = await store.append(missing.map(({ place: _, refused: __, ...change }) => change));
    const refused = placed.map((pending, index) => ({ ...pending, ...pick(missing[index]) }));
    // Or in the same moment: who writes later finds both, and takes one out.
    const settled = repeated((await store.read(this.#mark)).outbox);
    this.#takeIn(await store.commit({ ...rest, isAnew: true, settled, revised: refused }, this.#mark));
  }

  /** The browser took the store away: everything goes into one that is opened anew, or else into memory. */
  async restore(): Promise<void> {
    await this.#fallBack(this.#store, new Error('The store was taken away.'));
  }

  /** Another page deletes the store, because the person signs out: it must not be there again. All goes on in memory. */
  async leave(): Promise<void> {
    this.#isLeft = true;
    await this.#fallBack(this.#store, new Error('The store was deleted.'));
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const store = this.#store;
    const done = this.#turn.then(work).catch(async (error: unknown) => {
      await this.#fallBack(store, error);
      await work();
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #takeIn(kept: Kept): void {
    const isAnew = kept.epoch !== this.#mark.epoch;
    this.#mark = { generation: kept.generation, epoch: kept.epoch };
    this.#parts.take({ ...kept, isAnew });
  }

  /** The first failure moves everything to another store; those of the same store that follow wait for it. */
  async #fallBack(failed: LocalStore, error: unknown): Promise<void> {
    if (this.#store !== failed) return;
    if (failed instanceof MemoryStore) throw error;
    this.#moving ??= this.#moveFrom(failed, error).finally(() => {
      this.#moving = null;
    });
    await this.#moving;
  }

  async #moveFrom(failed: LocalStore, error: unknown): Promise<void> {
    if (!isFull(error) && !this.#isLeft && (await this.#isReopened(failed))) return;
    const { outbox } = this.#parts.everything();
    this.#left = { store: failed, outbox: new Map(outbox.map((pending) => [pending.change_id, pending])) };
    this.unkept.value = isFull(error) ? 'full' : 'unavailable';
    await this.moveTo(new MemoryStore());
  }

  async #isReopened(failed: LocalStore): Promise<boolean> {
    const { reopen } = this.#parts;
    if (!reopen) return false;
    try {
      await this.moveTo(await reopen());
      failed.close();
      return true;
    } catch {
      this.#store = failed;
      return false;
    }
  }

  #takeOut(settled: readonly Pending[]): void {
    const left = settled.flatMap(({ change_id }) => this.#left?.outbox.get(change_id) ?? []);
    const written = left.filter(({ place }) => place !== undefined);
    // It failed before; what it still holds is known to the server by its id, should it be sent again.
    if (written.length > 0) this.#left?.store.commit({ settled: written }, BEGINNING).catch(() => undefined);
  }
}

/** Changes that stand in an outbox before, too. */
function repeated(outbox: readonly Pending[]): readonly Pending[] {
  return outbox.filter(({ change_id }, index) => outbox.findIndex((one) => one.change_id === change_id) < index);
}

function pick(pending: Pending | undefined): Pick<Pending, 'refused'> {
  return pending?.refused ? { refused: pending.refused } : {};
}

/** https://w3c.github.io/IndexedDB/#quotaexceedederror */
function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
