/** Says what is being done, how far it is, and how long it took. */
export interface Progress {
  step<Result>(name: string, run: () => Promise<Result>): Promise<Result>;
  say(line: string): void;
}

/** @param steps how many there will be */
export function progress(steps: number, write = (line: string) => console.log(line)): Progress {
  let number = 0;
  const say = (line: string) => write(`      ${line}`);
  return { step, say };

  async function step<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    const took = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
    write(`[${++number}/${steps}] ${name}`);
    try {
      const result = await run();
      say(`✓ ${took()}`);
      return result;
    } catch (error) {
      say(`✗ ${took()}`);
      throw error;
    }
  }
}
