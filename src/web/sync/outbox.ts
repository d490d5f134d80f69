import { computed, signal } from '@preact/signals';
import type { Pending, Replica } from './replica.ts';
import { NotNow, type Server, Unreachable } from './server.ts';
import type { Answer, Refused } from './wire.ts';

/** Bounds of the API for one batch; the second leaves room for its envelope. */
const MOST = 100;
const MOST_BYTES = 900_000;

const RETRY = { firstMs: 500, mostMs: 30_000 };

export interface OutboxParts {
  readonly replica: Replica;
  readonly server: Pick<Server, 'batch'>;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** At least 0, less than 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of each change that the server will not make. It has been taken back already. */
  readonly onRefused: (change: Pending, problem: Refused) => void;
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
      const failure = await this.#sendBatch();
      this.trouble.value = failure?.message ?? null;
      this.isTurnedAway.value = failure instanceof NotNow;
      failures = failure === null ? 0 : failures + 1;
      if (failure) await this.#pause(failures, failure instanceof NotNow ? failure.afterMs : 0);
    }
  }

  /** Sends what is oldest. Gives the reason where it must be sent again. */
  async #sendBatch(): Promise<Unreachable | null> {
    const changes = firstBatch(this.#parts.replica.pending.peek());
    try {
      return this.#settle(changes, await this.#parts.server.batch(changes));
    } catch (error) {
      if (error instanceof Unreachable) return error;
      throw error;
    }
  }

  /** From the first busy answer on, all are sent again: repeating is harmless, changing the order is not. */
  #settle(changes: readonly Pending[], answers: readonly Answer[]): Unreachable | null {
    for (const [index, change] of changes.entries()) {
      const answer = answers[index];
      if (answer === undefined) return null;
      if (isBusy(answer)) return new Unreachable(answer.problem.detail);
      this.#settleOne(change, answer);
    }
    return null;
  }

  #settleOne(change: Pending, answer: Answer): void {
    const { replica, onRefused } = this.#parts;
    const record = 'record' in answer ? answer.record : answer.problem.record;
    replica.settle(change, record);
    if ('problem' in answer) onRefused(change, answer.problem);
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

function isBusy(answer: Answer): answer is { problem: Refused } {
  return 'problem' in answer && answer.problem.code === 'busy';
}

function firstBatch(pending: readonly Pending[]): readonly Pending[] {
  let bytes = 0;
  const fits = (change: Pending, index: number) => {
    bytes += new TextEncoder().encode(JSON.stringify(change)).length;
    return index === 0 || (index < MOST && bytes <= MOST_BYTES);
  };
  const end = pending.findIndex((change, index) => !fits(change, index));
  return end < 0 ? pending : pending.slice(0, end);
}
