import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { addContacts, openPage } from './harness.ts';
import { useStage } from './stage.ts';
import { comeBack, cutOff, edit, isSaved, known } from './two-devices.ts';
import { recordsKept, waiting } from './waiting.ts';

const stage = useStage([]);
const PATH = '/contacts?sort=name';
let name: string;
let count = 0;

// Each test has a contact of its own.
beforeEach(async () => {
  name = `Person ${++count}`;
  await addContacts(stage.url, [{ name, email: 'a@example.org' }]);
});

/** A device on which an edit waits. */
async function openWaiting() {
  const { page, troubles } = await openPage(stage.browser, stage.url + PATH);
  await isSaved(page);
  await cutOff(page);
  await edit(page, name, 'Phone', '0123');
  await page.getByText('Saved here · offline, 1 change waiting').waitFor();
  await expect.poll(() => waiting(page)).toBe(1);
  return { page, troubles: () => troubles.filter((text) => !text.startsWith('Failed to load resource')) };
}

/** What a browser does whose disk is full, or whose person clears the data of the site. */
async function clearData(page: Page, storageTypes: string): Promise<void> {
  const clear = async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: stage.url, storageTypes });
  };
  const isDone = await Promise.race([clear().then(() => true), setTimeout(5000, false)]);
  // A busy browser may lose the answer; what was cleared once is cleared again as well.
  if (!isDone) await clear();
}

/** The edit came to the server, and no other with it. */
async function arrivedOnce(): Promise<void> {
  await expect.poll(() => known(stage, name)).toMatchObject({ phone: '0123', version: 2 });
}

test.each(['indexeddb', 'all'])(
  'what waits is kept anew where the browser clears %s under the open page',
  async (types) => {
    const { page, troubles } = await openWaiting();
    await clearData(page, types);
    await expect.poll(() => waiting(page)).toBe(1);
    await expect.poll(() => recordsKept(page)).toBeGreaterThan(0);
    // It is there for the next page, too.
    await page.reload();
    await page.getByText('Saved here · offline, 1 change waiting').waitFor();
    await page.getByRole('row', { name }).waitFor();
    await comeBack(page);
    await isSaved(page);
    await arrivedOnce();
    expect(troubles()).toEqual([]);
  },
);

test('two tabs whose storage is cleared keep what waits once', async () => {
  const { page, troubles } = await openWaiting();
  const other = await page.context().newPage();
  await other.goto(stage.url + PATH);
  await other.getByText('Saved here · offline, 1 change waiting').waitFor();
  await clearData(page, 'indexeddb');
  await expect.poll(() => waiting(other)).toBe(1);
  await edit(other, name, 'Location', 'Bern');
  await expect.poll(() => waiting(page)).toBe(2);
  for (const tab of [page, other]) await comeBack(tab);
  for (const tab of [page, other]) await isSaved(tab);
  await expect.poll(() => known(stage, name)).toMatchObject({ phone: '0123', location: 'Bern' });
  expect(troubles()).toEqual([]);
});

test('where another page of the site deletes the storage, the app says so and sends what waits from memory', async () => {
  const { page, troubles } = await openWaiting();
  const other = await page.context().newPage();
  await other.goto(`${stage.url}/health`);
  await other.evaluate(deleteAll);
  await page.getByText('This browser keeps nothing for Touchbase').waitFor();
  await page.getByText('Not saved yet: can’t reach Touchbase, 1 change waiting').waitFor();
  // Who leaves now would lose it: they are asked, and stay.
  await page.close({ runBeforeUnload: true });
  await expect.poll(troubles).toEqual([expect.stringMatching(/^dialog/)]);
  await comeBack(page);
  await isSaved(page);
  await arrivedOnce();
  await page.reload();
  await isSaved(page);
  expect(await page.getByText('This browser keeps nothing').count()).toBe(0);
});

async function deleteAll(): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const gone = (name: string) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  await Promise.all(names.map(gone));
}
