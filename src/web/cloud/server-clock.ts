/** A difference that no answer takes on its way. */
const NOTABLE_MS = 60_000;

/** The time as the servers have it: a signature is good for five minutes only, and people's clocks are wrong. */
export class ServerClock {
  readonly #local: () => number;
  #offset = 0;

  /** @param local the time of this machine, in milliseconds since 1970 */
  constructor(local: () => number) {
    this.#local = local;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#local() + this.#offset;
  }

  /** How many seconds the servers are ahead of this machine. */
  get aheadSeconds(): number {
    return Math.round(this.#offset / 1000);
  }

  /**
   * Learns from the `Date` header of an answer (RFC 9110, section 6.6.1).
   *
   * @returns whether the time was thought to be another, by more than a minute
   */
  learn(date: string | null): boolean {
    const ahead = Date.parse(date ?? '') - this.now();
    if (Number.isNaN(ahead) || Math.abs(ahead) <= NOTABLE_MS) return false;
    this.#offset += ahead;
    return true;
  }
}
