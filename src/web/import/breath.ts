/** So long a page may work without drawing: about a frame. */
const LONGEST_MS = 12;

/** Lets the browser draw and answer between the steps of long work. */
export class Breath {
  #since = performance.now();

  get isDue(): boolean {
    return performance.now() - this.#since > LONGEST_MS;
  }

  /** Pauses where it is time to. */
  async take(): Promise<void> {
    if (this.isDue) await this.now();
  }

  /** Pauses until the browser has drawn. */
  async now(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
