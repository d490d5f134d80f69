import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startPersistent } from '../../browser/persistent.ts';
import { waiting } from '../../browser/waiting.ts';
import { newFolder } from '../../folder.ts';
import { addContact, contact, enterContact, passLogin, signIn, toAccount, toContacts } from './acts.ts';
import { exported } from './exported.ts';
import { useCloud } from './stage.ts';

const stage = useCloud();

/** A profile of a browser, for as long as the test runs. */
function newProfile(): string {
  const { path, remove } = newFolder();
  onTestFinished(remove);
  return path;
}

/** The app in a browser that keeps what it has, with the worker that opens it off line in its place. */
async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(stage.edge.site + path);
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
  return page;
}

/** Three contacts that the server has; off line one more is made, one changed and one deleted. */
async function workOffLine(page: Page): Promise<void> {
  for (const name of ['Ann', 'Ben', 'Cleo']) await addContact(page, name);
  await page.context().setOffline(true);
  await enterContact(page, 'Dora');
  await page.getByRole('link', { name: 'Ann', exact: true }).click();
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Phone', { exact: true }).fill('0123');
  await page.keyboard.press('Control+Enter');
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('gridcell', { name: 'Ben', exact: true }).focus();
  await page.keyboard.press('Delete');
  await contact(page, 'Ben').waitFor({ state: 'detached' });
  await expect.poll(() => waiting(page)).toBe(3);
}

/** Chromium writes what is in `localStorage` to its folder some seconds later. */
async function isOnDisk(profile: string, key: string): Promise<void> {
  const folder = join(profile, 'Default/Local Storage/leveldb');
  const logs = () => readdirSync(folder).filter((name) => name.endsWith('.log'));
  const isThere = () => logs().some((name) => readFileSync(join(folder, name)).includes(key));
  await expect.poll(isThere).toBe(true);
}

/** Off line still, all is there as it was left. */
async function seeWhatWaits(page: Page): Promise<void> {
  await contact(page, 'Dora').waitFor();
  expect(await contact(page, 'Ben').count()).toBe(0);
  await expect.poll(() => waiting(page)).toBe(3);
}

async function goOnLine(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.evaluate('dispatchEvent(new Event("online"))');
}

/** Name, phone and version of what the server has. */
async function onServer(page: Page) {
  await toAccount(page);
  const { records } = await exported(page);
  return (records.get('contacts') ?? []).map(({ name, phone, version }) => [name, phone, version]).sort();
}

const ONCE = [
  ['Ann', '0123', 2],
  ['Cleo', null, 1],
  ['Dora', null, 1],
];

test('what a guest made, changed and deleted off line outlives a killed browser, and arrives once', async () => {
  const profile = newProfile();
  const before = await startPersistent(profile);
  await workOffLine(await open(before.context, '/contacts?sort=name'));
  await isOnDisk(profile, 'touchbase.guest');
  await before.kill();

  const { context } = await startPersistent(profile);
  await context.setOffline(true);
  const page = await open(context, '/contacts?sort=name');
  await seeWhatWaits(page);
  await goOnLine(page);
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await onServer(page)).toEqual(ONCE);
  await context.close();
});

test('so does what somebody made who had signed in: they see it off line, and it arrives once they sign in again', async () => {
  const profile = newProfile();
  const before = await startPersistent(profile);
  const first = await open(before.context, '/account');
  await signIn(first, stage.edge, 'killed@example.org');
  await toContacts(first);
  await workOffLine(first);
  await isOnDisk(profile, 'touchbase.signed-in');
  await before.kill();

  const { context } = await startPersistent(profile);
  await context.setOffline(true);
  const page = await open(context, '/contacts?sort=name');
  await seeWhatWaits(page);
  await goOnLine(page);
  await page.getByText('Saved here · you are signed out, 3 changes waiting').waitFor();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await passLogin(page, stage.edge, 'killed@example.org');
  await contact(page, 'Dora').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await onServer(page)).toEqual(ONCE);
  await context.close();
});
