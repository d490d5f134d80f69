import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { SETTINGS_ID } from '../../src/domain/settings.ts';
import { WORKSPACE } from '../../src/entry/laptop-api.ts';
import { openSqliteNotices } from '../../src/store/sqlite-notices.ts';
import { type Folder, newFolder } from '../folder.ts';
import { type Laptop, startLaptop } from '../laptop-process.ts';
import { addContacts, addRecords, openPage, startBrowser } from './harness.ts';

let browser: Browser;
let folder: Folder;
let laptop: Laptop;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = newFolder();
  laptop = await startLaptop(['--data', folder.path]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await laptop.stop();
  folder.remove();
});

test('what came due while the app was closed is shown when it opens, and a click leads to its place', async () => {
  await wantDesktop({ time_zone: 'UTC', digest_at: thisQuarter() });
  await addContacts(laptop.url, [{ name: 'Grace', email: 'grace@example.org', next_follow_up: '2026-01-05' }]);
  await restart();
  const { page, troubles } = await openApp();
  const toast = page.getByRole('status').filter({ hasText: '1 overdue: Follow up with Grace' });
  await toast.getByRole('button', { name: 'Show it' }).click();
  await page.waitForURL(`${laptop.url}/today`);
  await page.reload();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByText('Follow up with Grace').and(page.locator('.toast .text')).count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('where the person allows it, it is shown outside the window, once, and leads back', async () => {
  await wantDesktop();
  await put('digest 2026-11-26', '2 overdue');
  const { page, troubles } = await openApp({ isAllowed: true });
  await expect
    .poll(() => page.evaluate(shown))
    .toEqual([{ title: '2 overdue', body: 'Call Grace.', tag: 'digest 2026-11-26', url: `${laptop.url}/today?q=x` }]);
  expect(await page.getByText('2 overdue').count()).toBe(0);
  const other = await page.context().newPage();
  await other.goto(`${laptop.url}/contacts`);
  await other.waitForLoadState('networkidle');
  expect(await page.evaluate(shown)).toHaveLength(1);
  expect(troubles).toEqual([]);
});

test('one that comes while the app is open is shown when the person comes back to it', async () => {
  await wantDesktop();
  const { page } = await openApp();
  await page.waitForLoadState('networkidle');
  await put('nudge', 'Interview in an hour');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('Interview in an hour: Call Grace.').waitFor();
});

test('who does not want it is asked nothing, and loads nothing of it', async () => {
  await put('nudge', 'Interview in an hour');
  const asked: string[] = [];
  const { page } = await openApp();
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /notices|\/desktop-/.test(url))).toEqual([]);
  // Turned on, it begins at once.
  await wantDesktop();
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByText('Interview in an hour: Call Grace.').waitFor();
});

interface Way {
  /** Notifications are allowed, and turned on in this browser. */
  readonly isAllowed?: boolean;
}

async function openApp({ isAllowed = false }: Way = {}) {
  const localStorage = isAllowed ? [{ name: 'touchbase.desktop', value: 'on' }] : [];
  const opened = await openPage(browser, `${laptop.url}/contacts`, {
    serviceWorkers: 'allow',
    permissions: isAllowed ? ['notifications'] : [],
    storageState: { cookies: [], origins: [{ origin: laptop.url, localStorage }] },
  });
  await opened.page.getByRole('navigation', { name: 'Places' }).waitFor();
  return opened;
}

async function restart(): Promise<void> {
  await laptop.stop();
  laptop = await startLaptop(['--data', folder.path]);
}

/** The person turns it on, for all of their devices. */
async function wantDesktop(fields: Record<string, string> = {}): Promise<void> {
  await addRecords(laptop.url, 'settings', [{ remind_by_desktop: true, ...fields }], [SETTINGS_ID]);
}

/** Something waits for the desktop, as the program's clock leaves it there. */
async function put(tag: string, title: string): Promise<void> {
  const notices = openSqliteNotices(join(folder.path, 'touchbase.db'));
  // The server has been opened by another of its names.
  const url = `http://127.0.0.1:${new URL(laptop.url).port}/today?q=x`;
  await notices.put(WORKSPACE, { tag, title, body: 'Call Grace.', url }, '2099-01-01T00:00:00.000Z');
  notices.close();
}

/** `HH:MM` of UTC, at which a digest is due now. */
function thisQuarter(): string {
  return new Date(Math.floor(Date.now() / 900_000) * 900_000).toISOString().slice(11, 16);
}

async function shown() {
  const registration = await navigator.serviceWorker.ready;
  const all = await registration.getNotifications();
  return all.map(({ title, body, tag, data }) => ({ title, body, tag, url: data.url }));
}
