/** Units of capacity that were consumed. */
export interface Units {
  /** Of the table: strongly consistent reads. */
  readonly read: number;
  readonly write: number;
  /** Writes to the two local indexes, which have a copy of each record: the table's capacity pays for them. */
  readonly localWrite: number;
  /** Of the index of wakes, which has a capacity of its own. */
  readonly indexRead: number;
  readonly indexWrite: number;
}

/** The requests that reminding makes. */
export const REQUESTS = ['get', 'getSeveral', 'list', 'recipient', 'latest', 'claim', 'wakes', 'settle'] as const;
export type Request = (typeof REQUESTS)[number];

/** Counts what DynamoDB would charge. */
export class Meter {
  readonly #units = { read: 0, write: 0, localWrite: 0, indexRead: 0, indexWrite: 0 };
  readonly #requests = new Map<Request, { calls: number; units: number }>();

  count(request: Request, units: Partial<Units>): void {
    const sum = this.#requests.get(request) ?? { calls: 0, units: 0 };
    sum.calls++;
    sum.units += (units.read ?? 0) + (units.write ?? 0) + (units.indexRead ?? 0);
    this.#requests.set(request, sum);
    this.#units.read += units.read ?? 0;
    this.#units.write += units.write ?? 0;
    this.#units.localWrite += units.localWrite ?? 0;
    this.#units.indexRead += units.indexRead ?? 0;
    this.#units.indexWrite += units.indexWrite ?? 0;
  }

  units(): Units {
    return { ...this.#units };
  }

  /** Calls and units of a request, without those of indexes that write. */
  of(request: Request): { readonly calls: number; readonly units: number } {
    return { ...(this.#requests.get(request) ?? { calls: 0, units: 0 }) };
  }
}

export function minus(after: Units, before: Units): Units {
  return {
    read: after.read - before.read,
    write: after.write - before.write,
    localWrite: after.localWrite - before.localWrite,
    indexRead: after.indexRead - before.indexRead,
    indexWrite: after.indexWrite - before.indexWrite,
  };
}
