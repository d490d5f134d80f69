import { type Bulk, bulkEdit } from './bulk.ts';
import { edits, keystrokes, openings, sorts } from './interactions.ts';
import type { TracedPage } from './open-page.ts';
import { type Fling, fling } from './scroll.ts';
import type { Act } from './trace.ts';

export interface Interaction {
  readonly name: string;
  readonly acts: readonly Act[];
}

/** What one person found who came, worked and came again. Times in milliseconds, sizes in bytes. */
export interface Visit {
  readonly size: number;
  readonly throttle: number;
  readonly firstLoad: Load;
  readonly nextLoad: Load;
  readonly interactions: readonly Interaction[];
  readonly fling: Fling;
  /** A sentence where there is no such thing. */
  readonly bulk: Bulk | string;
  /** Tasks over 50 ms since everything was there. */
  readonly longTasks: readonly LongTask[];
}

export interface LongTask {
  /** What was measured at that time. */
  readonly during: string;
  readonly ms: number;
}

export interface Load {
  /** Until a contact is seen. */
  readonly firstRow: number;
  /** Until all are there. */
  readonly all: number;
  readonly heap: number;
}

interface VisitOptions {
  readonly url: string;
  readonly size: number;
  readonly rounds: number;
  readonly progress: (text: string) => void;
}

/** What is prepared while nothing happens is ready after this. */
const PREPARED_MS = 2500;

const INTERACTIONS = {
  'search, a keystroke': keystrokes,
  'sort, a click': sorts,
  'cell edit, Enter': edits,
  'panel, opening': openings,
};

export async function measureVisit(traced: TracedPage, { url, size, rounds, progress }: VisitOptions): Promise<Visit> {
  const { page, throttle } = traced;
  progress(`${size} contacts, ${throttle}×: loading`);
  const firstLoad = await load(traced, size, () => page.goto(`${url}/contacts?sort=name`));
  const nextLoad = await load(traced, size, () => page.reload());
  const longTasks: LongTask[] = [];
  const during = async <T>(what: string, measure: () => Promise<T>): Promise<T> => {
    progress(`${size} contacts, ${throttle}×: ${what}`);
    const since: number = await page.evaluate('performance.now()');
    const measured = await measure();
    longTasks.push(...(await traced.longTasks(since)).map((ms) => ({ during: what, ms })));
    return measured;
  };
  await during('preparing', () => page.waitForTimeout(PREPARED_MS * throttle));
  const interactions: Interaction[] = [];
  for (const [name, measure] of Object.entries(INTERACTIONS)) {
    interactions.push({ name, acts: await during(name, () => measure(traced, rounds)) });
  }
  const flung = await during('scrolling', () => fling(page));
  const bulk = await during('bulk edit', () => bulkEdit(traced));
  return { size, throttle, firstLoad, nextLoad, interactions, fling: flung, bulk, longTasks };
}

async function load({ page, heap }: TracedPage, size: number, go: () => Promise<unknown>): Promise<Load> {
  const begin = performance.now();
  await go();
  await page.locator('[aria-rowindex="2"]').waitFor({ timeout: 60_000 });
  const firstRow = performance.now() - begin;
  const total = page.getByRole('main').getByText(`${size.toLocaleString('en-GB')} contacts`, { exact: true });
  await total.waitFor({ timeout: 120_000 });
  return { firstRow, all: performance.now() - begin, heap: await heap() };
}
