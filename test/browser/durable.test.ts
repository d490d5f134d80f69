import type { BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { newFolder } from '../folder.ts';
import { startLaptop } from '../laptop-process.ts';
import { addContacts, openPage } from './harness.ts';
import { press, THREE } from './keys.ts';
import { startPersistent } from './persistent.ts';
import { useStage } from './stage.ts';
import { waiting } from './waiting.ts';

const stage = useStage(THREE);

type Known = Readonly<Record<'name' | 'company' | 'version', unknown>>;

async function onServer(query: string, url = stage.url): Promise<readonly Known[]> {
  const response = await fetch(`${url}/v1/contacts?q=${encodeURIComponent(query)}`);
  return response.json();
}

async function add(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').or(page.getByRole('main')).getByRole('link', { name: 'Add contact' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill('new@example.org');
  await press(page, 'Control+Enter');
  await page.getByRole('row', { name }).waitFor();
}

async function setCompany(page: Page, name: string, company: string): Promise<void> {
  await page.getByRole('row', { name }).getByRole('gridcell', { name: 'Globex', exact: true }).dblclick();
  await page.getByRole('combobox', { name: `Company, ${name}` }).fill(company);
  await press(page, 'Enter');
  await page.getByRole('gridcell', { name: company }).waitFor();
}

const isSaved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

test('what was made, changed and deleted off line outlives a killed browser, and arrives once', async () => {
  const [profile, data] = [newFolder(), newFolder()];
  const server = await startLaptop(['--data', data.path]);
  onTestFinished(async () => {
    await server.stop();
    profile.remove();
    data.remove();
  });
  await addContacts(server.url, THREE);
  const cutOff = (context: BrowserContext) => context.route('**/v1/**', (route) => route.abort());

  const before = await startPersistent(profile.path);
  const page = await before.context.newPage();
  await page.goto(`${server.url}/contacts?sort=name`);
  await isSaved(page);
  await cutOff(before.context);
  await add(page, 'Dora');
  await setCompany(page, 'Ann', 'Hooli');
  await page.getByRole('gridcell', { name: 'Ben', exact: true }).focus();
  await press(page, 'Delete');
  await page.getByRole('row', { name: 'Ben' }).waitFor({ state: 'detached' });
  await expect.poll(() => waiting(page)).toBe(3);
  await before.kill();

  const after = await startPersistent(profile.path);
  await cutOff(after.context);
  const again = await after.context.newPage();
  await again.goto(`${server.url}/contacts?sort=name`);
  await again.getByRole('row', { name: 'Dora' }).waitFor();
  await again.getByRole('row', { name: 'Ann' }).getByRole('gridcell', { name: 'Hooli' }).waitFor();
  expect(await again.getByRole('row', { name: 'Ben' }).count()).toBe(0);
  await after.context.unroute('**/v1/**');
  await again.evaluate(() => dispatchEvent(new Event('online')));
  await isSaved(again);
  const all = (await onServer('', server.url)).map(({ name, company, version }) => [name, company, version]);
  expect(all.sort()).toEqual([
    ['Ann', 'Hooli', 2],
    ['Cleo', 'Globex', 1],
    ['Dora', null, 1],
  ]);
  await after.context.close();
});

test('a change made right before its tab is closed is kept', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts?sort=name`);
  await isSaved(page);
  const context = page.context();
  await context.route('**/v1/**', (route) => route.abort());
  for (let n = 1; n <= 8; n++) {
    const tab = await context.newPage();
    await tab.goto(`${stage.url}/contacts?sort=name`);
    await tab.getByRole('gridcell', { name: 'Cleo', exact: true }).focus();
    await press(tab, 'ArrowRight', 'F2');
    await tab.keyboard.type(`Firm ${n}`);
    await press(tab, 'Enter');
    await tab.close();
  }
  // What the last one could not write is taken up by the next page that opens.
  await page.reload();
  await expect.poll(() => waiting(page)).toBe(8);
  await context.unroute('**/v1/**');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(async () => (await onServer('cleo'))[0]?.company).toBe('Firm 8');
});

test('two tabs agree within a second, and each change is sent by one of them', async () => {
  const { page: one } = await openPage(stage.browser, `${stage.url}/contacts?sort=name`);
  await isSaved(one);
  const other = await one.context().newPage();
  await other.goto(`${stage.url}/contacts?sort=name`);
  await isSaved(other);
  let batches = 0;
  await one.context().route('**/v1/batch', (route) => {
    batches++;
    return route.continue();
  });
  await setCompany(one, 'Ann', 'Initech');
  await other.getByRole('gridcell', { name: 'Initech' }).waitFor({ timeout: 1000 });
  await isSaved(one);
  expect(batches).toBe(1);
  await other.getByRole('gridcell', { name: 'Ann', exact: true }).focus();
  await press(other, 'Delete');
  await one.getByRole('row', { name: 'Ann' }).waitFor({ state: 'detached', timeout: 1000 });
  await press(other, 'Control+z');
  await one.getByRole('row', { name: 'Ann' }).waitFor({ timeout: 1000 });
  await isSaved(one);
  expect(await onServer('ann')).toHaveLength(1);
});

test('a tab that closes while it sends leaves the rest to another, and nothing arrives twice', async () => {
  const { page: one } = await openPage(stage.browser, `${stage.url}/contacts?sort=name`);
  await isSaved(one);
  const other = await one.context().newPage();
  await other.goto(`${stage.url}/contacts?sort=name`);
  await isSaved(other);
  await one.route('**/v1/batch', async (route) => {
    await route.fetch();
    await new Promise(() => undefined);
  });
  await add(one, 'Twice Never');
  await expect.poll(async () => (await onServer('twice')).length).toBe(1);
  await one.close();
  await isSaved(other);
  expect(await onServer('twice')).toMatchObject([{ name: 'Twice Never', version: 1 }]);
});

test('without storage the app works with the network, and says what that means', async () => {
  const { page } = await openPage(stage.browser, 'about:blank');
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not in a private window.', 'InvalidStateError');
    };
  });
  await page.goto(`${stage.url}/contacts?sort=name`);
  await page.getByRole('row', { name: 'Ann' }).waitFor();
  await add(page, 'Nowhere Kept');
  await page.getByText('This browser keeps nothing for Touchbase').waitFor();
  await expect.poll(async () => (await onServer('nowhere')).length).toBe(1);
});

test('a storage that fills up stops nothing', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts?sort=name`);
  await isSaved(page);
  // As a full disk answers: https://w3c.github.io/IndexedDB/#dom-idbobjectstore-add.
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('No room.', 'QuotaExceededError');
    };
  });
  await add(page, 'No Room');
  await page.getByText('The storage of this browser is full').waitFor();
  await expect.poll(async () => (await onServer('no room')).length).toBe(1);
});

test('nobody is asked whether to leave, although something waits', async () => {
  const { page, troubles } = await openPage(stage.browser, `${stage.url}/contacts?sort=name`);
  await isSaved(page);
  await page.context().route('**/v1/**', (route) => route.abort());
  await add(page, 'Leaving');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
  expect(troubles.filter((trouble) => trouble.startsWith('dialog'))).toEqual([]);
});

test('what waits for one store is not sent to another that is served at the same address', async () => {
  const [mine, other] = [newFolder(), newFolder()];
  const first = await startLaptop(['--data', mine.path]);
  const port = new URL(first.url).port;
  const { page } = await openPage(stage.browser, `${first.url}/contacts`);
  await isSaved(page);
  await page.getByRole('link', { name: 'Add contact' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Mine');
  await first.stop();
  await page.getByLabel('E-mail', { exact: true }).fill('mine@example.org');
  await press(page, 'Control+Enter');
  await page.getByText('1 change waiting').waitFor();

  const second = await startLaptop(['--data', other.path, '--port', port]);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByText('1 change waiting').click();
  await page.getByText('Another store is served here now').first().waitFor();
  await page.reload();
  await isSaved(page);
  expect(await onServer('', second.url)).toEqual([]);
  await second.stop();

  const third = await startLaptop(['--data', mine.path, '--port', port]);
  await page.reload();
  await isSaved(page);
  expect(await onServer('', third.url)).toMatchObject([{ name: 'Mine' }]);
  await page.context().close();
  await third.stop();
  mine.remove();
  other.remove();
});
