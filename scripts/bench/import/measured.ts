import { percentile } from '../percentile.ts';

/** How long work took, in milliseconds, and the most memory it had, in MB, where it was done in a process of its own. */
export interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly peak?: number;
}

/** Runs of the same work, in the median. */
export interface ImportRow extends Run {
  readonly what: string;
  /** How much was done, in a unit that is told as so many a second. */
  readonly amount: number;
  readonly unit: string;
  readonly runs: number;
}

/** What a piece of work gives, and how long it took: by the clock, and of the processor. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly result: T; readonly run: Run }> {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const result = await work();
  const wall = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  return { result, run: { wall, cpu: (user + system) / 1000 } };
}

/** The median of each figure of the runs. */
export function rowOf(
  { what, amount, unit }: Pick<ImportRow, 'what' | 'amount' | 'unit'>,
  runs: readonly Run[],
): ImportRow {
  const median = (numbers: readonly number[]) => percentile(numbers, 0.5);
  const peaks = runs.flatMap(({ peak }) => peak ?? []);
  return {
    what,
    amount,
    unit,
    runs: runs.length,
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    ...(peaks.length > 0 && { peak: median(peaks) }),
  };
}
