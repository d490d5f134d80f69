import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { addDays, localDate } from '../../src/domain/dates.ts';
import { type Folder, newFolder } from '../folder.ts';
import { startLaptop } from '../laptop-process.ts';
import { openPage, startBrowser } from './harness.ts';

let browser: Browser;
let folder: Folder;

beforeAll(async () => {
  [browser, folder] = await Promise.all([startBrowser(), newFolder()]);
});

afterAll(async () => {
  await browser.close();
  await folder.remove();
});

test('a person tracks a recruiter, quits, starts again, and finds everything', async () => {
  const today = localDate(new Date());
  let server = await startLaptop(['--data', folder.path]);
  onTestFinished(async () => void (await server.stop()));
  const first = await openPage(browser, `${server.url}/contacts`);
  const panel = first.page.getByRole('complementary');
  let page = first.page;

  await page.getByRole('heading', { name: 'The people of your job search, in one place' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Add contact' }).first().click();
  await fillIn(panel);

  const row = page.getByRole('row', { name: 'Siobhán O’Connor' });
  await row.getByRole('gridcell', { name: 'Tomorrow' }).waitFor();
  await row.getByRole('gridcell', { name: '12 Mar 2026, 14:30' }).waitFor();
  await row.getByRole('gridcell', { name: 'Agency recruiter' }).waitFor();

  await row.getByRole('gridcell', { name: 'awaiting reply' }).dblclick();
  await page.getByRole('combobox', { name: 'Status, Siobhán O’Connor' }).fill('interviewing');
  await page.keyboard.press('Enter');
  await row.getByRole('gridcell', { name: 'interviewing' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();

  await server.stop();
  server = await startLaptop(['--data', folder.path]);
  const second = await openPage(browser, `${server.url}/contacts`);
  page = second.page;
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('siobhan emerald platf');
  await page.getByRole('row', { name: 'Siobhán O’Connor' }).getByRole('gridcell', { name: 'interviewing' }).waitFor();
  await page.waitForURL('**/contacts?q=siobhan+emerald+platf');

  await page.getByRole('button', { name: 'This week 1' }).click();
  await page.getByRole('main').getByText('1 contact', { exact: true }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Siobhán O’Connor' }).click();
  const reopened = page.getByRole('complementary');
  expect(await reopened.getByLabel('Notes').inputValue()).toBe(
    'Called about the platform team.\nWill send the description.',
  );
  expect(await reopened.getByLabel('LinkedIn', { exact: true }).inputValue()).toBe('https://linkedin.com/in/siobhan');
  expect(await reopened.getByLabel('Next follow-up', { exact: true }).inputValue()).toBe(addDays(today, 1));
  await page.goBack();
  await reopened.waitFor({ state: 'detached' });
  expect([...first.troubles, ...second.troubles]).toEqual([]);
});

async function fillIn(panel: Locator): Promise<void> {
  await panel.getByLabel('Name').fill('Siobhán O’Connor');
  await panel.getByLabel('Company', { exact: true }).fill('Emerald Insurance');
  await panel.getByLabel('Position applied for').fill('Java Engineer');
  await panel.getByLabel('Status').fill('awaiting reply');
  await panel.getByRole('button', { name: 'Tomorrow' }).click();
  await panel.getByLabel('Last contacted', { exact: true }).fill('2026-03-12');
  await panel.getByLabel('Time, if you know it').fill('14:30');
  await panel.getByLabel('E-mail').fill('siobhan@liffeyrecruit.example');
  await panel.getByLabel('Kind').selectOption('Agency recruiter');
  await panel.getByLabel('Tags').fill('dublin, hybrid');
  await panel.getByLabel('LinkedIn').fill('linkedin.com/in/siobhan');
  await panel.getByLabel('Notes').fill('Called about the platform team.\nWill send the description.');
  await panel.getByRole('button', { name: 'Add contact' }).click();
}
