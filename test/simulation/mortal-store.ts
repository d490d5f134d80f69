import type { LocalStore } from '../../src/web/sync/local-store.ts';

/** When a tab dies: before or after so many more steps of its store. */
export interface Death {
  readonly steps: number;
  readonly isAfter: boolean;
}

/** A local store whose tab may die between any two steps: from then on nothing of it ever answers. */
export class MortalStore implements LocalStore {
  isDead = false;
  readonly #store: LocalStore;
  #death: Death | null = null;

  constructor(store: LocalStore) {
    this.#store = store;
  }

  /** Has the tab die in some steps from now. */
  dieIn(death: Death): void {
    this.#death = death;
  }

  read: LocalStore['read'] = (...given) => this.#step(() => this.#store.read(...given));
  append: LocalStore['append'] = (...given) => this.#step(() => this.#store.append(...given));
  commit: LocalStore['commit'] = (...given) => this.#step(() => this.#store.commit(...given));
  close(): void {}

  async #step<T>(work: () => Promise<T>): Promise<T> {
    const death = this.#death;
    const isLast = death !== null && death.steps === 0;
    if (death) this.#death = { ...death, steps: death.steps - 1 };
    if (this.isDead || (isLast && !death.isAfter)) return this.#die();
    const result = await work();
    return isLast || this.isDead ? this.#die() : result;
  }

  #die(): Promise<never> {
    this.isDead = true;
    return new Promise(() => undefined);
  }
}
