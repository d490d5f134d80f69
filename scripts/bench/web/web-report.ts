import { percentile } from '../percentile.ts';
import { columns } from '../report.ts';
import type { Load, LongTask, Visit } from './visit.ts';

/** The tables of one visit. */
export function visitReport(visit: Visit): string {
  const { size, throttle, fling, bulk, longTasks } = visit;
  const title = `${size.toLocaleString('en')} contacts, processor ${throttle}× slower: milliseconds`;
  return [
    `${title}\n`,
    interactionTable(visit),
    '',
    columns([
      ['', 'first row', 'all', 'heap, MB'],
      loadLine('first load', visit.firstLoad),
      loadLine('opened again', visit.nextLoad),
    ]),
    '',
    `Fling of 5 s: ${fling.frames} frames, ${fling.dropped} dropped, the longest took ${fling.longest.toFixed(0)} ms`,
    `Bulk edit: ${typeof bulk === 'string' ? bulk : `${bulk.contacts} contacts, ${bulk.painted.toFixed(0)} ms, of them script ${bulk.script.toFixed(0)}`}`,
    `Tasks over 50 ms after all was there: ${longTaskWords(longTasks)}\n`,
  ].join('\n');
}

function interactionTable({ interactions }: Visit): string {
  const lines = interactions.map(({ name, acts }) => {
    const painted = acts.map((act) => act.painted);
    const script = acts.map((act) => act.script);
    const figures = [
      percentile(painted, 0.5),
      percentile(painted, 0.95),
      percentile(script, 0.5),
      percentile(script, 0.95),
    ];
    return [name, String(acts.length), ...figures.map((figure) => figure.toFixed(1))];
  });
  return columns([['', 'times', 'to paint: p50', 'p95', 'script: p50', 'p95'], ...lines]);
}

function longTaskWords(tasks: readonly LongTask[]): string {
  const groups = [...Map.groupBy(tasks, ({ during }) => during)];
  const words = groups.map(([during, ofOne]) => {
    return `${during} ${ofOne.length}, the longest ${Math.max(...ofOne.map(({ ms }) => ms))} ms`;
  });
  return words.join('; ') || 'none';
}

function loadLine(name: string, { firstRow, all, heap }: Load): string[] {
  return [name, firstRow.toFixed(0), all.toFixed(0), (heap / 2 ** 20).toFixed(1)];
}
