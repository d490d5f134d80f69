import { computed, signal } from '@preact/signals';
import type { Instant } from '../../domain/dates.ts';
import type { Stored } from './change.ts';
import type { Cursor } from './local-store.ts';
import { type Replica, storedOf } from './replica.ts';
import { landed } from './sending.ts';
import { type ChangesPage, CursorExpired, type Server, Unreachable } from './server.ts';
import type { Tabs } from './tabs.ts';

export interface ReaderParts {
  readonly replica: Replica;
  readonly server: Pick<Server, 'changes'>;
  readonly tabs: Pick<Tabs, 'alone'>;
  readonly now: () => Instant;
}

/** Brings what others changed into the replica. */
export class Reader {
  /** Whether everything has been read at least once, now or at an earlier time. */
  readonly isReady = computed(() => this.#parts.replica.cursor.value?.isWhole ?? false);
  /** Why the last attempt failed; null while all goes well. */
  readonly trouble = signal<string | null>(null);
  readonly #parts: ReaderParts;
  #reading: Promise<void> | null = null;
  #isAskedAgain = false;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
  }

  /**
   * Reads all that changed since the last time. Who asks while it reads is asked for once more: what they wait for may have
   * come after the page that is under way. A failure leaves what is known and is told by `trouble`.
   */
  read(): Promise<void> {
    this.#isAskedAgain = this.#reading !== null;
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    try {
      do {
        this.#isAskedAgain = false;
        while (await this.#parts.tabs.alone(() => this.#readPage()));
      } while (this.#isAskedAgain);
      this.trouble.value = null;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.trouble.value = error.message;
    }
  }

  /** @returns whether there is more to read right now */
  async #readPage(): Promise<boolean> {
    const { replica, server, now } = this.#parts;
    await replica.keeper.catchUp();
    const cursor = replica.cursor.peek();
    const asked = now();
    try {
      const page = await server.changes(cursor?.at ?? null);
      const isWhole = cursor?.isWhole || !page.more;
      const readAt = page.more ? cursor?.readAt : asked;
      await this.#keep(this.#recordsOf([page]), { at: page.cursor, isWhole, readAt });
      return page.more;
    } catch (error) {
      if (!(error instanceof CursorExpired)) throw error;
      await this.#readAnew(asked);
      return false;
    }
  }

  /** Nothing known before is trusted: what does not come again was deleted so long ago that its tombstone is gone. */
  async #readAnew(readAt: Instant): Promise<void> {
    const pages: ChangesPage[] = [];
    do pages.push(await this.#parts.server.changes(pages.at(-1)?.cursor ?? null));
    while (pages.at(-1)?.more);
    await this.#keep(this.#recordsOf(pages), { at: pages.at(-1)?.cursor ?? '', isWhole: true, readAt }, true);
  }

  async #keep(records: readonly Stored[], cursor: Cursor, isAnew = false): Promise<void> {
    const { replica } = this.#parts;
    const settled = landed(replica.pending.peek(), records);
    await replica.commit({ records, cursor, settled, isAnew });
  }

  #recordsOf(pages: readonly ChangesPage[]): Stored[] {
    const { replica } = this.#parts;
    return pages.flatMap(({ changes }) =>
      changes.map(({ type, record }) => storedOf(replica.collection(type).noun, record)),
    );
  }
}
