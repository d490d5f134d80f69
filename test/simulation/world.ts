import { localDate } from '../../src/domain/dates.ts';
import type { AnyRecord } from '../../src/domain/noun.ts';
import { NOUNS } from '../../src/domain/nouns.ts';
import { createApp } from '../../src/http/app.ts';
import { recordRoutes } from '../../src/routes/all.ts';
import { type Store, StoreBusy } from '../../src/store/store.ts';
import type { Pending } from '../../src/web/sync/change.ts';
import { Device } from './device.ts';
import { Network } from './network.ts';

/** The days of a simulation begin here; nothing in it looks at a real clock. */
const BEGINNING = Date.parse('2026-03-10T09:00:00.000Z');

export type OpenStore = (now: () => Date) => Store;

/** Browsers, a network that does its worst, and the real routes over a real store. */
export class World {
  readonly network = new Network();
  readonly devices: readonly Device[];
  readonly handle: (request: Request) => Promise<Response>;
  /** Every change that was ever queued on a device, by its id: as it was made. */
  readonly queued = new Map<string, Pending>();
  /** So many writes of the store are refused as busy. */
  busyWrites = 0;
  /** Whether the next cursor that is asked with is too old. */
  isCursorOld = false;
  readonly #store: Store;
  readonly #workspace: string;
  #at = BEGINNING;
  #changes = 0;
  #records = 0;
  #running = 0;

  /** @param open opens the store, which goes by the clock of this world */
  constructor(open: OpenStore, workspace: string) {
    const store = open(() => this.now());
    this.#store = store;
    this.#workspace = workspace;
    const app = createApp({
      routes: recordRoutes,
      services: {
        store: this.#busyAtTimes(store),
        nouns: NOUNS,
        now: () => this.now(),
        today: () => localDate(this.now()),
        site: '/',
        newId: () => this.newRecordId(),
      },
      callerOf: () => ({ workspace, isGuest: false, login: null }),
      onFault: (error) => {
        throw error;
      },
    });
    this.handle = async (request) => {
      this.#at += 1;
      this.#running++;
      try {
        return this.#refusedCursor(request) ?? (await app.request(request));
      } finally {
        this.#running--;
      }
    };
    this.devices = [new Device(this, 2), new Device(this, 1), new Device(this, 1)];
  }

  now(): Date {
    return new Date(this.#at);
  }

  newChangeId(): string {
    this.#changes++;
    return `change-${String(this.#changes).padStart(6, '0')}`;
  }

  newRecordId(): string {
    this.#records++;
    return `018f3b1e-0000-7000-8000-${String(this.#records).padStart(12, '0')}`;
  }

  /** Lets everything go on until it waits for the network or a pause; then notes what is queued. */
  async settle(): Promise<void> {
    for (let calm = 0; calm < 2; ) {
      await new Promise((resolve) => setImmediate(resolve));
      calm = this.#running > 0 ? 0 : calm + 1;
    }
    for (const device of this.devices) {
      device.reopen();
      for (const pending of device.outbox) this.#note(pending);
    }
  }

  async close(): Promise<void> {
    await this.#store.close();
  }

  /** All records of the server, tombstones too, by id. */
  async records(): Promise<ReadonlyMap<string, AnyRecord>> {
    const { changed } = await this.#store.changes(this.#workspace, null, 1000);
    const newest = new Map<string, AnyRecord>();
    for (const { id, record } of changed) if (record.version >= (newest.get(id)?.version ?? 0)) newest.set(id, record);
    return newest;
  }

  #note(pending: Pending): void {
    if (!this.queued.has(pending.change_id)) this.queued.set(pending.change_id, pending);
  }

  #busyAtTimes(store: Store): Store {
    const put: Store['put'] = async (...given) => {
      if (this.busyWrites === 0) return store.put(...given);
      this.busyWrites--;
      throw new StoreBusy('Busy, as it was told to be.');
    };
    return {
      put,
      get: (...given) => store.get(...given),
      list: (...given) => store.list(...given),
      changes: (...given) => store.changes(...given),
      close: () => store.close(),
    };
  }

  /** As the route refuses one that is older than deletions are remembered. */
  #refusedCursor({ url }: Request): Response | null {
    if (!this.isCursorOld || !new URL(url).searchParams.has('since')) return null;
    this.isCursorOld = false;
    return Response.json({ code: 'cursor_expired', detail: 'Too old.' }, { status: 410 });
  }
}
