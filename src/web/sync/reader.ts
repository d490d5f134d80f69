import { signal } from '@preact/signals';
import type { Replica } from './replica.ts';
import { type ChangesPage, CursorExpired, type Server, Unreachable } from './server.ts';

/** Brings what others changed into the replica. */
export class Reader {
  /** Whether everything has been read at least once. */
  readonly isReady = signal(false);
  /** Why the last attempt failed; null while all goes well. */
  readonly trouble = signal<string | null>(null);
  readonly #replica: Replica;
  readonly #server: Pick<Server, 'changes'>;
  #cursor: string | null = null;
  #isExpired = false;
  #isReading = false;

  constructor(replica: Replica, server: Pick<Server, 'changes'>) {
    this.#replica = replica;
    this.#server = server;
  }

  /** Reads all that changed since the last time. A failure leaves what is known and is told by `trouble`. */
  async read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      await this.#readOn();
      this.isReady.value = true;
      this.trouble.value = null;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.trouble.value = error.message;
    } finally {
      this.#isReading = false;
    }
  }

  async #readOn(): Promise<void> {
    try {
      if (this.#isExpired) await this.#readAnew();
      for await (const page of this.#pages(this.#cursor)) this.#takeIn(page);
    } catch (error) {
      if (!(error instanceof CursorExpired)) throw error;
      this.#isExpired = true;
      await this.#readAnew();
    }
  }

  /** Nothing known before is trusted: what does not come again was deleted so long ago that its tombstone is gone. */
  async #readAnew(): Promise<void> {
    const changes: ChangesPage['changes'][number][] = [];
    for await (const page of this.#pages(null)) changes.push(...page.changes);
    this.#replica.startAnew(Map.groupBy(changes, ({ type }) => type));
    this.#isExpired = false;
  }

  async *#pages(since: string | null): AsyncGenerator<ChangesPage> {
    for (let cursor = since, more = true; more; ) {
      const page = await this.#server.changes(cursor);
      yield page;
      ({ cursor, more } = page);
      this.#cursor = cursor;
    }
  }

  #takeIn({ changes }: ChangesPage): void {
    for (const [type, group] of Map.groupBy(changes, ({ type }) => type)) {
      this.#replica.confirm(
        type,
        group.map(({ record }) => record),
      );
    }
  }
}
