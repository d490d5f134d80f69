import { expect, test } from 'vitest';
import { counted, isGhosted } from './demo.ts';
import { openPage } from './harness.ts';
import { focusIsOn, press } from './keys.ts';
import { useStage } from './stage.ts';

const stage = useStage('demo');

const GHOSTS = '?status=ghosted&sort=-name&columns=name,company,notes';

async function openViews(address: string) {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts${address}`);
  await page.getByRole('row', { name: 'Marta Kowalczyk' }).waitFor();
  return page;
}

test('a view that is saved is there in another browser, and its address shows the same list and columns', async () => {
  const page = await openViews(GHOSTS);
  await page.getByRole('button', { name: 'Views', exact: true }).focus();
  await press(page, 'Enter');
  await focusIsOn(page, 'All contacts');
  await press(page, 'ArrowUp', 'Enter');
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Ghosts');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Ghosts', exact: true }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  const rows = await page.getByRole('row').allTextContents();

  const other = (await openPage(stage.browser, `${stage.url}/contacts`)).page;
  await other.getByRole('button', { name: 'Views', exact: true }).click();
  await other.getByRole('link', { name: 'Ghosts', exact: true }).click();
  await other.getByRole('main').getByText(counted(isGhosted)).waitFor();
  expect(new URL(other.url()).search).toBe(GHOSTS);
  expect(await other.getByRole('row').allTextContents()).toEqual(rows);
  await other.getByRole('button', { name: 'Ghosts', exact: true }).waitFor();
});

test('a view is renamed, deleted, and brought back', async () => {
  const page = await openViews('?status=ghosted');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('button', { name: 'Save this view…' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Quiet');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Quiet', exact: true }).click();
  await page.getByRole('button', { name: 'Rename Quiet' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Silent');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Silent', exact: true }).click();
  await page.getByRole('button', { name: 'Delete Silent' }).click();
  await page.getByRole('button', { name: 'Views', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Silent', exact: true }).waitFor();
});

test('a name that is used already is written over by a second Enter only', async () => {
  const page = await openViews('?status=ghosted&due=overdue&sort=name');
  const ask = async () => {
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('button', { name: 'Save this view…' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Late');
    await press(page, 'Enter');
  };
  await ask();
  await page.getByRole('button', { name: 'Late', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Overdue' }).click();
  await ask();
  await page.getByText('“Late” is there already. Enter writes over it.').waitFor();
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Late', exact: true }).waitFor();
  expect(new URL(page.url()).search).toBe('?status=ghosted&sort=name');
});

test('columns are chosen and moved without a pointer, are in the address and survive a reload', async () => {
  const page = await openViews('?columns=name,email,phone');
  await page.getByRole('button', { name: 'Columns', exact: true }).focus();
  await press(page, 'Enter');
  await page.getByRole('checkbox', { name: 'E-mail' }).waitFor();
  await press(page, 'ArrowDown');
  await focusIsOnCheckbox('E-mail');
  await press(page, 'Alt+ArrowDown');
  await page.waitForURL(/columns=name,phone,email$/);
  await focusIsOnCheckbox('E-mail');
  await press(page, 'ArrowDown', 'Space');
  await page.waitForURL(/columns=name,phone,email,company$/);
  await page.reload();
  await page.getByRole('row', { name: 'Marta Kowalczyk' }).waitFor();
  const heads = await page.getByRole('columnheader').allTextContents();
  expect(heads).toEqual(['', 'Name', 'Phone', 'E-mail', 'Company', 'Delete']);
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('button', { name: 'The usual columns' }).click();
  await page.getByRole('columnheader', { name: 'Status' }).waitFor();
  expect(new URL(page.url()).search).toBe('');

  async function focusIsOnCheckbox(name: string) {
    const box = page.getByRole('checkbox', { name });
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
  }
});

test('a plain list says what to do before it can be saved; with columns of its own it can', async () => {
  const page = await openViews('');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByText('Search, filter, sort or choose columns: then it can be saved under a name.').waitFor();
  expect(await page.getByRole('button', { name: 'Save this view…' }).count()).toBe(0);
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Phone' }).click();
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('button', { name: 'Save this view…' }).waitFor();
});

test('what is searched for is marked, and the header of a list by best match says no order', async () => {
  const page = await openViews('?q=kowal');
  expect(await page.locator('mark').allTextContents()).toContain('Kowal');
  expect(await page.locator('[role=columnheader]:is([aria-sort=ascending], [aria-sort=descending])').count()).toBe(0);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('columnheader', { name: 'Next follow-up' }).and(page.locator('[aria-sort=ascending]')).waitFor();
  expect(await page.locator('mark').count()).toBe(0);
});

test('on a phone the filter row stays within the page, and cards mark what is searched for', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts?q=marta`, {
    viewport: { width: 360, height: 740 },
  });
  await page.locator('.card mark', { hasText: 'Marta' }).first().waitFor();
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('link', { name: 'All contacts' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('notes are a column that opens its contact instead of being edited in its cell', async () => {
  const page = await openViews('?status=ghosted&columns=name,notes');
  await page.getByRole('gridcell', { name: 'Marta Kowalczyk', exact: true }).focus();
  await press(page, 'ArrowRight', 'Enter');
  await page.getByRole('complementary').getByRole('heading', { name: 'Marta Kowalczyk' }).waitFor();
});
