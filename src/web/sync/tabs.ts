import { holding } from './locks.ts';
import { Unreachable } from './server.ts';

/** Longer than any request may take: who holds the lock for so long sleeps, as tabs in the background of a phone do. */
const PATIENCE_MS = 90_000;

/** The tabs of this browser that share a local store: one at a time syncs, and each tells the others of what is new. */
export class Tabs {
  readonly #lock: string;
  readonly #channel: InstanceType<typeof BroadcastChannel>;

  /** @param onTold called when another tab has kept something */
  constructor(name: string, onTold: () => void) {
    this.#lock = `${name}.sync`;
    this.#channel = new BroadcastChannel(name);
    this.#channel.addEventListener('message', onTold);
  }

  /** Tells the other tabs that there is something new in the store. */
  tell(): void {
    this.#channel.postMessage(null);
  }

  /**
   * Does some work while no other tab does such.
   *
   * @throws Unreachable where another tab lost patience and took over; all of it may be done twice
   */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    try {
      return await holding(this.#lock, { signal: patience }, work);
    } catch (error) {
      if (!isAborted(error)) throw error;
      if (!patience.aborted) throw new Unreachable('Another tab took over.', { cause: error });
      return holding(this.#lock, { steal: true }, work);
    }
  }

  close(): void {
    this.#channel.close();
  }
}

function isAborted(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'AbortError' || error.name === 'TimeoutError');
}
