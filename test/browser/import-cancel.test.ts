import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { useStage } from './stage.ts';

const stage = useStage([]);

/** People of an address that no other test has. */
function csv(of: string, count: number) {
  const rows = Array.from({ length: count }, (_, n) => `Person ${n} ${of},${of}${n}@example.org,Firm ${n % 700}`);
  return { name: `${of}.csv`, mimeType: 'text/csv', buffer: Buffer.from(['Name,E-mail,Company', ...rows].join('\n')) };
}

async function open(): Promise<Page> {
  const { page } = await openPage(stage.browser, `${stage.url}/import`);
  await page.getByText('Saved', { exact: true }).first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Choose files…' }).waitFor();
  return page;
}

/** Presses Cancel as soon as a heading says so much: by the time a test sees it, the work may be done. */
async function cancelAt(page: Page, heading: RegExp): Promise<void> {
  await page.evaluate(({ source }) => {
    const watch = new MutationObserver(() => {
      const title = document.querySelector('main h2')?.textContent ?? '';
      const cancel = [...document.querySelectorAll('main button')].find((one) => one.textContent === 'Cancel');
      if (!new RegExp(source).test(title) || !(cancel instanceof HTMLElement)) return;
      watch.disconnect();
      document.body.dataset.cancelled = title;
      setTimeout(() => cancel.click());
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, heading);
}

async function give(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
}

const cancelledAt = (page: Page) => page.evaluate(() => document.body.dataset.cancelled);
const status = (page: Page) => page.getByRole('main').getByRole('status');
const importIt = (page: Page) => page.getByRole('button', { name: /^Import [\d,]+ contacts?$/ });

/** The addresses on the server that begin so. */
async function contactsOf(beginning: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let path: string | undefined = '/v1/contacts?limit=1000'; path !== undefined; ) {
    const response: Response = await fetch(new URL(path, stage.url));
    for (const { email } of await response.json()) if (email?.startsWith(beginning)) found.push(email);
    path = /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1];
  }
  return found.sort();
}

/** Whoever goes by keys goes on with other files. */
const isBackAtFiles = (page: Page) =>
  page.getByRole('button', { name: 'Choose files…' }).and(page.locator(':focus')).waitFor();

/** Nothing of it is there, here or on the server, and the next import is whole. */
async function isAsIfNever(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Choose files…' }).waitFor();
  await give(page, csv(`${address}-next`, 2));
  await importIt(page).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await expect
    .poll(() => contactsOf(address))
    .toEqual([`${address}-next0@example.org`, `${address}-next1@example.org`]);
}

describe('cancelling leaves nothing half done', () => {
  test('while a file is read', async () => {
    const page = await open();
    await cancelAt(page, /^Reading/);
    await give(page, csv('read', 5000));
    await expect.poll(() => cancelledAt(page)).toBe('Reading read.csv');
    await isAsIfNever(page, 'read');
  });

  test('while it is compared with what stands', async () => {
    const page = await open();
    await cancelAt(page, /^Comparing/);
    await give(page, csv('plan', 5000));
    await expect.poll(() => cancelledAt(page)).toBe('Comparing plan.csv with what you have');
    await isAsIfNever(page, 'plan');
  });

  test('while it is imported: what was made is taken back, on the server too', async () => {
    const page = await open();
    await give(page, csv('apply', 1000));
    await importIt(page).waitFor();
    await cancelAt(page, /^Importing [1-9]/);
    await importIt(page).click();
    await status(page).getByText('Cancelled. What had been imported was taken back.').waitFor({ state: 'attached' });
    expect(await cancelledAt(page)).toMatch(/^Importing [1-9]\d* of 1,000$/);
    await page
      .getByRole('row', { name: /apply\.csv/ })
      .getByText('undone')
      .waitFor();
    await expect.poll(() => contactsOf('apply'), { timeout: 10_000 }).toEqual([]);
    await isBackAtFiles(page);
    await page.reload();
    await isAsIfNever(page, 'apply');
  });
});

test('a long import is answered and told while it is planned, and how it ended is told', async () => {
  const page = await open();
  await page.evaluate(() => {
    document.body.dataset.told = '';
    const watch = () => {
      const text = document.querySelector('main > [role=status]')?.textContent ?? '';
      const { told = '' } = document.body.dataset;
      if (text !== '' && !told.endsWith(text)) document.body.dataset.told = `${told}\n${text}`;
    };
    new MutationObserver(watch).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await give(page, csv('told', 2000));
  await importIt(page).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  const told = () => page.evaluate(() => document.body.dataset.told?.trim().split('\n'));
  await expect.poll(told).toContain('Imported: 2,000 contacts');
  const all = (await told()) ?? [];
  expect(all).toContain('The plan is ready: 2,000 changes. Look at it before you import.');
  expect(all.some((text) => /^Comparing told\.csv with what you have: \d+% of 2,000 records$/.test(text))).toBe(true);
  expect(all.length).toBeLessThan(10);
});

test('what was chosen last is what is imported, though the plan by it was still being made', async () => {
  const page = await open();
  await give(page, csv('last', 1500));
  await importIt(page).waitFor();
  const choose = (title: string) => page.getByRole('combobox', { name: `What becomes of ${title}`, exact: true });
  await choose('Person 3 last').selectOption('alone');
  await choose('Person 7 last').selectOption('alone');
  await choose('Person 3 last').selectOption('create');
  await importIt(page).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByText('1 contact left alone').waitFor();
  await expect.poll(async () => (await contactsOf('last')).length, { timeout: 15_000 }).toBe(1499);
  expect(await contactsOf('last7@')).toEqual([]);
});
