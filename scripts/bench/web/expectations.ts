import { percentile } from './percentile.ts';
import type { Visit } from './visit.ts';

/** A bound that was set before anything was measured, in milliseconds. */
export interface Expected {
  readonly what: string;
  readonly below: number;
  readonly measured: number;
}

/** For so many contacts the bounds are. */
const SIZE = 10_000;
const SCRIPT_MS = 8;
const LONG_TASK_MS = 50;

/** What is expected of 10,000 contacts on a processor that is not slowed down. */
export function expectationsMet(visits: readonly Visit[]): Expected[] {
  const visit = visits.find(({ size, throttle }) => size === SIZE && throttle === 1);
  if (!visit) return [];
  const scripts = visit.interactions
    .filter(({ name }) => !name.startsWith('panel'))
    .map(({ name, acts }) => ({
      what: `${name}: script, p95`,
      below: SCRIPT_MS,
      measured: percentile(
        acts.map(({ script }) => script),
        0.95,
      ),
    }));
  const longest = Math.max(0, ...visit.longTasks.map(({ ms }) => ms));
  return [...scripts, { what: 'the longest task after start', below: LONG_TASK_MS, measured: longest }];
}
