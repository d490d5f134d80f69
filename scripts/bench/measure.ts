import { percentile } from './percentile.ts';

/** How long calls took, in milliseconds, and what they consumed. */
export interface Figures {
  readonly samples: number;
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  /** Capacity units of DynamoDB that a call consumed, in the mean. */
  readonly readUnits?: number;
  readonly writeUnits?: number;
}

const WARM_UP_MS = 200;
const MOST_SAMPLES = 1000;
const FEWEST_SAMPLES = 10;
const BUDGET_MS = 1500;

/** Calls one after the other, first some that are not counted, until there are enough samples or time is up. */
export async function measure(call: () => Promise<unknown>): Promise<Figures> {
  for (let begin = performance.now(); performance.now() - begin < WARM_UP_MS; ) await call();
  const times: number[] = [];
  const begin = performance.now();
  while (times.length < FEWEST_SAMPLES || (times.length < MOST_SAMPLES && performance.now() - begin < BUDGET_MS)) {
    times.push(await timeOf(call));
  }
  return figuresOf(times, performance.now() - begin);
}

/** How long a call takes, in milliseconds. */
export async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await call();
  return performance.now() - begin;
}

/** @param elapsed from the first call to the last, in milliseconds: calls may have been made at the same time */
export function figuresOf(times: readonly number[], elapsed: number): Figures {
  const perSecond = (times.length / elapsed) * 1000;
  return { samples: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99), perSecond };
}

/**
 * How many times as much an operation costs at the largest size as at the smallest: in capacity units where they are
 * counted, else in time (p50). Undefined where there is only one size.
 *
 * @param figures of the same operation, by size
 */
export function growthOf(figures: readonly Figures[]): number | undefined {
  const [small, large] = [figures[0], figures.at(-1)];
  if (!small || !large || small === large) return undefined;
  return costOf(large) / costOf(small);
}

function costOf({ p50, readUnits, writeUnits }: Figures): number {
  return readUnits === undefined || writeUnits === undefined ? p50 : readUnits + writeUnits;
}
