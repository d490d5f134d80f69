import type { TemporaryKeys } from './identity.ts';
import type { ServerClock } from './server-clock.ts';

/** So long before they expire keys are no longer begun with: a slow request must end within it. */
const MARGIN_MS = 5 * 60_000;

export interface CredentialParts {
  readonly clock: ServerClock;
  /** Asks for new keys. */
  readonly obtain: () => Promise<TemporaryKeys>;
  /** Keys from before the page was loaded again. */
  readonly kept?: TemporaryKeys | null;
  /** Told of new keys, and of null where there are none any more. */
  readonly keep?: (keys: TemporaryKeys | null) => void;
}

/** The keys in use: they are renewed before they expire, once for all who wait for them. */
export class Credentials {
  readonly #parts: CredentialParts;
  #keys: TemporaryKeys | null;
  #renewal: Promise<TemporaryKeys> | null = null;

  constructor(parts: CredentialParts) {
    this.#parts = parts;
    this.#keys = parts.kept ?? null;
  }

  /** Keys that are good for some minutes at least. Fails as `obtain` does. */
  async current(): Promise<TemporaryKeys> {
    return (this.isFresh && this.#keys) || this.#renew();
  }

  /** Whether there are keys that are good for some minutes. */
  get isFresh(): boolean {
    return this.#keys !== null && this.#keys.expiresAt - MARGIN_MS > this.#parts.clock.now();
  }

  /** Takes keys out of use that a server refused; newer ones stay. */
  expire(refused: TemporaryKeys): void {
    if (this.#keys?.sessionToken === refused.sessionToken) this.put(null);
  }

  put(keys: TemporaryKeys | null): void {
    this.#keys = keys;
    this.#parts.keep?.(keys);
  }

  #renew(): Promise<TemporaryKeys> {
    this.#renewal ??= this.#obtain().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async #obtain(): Promise<TemporaryKeys> {
    const keys = await this.#parts.obtain();
    this.put(keys);
    return keys;
  }
}
