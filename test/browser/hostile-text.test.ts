import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Folder, newFolder } from '../folder.ts';
import { type Laptop, startLaptop } from '../laptop-process.ts';
import { addContacts, openPage, startBrowser } from './harness.ts';

const NAMES = {
  markup: '<img src=x onerror=alert(1)>',
  script: '"><script>alert(2)</script>',
  arabic: 'عمر حداد',
  override: 'evil\u202Egpj.exe',
  emoji: '👩🏽‍💻 Zoë 🏳️‍🌈',
  combining: `Z${'\u0351'.repeat(60)}algo`,
  long: 'x'.repeat(200),
  template: '{{constructor.constructor("alert(3)")()}}',
} as const;

let browser: Browser;
let folder: Folder;
let server: Laptop;

beforeAll(async () => {
  [browser, folder] = await Promise.all([startBrowser(), newFolder()]);
  server = await startLaptop(['--data', folder.path]);
  const notes = '<svg onload=alert(4)>'.repeat(952).padEnd(20_000, '漢');
  await addContacts(
    server.url,
    Object.values(NAMES).map((name, index) => ({
      name,
      email: `n${index}@example.org`,
      company: name,
      status: name.slice(0, 100),
      tags: [name.slice(0, 50)],
      notes,
    })),
  );
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await folder.remove();
});

test.each(['light', 'dark'] as const)('text is shown as it is and never runs (%s)', async (colorScheme) => {
  const { page, troubles } = await openPage(browser, `${server.url}/contacts?sort=name`, { colorScheme });
  for (const name of Object.values(NAMES)) {
    await page.getByRole('gridcell', { name, exact: true }).first().waitFor();
  }
  for (const label of ['Company', 'Status', 'Tags']) {
    await page.getByRole('button', { name: label, exact: true }).click();
    await page.getByRole('group', { name: label }).getByRole('button').first().waitFor();
    await page.keyboard.press('Escape');
  }
  expect(await page.locator('main img, main script, main svg[onload]').count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('a form holds 20,000 characters, saves them, and deletes by name without running it', async () => {
  const { page, troubles } = await openPage(browser, `${server.url}/contacts`);
  await page.getByRole('link', { name: NAMES.markup }).click();
  const notes = page.getByLabel('Notes', { exact: true });
  expect((await notes.inputValue()).length).toBe(20_000);
  await page.getByLabel('Source', { exact: true }).fill(NAMES.script);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('gridcell', { name: NAMES.script, exact: true }).first().waitFor();
  await page.getByRole('link', { name: NAMES.markup }).click();
  await page
    .getByRole('complementary')
    .getByRole('button', { name: `Delete ${NAMES.markup}` })
    .click();
  await page.getByText(`Deleted ${NAMES.markup}`, { exact: true }).waitFor();
  expect(troubles).toEqual([]);
});

test('a search for markup finds it by its words and says it back as text', async () => {
  const { page, troubles } = await openPage(browser, `${server.url}/contacts?q=${encodeURIComponent('<b>zzz</b>')}`);
  await page.getByRole('heading', { name: 'Nothing found for “<b>zzz</b>”' }).waitFor();
  expect(troubles).toEqual([]);
});
