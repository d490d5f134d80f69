/** Where a program is stopped: at which of its calls, before it takes effect or after. */
export interface Stop {
  readonly call: number;
  readonly when: 'before' | 'after';
}

export class Stopped extends Error {}

/** Counts the calls to other parts, and stops the program at one of them: from then on no call gets through. */
export class Tripwire {
  readonly calls: string[] = [];
  readonly #stop: Stop | undefined;

  constructor(stop?: Stop) {
    this.#stop = stop;
  }

  /** The same part, with its promises watched. */
  watch<Part extends object>(part: Part): Part {
    return new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const watched = (...all: unknown[]) => this.#call(String(name), () => value.apply(target, all));
        return name === 'due' || name === 'lacks' ? value.bind(target) : watched;
      },
    });
  }

  async #call(name: string, make: () => Promise<unknown>): Promise<unknown> {
    const at = this.calls.push(name);
    const stop = this.#stop;
    if (stop && (at > stop.call || (at === stop.call && stop.when === 'before'))) throw new Stopped();
    const answer = await make();
    if (stop && at === stop.call) throw new Stopped();
    return answer;
  }
}
