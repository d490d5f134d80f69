import { NOUNS } from '../../src/domain/nouns.ts';
import type { Memory } from '../../src/web/sync/memory-store.ts';
import { MemoryStore } from '../../src/web/sync/memory-store.ts';
import { Outbox } from '../../src/web/sync/outbox.ts';
import { Reader } from '../../src/web/sync/reader.ts';
import { Replica } from '../../src/web/sync/replica.ts';
import { restServer } from '../../src/web/sync/server.ts';
import type { Device } from './device.ts';
import { MortalStore } from './mortal-store.ts';

/** One tab of a browser, as the app makes it, from its start to its death. */
export class Tab {
  readonly store: MortalStore;
  readonly replica: Replica;
  readonly outbox: Outbox;
  readonly reader: Reader;
  readonly #sleepers = new Set<() => void>();

  constructor(device: Device, memory: Memory) {
    const { world } = device;
    const now = () => world.now().toISOString();
    this.store = new MortalStore(new MemoryStore(memory));
    this.replica = new Replica({
      nouns: NOUNS,
      store: this.store,
      now,
      newId: () => world.newChangeId(),
      onKept: () => void (this.store.isDead || device.tell(this)),
    });
    const server = restServer(world.network.fetchOf(device, world.handle), NOUNS);
    const tabs = { alone: <T>(work: () => Promise<T>) => device.alone(this, work) };
    this.reader = new Reader({ replica: this.replica, server, tabs, now });
    this.outbox = new Outbox({
      ...{ replica: this.replica, server, tabs, random: () => 0.5, now: () => world.now().getTime() },
      wait: (_, signal) => this.#sleep(signal),
      onRefused: () => undefined,
    });
  }

  /** As the app begins: first what is kept, then the network. */
  async begin(): Promise<void> {
    await this.replica.keeper.catchUp();
    void this.outbox.send();
    void this.reader.read();
  }

  async hear(): Promise<void> {
    await this.replica.keeper.catchUp();
    void this.outbox.send();
  }

  /** Ends all its pauses. */
  wake(): void {
    for (const wake of this.#sleepers) wake();
  }

  #sleep(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers.delete(wake);
        resolve();
      };
      this.#sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
