import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { file, give, openImport, planRow } from './import-steps.ts';
import { press } from './keys.ts';
import { useStage } from './stage.ts';

const stage = useStage([]);

const people = (count: number) =>
  file(
    'people.csv',
    ['Name,E-mail,Met', ...Array.from({ length: count }, (_, at) => `Person ${at},p${at}@example.org,Fair`)].join('\n'),
  );

const focused = (page: Page) => page.locator(':focus');

test('a row of a long plan is found by a few letters, and what is not there is said', async () => {
  const page = await openImport(stage);
  await give(page, people(300));
  const find = page.getByRole('searchbox', { name: 'Find a row' });
  await find.fill('pers 299');
  await planRow(page, 'Person 299').waitFor();
  await expect.poll(() => page.locator('.plan-row').count()).toBe(1);
  await page.getByRole('status').getByText('1 row', { exact: true }).waitFor({ state: 'attached' });
  await find.fill('nobody');
  await page.getByText('No row has that.').waitFor();
  await find.fill('');
  await page.getByText('50 of 300 are shown').waitFor();
});

test('by keys, more rows go on where the last ones ended, and all of them can be skipped', async () => {
  const page = await openImport(stage);
  await give(page, people(300));
  await page.getByRole('button', { name: 'Show 200 more' }).press('Enter');
  await focused(page).getByText('Person 50', { exact: true }).waitFor();
  await page.getByText(/^Columns:/).focus();
  await press(page, 'Tab', 'Enter');
  await focused(page)
    .and(page.getByRole('button', { name: 'Import 300 contacts' }))
    .waitFor();
});

test('who corrects a column by keys is in it again once the file is read anew', async () => {
  const page = await openImport(stage);
  await give(page, people(3));
  await page.getByText(/^Columns: 2 of 3/).press('Enter');
  const column = page.getByRole('combobox', { name: 'What Met becomes' });
  await column.focus();
  await column.selectOption('contacts.source');
  await page.getByText(/^Columns: 3 of 3/).waitFor();
  await focused(page).and(column).waitFor();
});
