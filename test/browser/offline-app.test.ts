import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Laptop, startLaptop } from '../laptop-process.ts';
import { openPage, startBrowser } from './harness.ts';
import { TwoBuilds } from './two-builds.ts';

let browser: Browser;
let builds: TwoBuilds;
let laptop: Laptop;

beforeAll(async () => {
  browser = await startBrowser();
});
beforeEach(async () => {
  builds = new TwoBuilds();
  laptop = await startLaptop(['--demo'], {}, builds.root);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await laptop.stop();
});
afterAll(() => browser.close());

test('the app opens with the server stopped, also at an address deep within', async () => {
  const page = await firstVisit();
  await laptop.stop('SIGKILL');
  for (const path of ['/', '/contacts?q=ann', '/contacts/new', '/?code=abc&state=def']) {
    await page.goto(laptop.url + path);
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
  }
  await expect(page.goto(`${laptop.url}/docs`)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  laptop = await startLaptop(['--demo'], {}, builds.root);
});

test('what the server answers by itself is never answered by the worker', async () => {
  const page = await firstVisit();
  const keys = await page.evaluate(keptAddresses);
  expect(keys).toContain('/');
  expect(keys.filter((path) => /^\/(v1|docs|health)/.test(path))).toEqual([]);
  await page.goto(`${laptop.url}/docs`);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('a newer version is offered, waits until it is wanted, and loses nothing typed', async () => {
  const page = await firstVisit();
  await page.goto(`${laptop.url}/contacts/new`);
  await page.getByLabel('Name', { exact: true }).fill('Half Typed');
  builds.update();
  await lookForUpdate(page);
  const offer = page.getByRole('status').filter({ hasText: 'A new version of Touchbase is ready' });
  await offer.waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Half Typed');
  await Promise.all([page.waitForEvent('load'), offer.getByRole('button', { name: 'Update now' }).click()]);
  await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Half Typed');
  await expect.poll(() => page.evaluate(buildNames)).toHaveLength(2);
  expect((await page.evaluate(buildNames)).at(-1)).toMatch(/next-/);
});

test('another tab is told of the update, is not reloaded, and finds the parts of its own version', async () => {
  const page = await firstVisit();
  const other = await page.context().newPage();
  await other.goto(laptop.url);
  await other.getByRole('navigation', { name: 'Places' }).waitFor();
  const { part } = builds;
  builds.update();
  await lookForUpdate(page);
  await page.getByRole('button', { name: 'Update now' }).click();
  await other.getByText('Touchbase was updated in another tab').waitFor();
  expect((await fetch(laptop.url + part)).status).toBe(404);
  expect(await other.evaluate(`import('${part}').then(() => 'loaded')`)).toBe('loaded');
  await Promise.all([other.waitForEvent('load'), other.getByRole('button', { name: 'Load it' }).click()]);
  await other.getByRole('navigation', { name: 'Places' }).waitFor();
});

test('the browser finds nothing that stands against installing it', async () => {
  const page = await firstVisit();
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Touchbase', start_url: '/contacts', display: 'standalone' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A context of a test is a private window, in which no browser installs anything.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test.each([
  ['/sw.js', /^text\/javascript/],
  ['/manifest.webmanifest', /^application\/manifest\+json/],
  ['/icon-512.png', /^image\/png/],
  ['/apple-touch-icon.png', /^image\/png/],
])('%s is served with its type, and asked for anew each time', async (path, type) => {
  const { status, headers } = await fetch(laptop.url + path);
  expect(status).toBe(200);
  expect(headers.get('Content-Type')).toMatch(type);
  expect(headers.get('Cache-Control')).toBe('no-cache');
});

/** The app, with the worker in its place. */
async function firstVisit(): Promise<Page> {
  const { page } = await openPage(browser, `${laptop.url}/contacts`, { serviceWorkers: 'allow' });
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

/** What the browser does when it finds the time. */
function lookForUpdate(page: Page): Promise<unknown> {
  return page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
}

async function buildNames(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith('touchbase-build-'));
}

async function keptAddresses(): Promise<string[]> {
  const caching = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const requests = await Promise.all(caching.map((cache) => cache.keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname);
}
