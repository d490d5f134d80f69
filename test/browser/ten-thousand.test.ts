import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Laptop, startLaptop } from '../laptop-process.ts';
import { addContacts, openPage, startBrowser } from './harness.ts';

const COUNT = 10_000;

let browser: Browser;
let server: Laptop;
let page: Page;

// The demo’s store is in memory: to fill it takes no disk.
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startLaptop(['--demo'])]);
  const demo: unknown[] = await (await fetch(`${server.url}/v1/contacts?limit=1000`)).json();
  const more = Array.from({ length: COUNT - demo.length }, (_, n) => ({
    name: `Person ${String(n).padStart(5, '0')}`,
    email: `p${n}@example.org`,
    company: `Firm ${n % 300}`,
    notes: `met at meetup ${n % 50}`,
  }));
  await addContacts(server.url, more);
  ({ page } = await openPage(browser, `${server.url}/contacts?sort=name`));
  await count('10,000 contacts').waitFor();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const count = (text: string) => page.getByRole('main').getByText(text, { exact: true });
const lastRow = () => page.locator(`[aria-rowindex="${COUNT + 1}"]`);

test('only the rows that are seen are drawn, and the table says how many there are', async () => {
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(COUNT + 1));
  expect(await page.getByRole('row').count()).toBeLessThan(60);
});

test('the last row is one key away', async () => {
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('Control+End');
  await lastRow().waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[aria-rowindex="10001"]'));
  expect(await page.getByRole('row').count()).toBeLessThan(60);
});

test('each keystroke of a search finds its contacts', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('person 0987');
  await count('10 of 10,000 contacts').waitFor();
  await page.keyboard.type('6 meetup');
  await count('1 of 10,000 contacts').waitFor();
  await page.getByRole('row', { name: 'Person 09876' }).waitFor();
  await page.keyboard.press('Escape');
  await count('10,000 contacts').waitFor();
});

test('a filter of hundreds of values is found by typing', async () => {
  await page.getByRole('button', { name: 'Company', exact: true }).click();
  await page.getByText(/^\d+ more: type to find them$/).waitFor();
  await page.getByRole('searchbox', { name: 'Find in Company' }).fill('firm 299');
  await page.getByRole('button', { name: 'Firm 299' }).waitFor();
  await page.keyboard.press('Enter');
  await count('33 of 10,000 contacts').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await count('10,000 contacts').waitFor();
});

test('one edited row moves to its place, and the focus with it', async () => {
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F2');
  await page.keyboard.type('Zzz');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => {
    const row = document.activeElement?.closest('[aria-rowindex]');
    return row?.textContent?.startsWith('Zzz') && Number(row.ariaRowIndex) > 9_900;
  });
});

test('another order begins at the top, and a contact far down is in sight when its address is opened', async () => {
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('Control+End');
  await lastRow().waitFor();
  const name = await lastRow().getByRole('link').textContent();
  await lastRow().getByRole('link').click();
  await page.getByRole('complementary').waitFor();
  await page.reload();
  await lastRow()
    .getByRole('link', { name: name ?? '' })
    .waitFor();
  expect(await page.title()).toBe(`${name} · Touchbase`);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.closest('[aria-rowindex="10001"]'));
  await page.getByRole('columnheader', { name: 'Company', exact: true }).click();
  await expect.poll(() => page.getByRole('grid').evaluate((grid) => grid.scrollTop)).toBe(0);
});
