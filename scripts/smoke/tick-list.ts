export interface TickList {
  /** Runs one check and ticks it off; undefined where it fails, which is said and remembered. */
  tick<Result>(name: string, check: () => Promise<Result>): Promise<Result | undefined>;
  isComplete(): boolean;
}

export function tickList(say: (line: string) => void): TickList {
  let failures = 0;
  return { tick, isComplete: () => failures === 0 };

  async function tick<Result>(name: string, check: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await check();
      say(`✓ ${name}`);
      return result;
    } catch (error) {
      failures++;
      say(`✗ ${name}: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }
}

/** @throws Error that says `complaint` */
export function must(isSo: boolean, complaint: string): asserts isSo {
  if (!isSo) throw new Error(complaint);
}

/** Tries until it succeeds, or the time is over: what is new at AWS is not known everywhere at once. */
export async function eventually<Result>(patienceMs: number, attempt: () => Promise<Result>): Promise<Result> {
  for (const began = Date.now(); ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() - began > patienceMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
