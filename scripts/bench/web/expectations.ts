import type { Expectation } from '../expectations.ts';
import { percentile } from '../percentile.ts';
import type { Visit } from './visit.ts';

/** For so many contacts the bounds are. */
const SIZE = 10_000;
const SCRIPT_MS = 8;
const LONG_TASK_MS = 50;

/** What is expected of 10,000 contacts on a processor that is not slowed down. */
export function expectationsMet(visits: readonly Visit[]): Expectation[] {
  const visit = visits.find(({ size, throttle }) => size === SIZE && throttle === 1);
  if (!visit) return [];
  const scripts = visit.interactions
    .filter(({ name }) => !name.startsWith('panel'))
    .map(({ name, acts }) => ({
      what: `${name}: script, p95`,
      unit: 'ms' as const,
      below: SCRIPT_MS,
      measured: percentile(
        acts.map(({ script }) => script),
        0.95,
      ),
    }));
  const longest = Math.max(0, ...visit.longTasks.map(({ ms }) => ms));
  return [...scripts, { what: 'the longest task after start', unit: 'ms', below: LONG_TASK_MS, measured: longest }];
}
