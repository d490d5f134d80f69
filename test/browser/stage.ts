import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { newFolder } from '../folder.ts';
import { type Laptop, startLaptop } from '../laptop-process.ts';
import { addContacts, startBrowser } from './harness.ts';

export interface Stage {
  readonly browser: Browser;
  /** Of the server. */
  readonly url: string;
}

/**
 * One browser and one server for the tests of a file; each test begins with no page open.
 *
 * @param contacts that are there at the beginning, or `demo` for the story's cast
 */
export function useStage(contacts: readonly Readonly<Record<string, unknown>>[] | 'demo'): Stage {
  const folder = newFolder();
  let browser: Browser;
  let server: Laptop;
  beforeAll(async () => {
    const args = contacts === 'demo' ? ['--demo'] : ['--data', folder.path];
    [browser, server] = await Promise.all([startBrowser(), startLaptop(args)]);
    if (contacts !== 'demo') await addContacts(server.url, contacts);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    folder.remove();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return server.url;
    },
  };
}
