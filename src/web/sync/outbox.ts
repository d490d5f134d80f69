import { computed, signal } from '@preact/signals';
import type { Pending } from './change.ts';
import type { Replica } from './replica.ts';
import { nextBatch, settle } from './sending.ts';
import { NotNow, type Server, Unreachable } from './server.ts';
import type { Tabs } from './tabs.ts';

const RETRY = { firstMs: 500, mostMs: 30_000 };

export interface OutboxParts {
  readonly replica: Replica;
  readonly server: Pick<Server, 'batch'>;
  readonly tabs: Pick<Tabs, 'alone'>;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** At least 0, less than 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of changes that the server will not make. They are taken back already, and wait for the person. */
  readonly onRefused: (changes: readonly Pending[]) => void;
}

/** Sends pending changes in their order, again and again until the server has answered each. */
export class Outbox {
  /** Why the last attempt failed; null while all goes well. */
  readonly trouble = signal<string | null>(null);
  /** Whether that is because the server takes nothing for a while, and `trouble` its own sentence. */
  readonly isTurnedAway = signal(false);
  readonly state = computed<'saved' | 'saving' | 'waiting'>(() => {
    if (this.#parts.replica.pending.value.length === 0) return 'saved';
    return this.trouble.value === null ? 'saving' : 'waiting';
  });
  readonly #parts: OutboxParts;
  #isSending = false;
  #notBefore = 0;
  #nap = new AbortController();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Sends all that is pending; resolves when nothing is. */
  async send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      await this.#drain();
    } finally {
      this.#isSending = false;
    }
  }

  /** Ends a pause before its time: the network may be back. Not where the server said how long to wait. */
  wake(): void {
    if (this.#parts.now() >= this.#notBefore) this.retry();
  }

  /** Ends any pause: the person asked. */
  retry(): void {
    this.#nap.abort();
  }

  async #drain(): Promise<void> {
    let failures = 0;
    while (this.#parts.replica.pending.peek().length > 0) {
      const failure = await this.#attempt();
      this.trouble.value = failure?.message ?? null;
      this.isTurnedAway.value = failure instanceof NotNow;
      failures = failure === null ? 0 : failures + 1;
      if (failure) await this.#pause(failures, failure instanceof NotNow ? failure.afterMs : 0);
    }
  }

  /** Gives the reason where it must be tried again. */
  async #attempt(): Promise<Unreachable | null> {
    const { replica, tabs } = this.#parts;
    try {
      await replica.keeper.written;
      return await tabs.alone(() => this.#sendBatch());
    } catch (error) {
      if (error instanceof Unreachable) return error;
      throw error;
    }
  }

  /** Sends what is oldest. What it will write over is kept before, so that nothing of it can be lost on the way. */
  async #sendBatch(): Promise<Unreachable | null> {
    const { replica, server, onRefused } = this.#parts;
    await replica.keeper.catchUp();
    const batch = nextBatch(replica);
    if (batch.sendings.length === 0) return null;
    if (batch.conflicts.length > 0) await replica.commit({ conflicts: batch.conflicts, revised: batch.revised });
    const { commit, refused, failure } = settle(replica, batch, await server.batch(batch.sendings));
    await replica.commit(commit);
    if (refused.length > 0) onRefused(refused);
    return failure;
  }

  /** Waits twice as long after each failure, and never all clients for the same time; at least as long as it was told. */
  async #pause(failures: number, toldMs: number): Promise<void> {
    const { wait, random, now } = this.#parts;
    const longest = Math.min(RETRY.firstMs * 2 ** (failures - 1), RETRY.mostMs);
    this.#notBefore = now() + toldMs;
    this.#nap = new AbortController();
    await wait(toldMs + longest * (0.5 + random() / 2), this.#nap.signal);
  }
}
