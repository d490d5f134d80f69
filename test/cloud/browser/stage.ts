import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openPage, startBrowser } from '../../browser/harness.ts';
import { type Edge, startEdge } from '../edge.ts';

export interface CloudStage {
  readonly browser: Browser;
  readonly edge: Edge;
  /** The app on a device of its own. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>;
}

/** One browser and one deployment for the tests of a file. What no page may ever do fails the test that saw it. */
export function useCloud(options: Parameters<typeof startEdge>[0] = {}): CloudStage {
  let browser: Browser;
  let edge: Edge;
  let seen: (readonly string[])[] = [];
  beforeAll(async () => {
    [browser, edge] = await Promise.all([startBrowser(), startEdge(options)]);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    Object.assign(edge.identityPool, { areGuestsAllowed: true, merging: 'merge', mergedIs: 'forbidden' });
    const troubles = seen.flat().filter((text) => !text.startsWith('Failed to load resource'));
    seen = [];
    expect(troubles).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await edge.stop();
  });
  return {
    get browser() {
      return browser;
    },
    get edge() {
      return edge;
    },
    async open(path = '/contacts', context = {}) {
      const { page, troubles } = await openPage(browser, edge.site + path, context);
      seen.push(troubles);
      return page;
    },
  };
}
