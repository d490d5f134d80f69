import * as v from 'valibot';
import type { TextStorage } from '../storage.ts';
import { type Change, keptOperation } from './change.ts';

const changesSchema = v.array(
  v.object({
    type: v.string(),
    id: v.string(),
    change_id: v.string(),
    operation: keptOperation,
    at: v.string(),
    seen: v.record(v.string(), v.unknown()),
  }),
);

/**
 * What a page that is closed has not written yet. A transaction of IndexedDB that is on its way ends with its page; what
 * is put into the other storage does not.
 */
export class LastWords {
  readonly #storage: TextStorage;
  readonly #prefix: string;

  /** @param name of the replica */
  constructor(storage: TextStorage, name: string) {
    this.#storage = storage;
    this.#prefix = `${name}.unwritten.`;
  }

  /** @param page tells the pages of a browser apart */
  leave(page: string, changes: readonly Change[]): void {
    if (changes.length > 0) this.#storage.setItem(this.#prefix + page, JSON.stringify(changes));
  }

  /** The page goes on after all. */
  unsay(page: string): void {
    this.#storage.removeItem(this.#prefix + page);
  }

  /** Hands over what earlier pages left, and forgets it once that is kept. */
  async handOver(keep: (changes: readonly Change[]) => Promise<void>): Promise<void> {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '');
    const left = keys.filter((key) => key.startsWith(this.#prefix));
    const changes = left.flatMap((key) => {
      const { success, output } = v.safeParse(kept, this.#storage.getItem(key));
      return success ? output : [];
    });
    await keep(changes);
    for (const key of left) this.#storage.removeItem(key);
  }
}

const kept = v.pipe(v.string(), v.parseJson(), changesSchema);
