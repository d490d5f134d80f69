import type { Page } from 'playwright-core';

/** A fling through the list. */
export interface Fling {
  readonly frames: number;
  /** Frames of 1/60 s that were not painted. */
  readonly dropped: number;
  /** The longest time between two, in milliseconds. */
  readonly longest: number;
}

const FLING_MS = 5000;
const FRAME_MS = 1000 / 60;

/** Scrolls down the list for five seconds, faster than anyone reads and slower at the end, and counts the frames. */
export async function fling(page: Page): Promise<Fling> {
  const gaps: number[] = await page.evaluate(FLING);
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0);
  return { frames: gaps.length, dropped, longest: Math.max(0, ...gaps) };
}

/** Runs in the page: a promise of the times between frames. */
const FLING = `new Promise((resolve) => {
  const list = document.querySelector('[role=grid]');
  const gaps = [];
  const begin = performance.now();
  let before = begin;
  const step = (now) => {
    gaps.push(now - before);
    before = now;
    const rest = 1 - (now - begin) / ${FLING_MS};
    if (rest <= 0) return resolve(gaps.slice(1));
    list.scrollTop += 400 * rest;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;
