import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { SETTINGS_ID } from '../../src/domain/settings.ts';
import { addContacts, addRecords, openPage } from './harness.ts';
import { press } from './keys.ts';
import { smallTargets } from './small-targets.ts';
import { useStage } from './stage.ts';
import { violations } from './violations.ts';

const stage = useStage([]);

const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;

let round = 0;
let [ann, anna] = ['', ''];

/** Two who are one, others for each test. */
beforeEach(async () => {
  round++;
  [ann, anna] = [`Ann r${round}`, `Anna r${round}`];
  await addContacts(stage.url, [
    { name: ann, email: `ann${round}@acme.example`, company: 'Acme', notes: 'Kind.' },
    { name: anna, email: `Ann${round}@acme.example`, phone: `+41 79 000 10 0${round}` },
  ]);
});

async function open(path = '/settings?show=duplicates', options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await openPage(stage.browser, `${stage.url}${path}`, options);
  await page.getByText('Saved', { exact: true }).first().waitFor();
  return page;
}

const group = (page: Page) => page.getByRole('article', { name: new RegExp(`${ann}|${anna}`) });

async function onServer(): Promise<readonly Record<string, unknown>[]> {
  return (await fetch(`${stage.url}/v1/contacts?q=r${round}`)).json();
}

async function idOf(name: string): Promise<unknown> {
  return (await onServer()).find((one) => one.name === name)?.contact_id;
}

/** The ids of the contacts that were told apart from others. */
async function apartOnServer(): Promise<readonly unknown[]> {
  const response = await fetch(`${stage.url}/v1/settings/${SETTINGS_ID}`);
  const kept = response.ok ? await response.json() : { apart_contacts: [] };
  return kept.apart_contacts.flatMap(({ one, other }: Record<string, unknown>) => [one, other]);
}

test('two are merged by mouse after a look at what changes, and Undo brings both back', async () => {
  const page = await open();
  await group(page).getByText('Same e-mail').waitFor();
  await group(page)
    .getByRole('button', { name: `Merge into this one: ${ann}` })
    .click();
  const dialog = page.getByRole('dialog', { name: `Merge into ${ann}` });
  await dialog.getByText(`+41 79 000 10 0${round}`).waitFor();
  await dialog.getByText(`Also: Name ${anna}`).waitFor();
  await dialog.getByText(`Deleted: ${anna}.`).waitFor();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await group(page).waitFor({ state: 'detached' });
  await expect.poll(onServer).toMatchObject([{ name: ann, phone: `+41 79 000 10 0${round}` }]);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await page.getByText(`Undone: Merged into ${ann}`).waitFor();
  await group(page).waitFor();
  await expect.poll(async () => (await onServer()).length).toBe(2);
  expect((await onServer()).find(({ name }) => name === ann)).toMatchObject({ phone: null, notes: 'Kind.' });
});

test('two are found and merged by keys alone, what belongs to the other moves, and the focus goes on', async () => {
  await addRecords(stage.url, 'tasks', [{ title: `Call r${round}`, contact_id: await idOf(anna) }]);
  const page = await open('/contacts');
  await press(page, 'Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('likely dup');
  await press(page, 'Enter');
  await group(page).waitFor();
  await group(page)
    .getByRole('button', { name: `Merge into this one: ${ann}` })
    .focus();
  await press(page, 'Enter');
  await page.getByText('What belonged to the others belongs to it: 1 task.').waitFor();
  await press(page, 'Enter');
  await group(page).waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.closest('.duplicates') != null);
  await expect.poll(async () => (await onServer()).map(({ name }) => name)).toEqual([ann]);
  const [kept] = await onServer();
  const tasks: readonly Record<string, unknown>[] = await (await fetch(`${stage.url}/v1/tasks?q=r${round}`)).json();
  expect(tasks.map(({ contact_id }) => contact_id)).toEqual([kept?.contact_id]);
});

test('two that are not the same stay away, on another device, too, until it is undone', async () => {
  const page = await open();
  await group(page).getByRole('button', { name: 'Not the same' }).click();
  await group(page).waitFor({ state: 'detached' });
  await expect.poll(apartOnServer).toContain(await idOf(ann));
  const another = await open();
  await another.getByText(/^None found|likely there more than once$/).waitFor();
  expect(await group(another).count()).toBe(0);
  await press(page, 'Control+z');
  await group(page).waitFor();
  await another.close();
});

test('a contact says that it is likely there twice, and the way leads to its group', async () => {
  const page = await open(`/contacts?q=r${round}`);
  await page.getByRole('link', { name: ann, exact: true }).click();
  const notice = page.getByRole('complementary', { name: `Likely the same as ${anna}` });
  await notice.getByText('Same e-mail').waitFor();
  await notice.getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('article').first().and(group(page)).waitFor();
});

test('a form says whose number it is already', async () => {
  const page = await open('/contacts/new');
  await page.getByLabel('Phone', { exact: true }).fill(`079 000 10 0${round}`);
  await page.getByText(`Already the number of ${anna}`).waitFor();
});

test('an application says that it is likely there twice, unless it is a second submission', async () => {
  const twice = { position: `Backend r${round}`, company: 'Globex' };
  await addRecords(stage.url, 'applications', [twice, { ...twice, url: 'https://jobs.example/1' }]);
  await addRecords(stage.url, 'applications', [{ ...twice, via: 'Hays', stage: 'applied' }]);
  const page = await open(`/applications?q=r${round}`);
  await page.getByRole('link', { name: twice.position }).first().click();
  const notice = page.getByRole('complementary', { name: 'Likely the same as' });
  await notice.getByText('Same position and company').waitFor();
  expect(await notice.getByText('more').count()).toBe(0);
});

describe.each(['desktop', 'phone'] as const)('on a %s, in light and in dark,', (screen) => {
  test('likely duplicates and the merge have nothing wrong', async () => {
    const page = await open('/settings?show=duplicates', SCREENS[screen]);
    await group(page).waitFor();
    if (screen === 'phone') expect(await smallTargets(page.locator('body'))).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await group(page)
      .getByRole('button', { name: `Merge into this one: ${ann}` })
      .click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });
});
