import type { Expectation } from '../expectations.ts';
import { columns } from '../report.ts';
import { STEPS } from './bringing-in.ts';
import type { ImportRow } from './measured.ts';
import { HUGE_MAILBOX, MAILBOX } from './reading.ts';

export function importReport(title: string, rows: readonly ImportRow[]): string {
  const header = ['', 'runs', 'seconds', 'of the processor', 'peak MB', 'a processor second'];
  const lines = rows.map(({ what, runs, wall, cpu, peak, amount, unit }) => [
    what,
    String(runs),
    inSeconds(wall),
    inSeconds(cpu),
    peak?.toFixed(0) ?? '',
    `${Math.round((amount / cpu) * 1000).toLocaleString('en')} ${unit}`,
  ]);
  return `${title}\n\n${columns([header, ...lines])}\n`;
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}

/** Time is the processor's: by the clock, a shared machine says more about its other work. */
export function importExpectations(rows: readonly ImportRow[]): Expectation[] {
  const cpu = (step: keyof typeof STEPS, below: number) => ({
    what: `10,000 contacts, ${STEPS[step]}: processor`,
    unit: 's' as const,
    below,
    measured: rows.find(({ what }) => what.endsWith(STEPS[step]))?.cpu,
  });
  const peak = (name: string, below: number) => ({
    what: `${name}: resident memory`,
    unit: 'MB' as const,
    below,
    measured: rows.find(({ what }) => what === name)?.peak,
  });
  const times = [cpu('plan', 2), cpu('again', 2), cpu('half', 2), cpu('apply', 10)];
  const inS = times.map(({ measured, ...one }) => ({ ...one, measured: measured && measured / 1000 }));
  return [...inS, peak(MAILBOX, 300), peak(HUGE_MAILBOX, 300)].flatMap(({ measured, ...one }) =>
    measured === undefined ? [] : [{ ...one, measured }],
  );
}
