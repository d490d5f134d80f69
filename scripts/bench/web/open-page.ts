import type { Browser, CDPSession, Page } from 'playwright-core';
import { type Act, actsOf } from './trace.ts';

/**
 * Runs in the page before its own scripts. From each event to the frame that shows what it did it leaves a measure, which
 * a trace holds too: a message that is posted in an animation frame arrives after that frame was painted.
 */
const WATCH = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })));
  }).observe({ type: 'longtask', buffered: true });
  for (const type of ['keydown', 'input', 'click']) {
    addEventListener(type, ({ timeStamp, key }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => performance.measure('act:' + (key ?? type), { start: timeStamp, end: performance.now() });
        port2.postMessage(null);
      });
    }, { capture: true });
  }
`;

/** What the trace must hold: measures, calls into scripts with their microtasks, and what of them is style and layout. */
const CATEGORIES = ['blink.user_timing', 'devtools.timeline', 'v8.execute'];

/** Longer than what is left to do after a frame: the address, a message to the server. */
const SETTLE_MS = 120;

export interface TracedPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly throttle: number;
  /** Does things one after the other, and gives what each event led to: of this type, or of this key where it goes down. */
  trace(event: string, acts: readonly (() => Promise<unknown>)[]): Promise<readonly Act[]>;
  /** In milliseconds, of the tasks over 50 ms since `since` of the page's clock. */
  longTasks(since: number): Promise<readonly number[]>;
  /** Bytes, after everything that is not needed was thrown away. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

/** A page of a person of their own, on a processor that is made so many times slower. */
export async function openTraced(browser: Browser, throttle: number): Promise<TracedPage> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.addInitScript({ content: WATCH });
  await cdp.send('Performance.enable');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  return {
    page,
    cdp,
    throttle,
    async trace(event, acts) {
      await browser.startTracing(page, { categories: CATEGORIES });
      for (const act of acts) {
        await act();
        await page.waitForTimeout(SETTLE_MS * Math.min(throttle, 3));
      }
      return actsOf((await browser.stopTracing()).toString(), `act:${event}`);
    },
    longTasks: (since) =>
      page.evaluate(`longTasks.filter(({ startTime }) => startTime >= ${since}).map(({ duration }) => duration)`),
    async heap() {
      await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    },
    close: () => context.close(),
  };
}
