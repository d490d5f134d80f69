import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACT } from '../../src/web/sync/local-store-contract.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { startBrowser } from './harness.ts';
import { startPersistent } from './persistent.ts';

const OF_A_BROWSER = [
  'a commit of which a part cannot be kept changes nothing',
  'changes of which one cannot be kept are not kept',
  'every method rejects once it was closed',
  'whatever is written is asked to be on the disk before it is said to be kept',
];
const NAMES = [...Object.keys(CONTRACT), ...OF_A_BROWSER];

let browser: Browser;
let script: string;
let page: Page;

beforeAll(async () => {
  const entryPoints = [join(import.meta.dirname, 'local-store-page.ts')];
  const [started, { outputFiles }] = await Promise.all([
    startBrowser(),
    build({ entryPoints, bundle: true, format: 'iife', write: false }),
  ]);
  browser = started;
  script = outputFiles[0]?.text ?? '';
  page = await openStores(await browser.newContext());
});

afterAll(() => browser.close());

/** A page of this machine's own, as a site serves one: only such a page has a storage. */
async function openStores(context: BrowserContext): Promise<Page> {
  await context.route('http://localhost/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Local stores</title>' }),
  );
  const opened = await context.newPage();
  await opened.goto('http://localhost/');
  await opened.addScriptTag({ content: script });
  return opened;
}

describe('the contract of local stores, kept in the IndexedDB of Chromium', () => {
  test.each(NAMES)('%s', (name) => page.evaluate((one) => window.localStores.run(one), name));

  test('no case of the page is left out', async () => {
    expect(await page.evaluate(() => window.localStores.names)).toEqual(NAMES);
  });
});

test('what was said to be kept is there after the browser was killed, and what it was about to keep, whole or not at all', async () => {
  const MANY = 5000;
  const profile = temporaryFolder();
  const before = await startPersistent(profile);
  await (await openStores(before.context)).evaluate((count) => window.localStores.keepAndGoOn(count), MANY);
  await before.kill();

  const { context } = await startPersistent(profile);
  const found = await (await openStores(context)).evaluate(() => window.localStores.find());
  await context.close();
  expect(found).toMatchObject({ changes: ['c1', 'c2'], others: ['ann 1'] });
  expect([`0 first`, `${MANY} many`]).toContain(`${found.many} ${found.cursor?.at}`);
});
