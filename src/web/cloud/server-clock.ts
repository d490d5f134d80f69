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
   * @param thought the time that was thought it was: another answer may have set it right since
   * @returns whether that was wrong by more than a minute
   */
  learn(date: string | null, thought = this.now()): boolean {
    const told = Date.parse(date ?? '');
    if (isNotable(told - this.now())) this.#offset += told - this.now();
    return isNotable(told - thought);
  }
}

function isNotable(difference: number): boolean {
  return Math.abs(difference) > NOTABLE_MS;
}
