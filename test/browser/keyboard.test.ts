import { expect, onTestFinished, test } from 'vitest';
import { newFolder } from '../folder.ts';
import { startLaptop } from '../laptop-process.ts';
import { openPage } from './harness.ts';
import { focusIsOn, openList, press, THREE } from './keys.ts';
import { useStage } from './stage.ts';

const stage = useStage(THREE);

test('a contact is added without a pointer, and the focus goes to it', async () => {
  const page = await openList(stage);
  await press(page, 'n');
  await focusIsOn(page, '');
  await page.keyboard.type('Dora');
  await page.getByLabel('E-mail', { exact: true }).focus();
  await page.keyboard.type('dora@example.org');
  await press(page, 'Control+Enter');
  await focusIsOn(page, 'Dora');
  expect(new URL(page.url()).pathname).toBe('/contacts');
});

test('one Tab enters the table, arrows walk it, Home and End go to the ends', async () => {
  const page = await openList(stage);
  await page.getByRole('button', { name: 'Columns' }).focus();
  await press(page, 'Tab');
  await focusIsOn(page, 'Ann');
  await press(page, 'ArrowDown', 'ArrowRight');
  await focusIsOn(page, 'Globex');
  await press(page, 'Home');
  await focusIsOn(page, 'Ben');
  await press(page, 'Control+End', 'Control+Home');
  await focusIsOn(page, 'Ann');
  await press(page, 'Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=grid]'))).toBeNull();
});

test('a header sorts by Enter, both ways, and says so', async () => {
  const page = await openList(stage);
  await page.getByRole('gridcell', { name: 'Ann', exact: true }).focus();
  await press(page, 'ArrowUp', 'Enter');
  await page.getByRole('columnheader', { name: 'Name' }).and(page.locator('[aria-sort=descending]')).waitFor();
  await page.getByRole('log').getByText('Sorted by Name, descending').waitFor();
  expect(await page.getByRole('row').nth(1).textContent()).not.toContain('Ann');
});

test('Delete deletes at once, the next contact has the focus, and Undo is the next stop', async () => {
  const page = await openList(stage);
  await page.getByRole('gridcell', { name: 'Ben', exact: true }).focus();
  await press(page, 'Delete');
  await page.getByText('Deleted Ben', { exact: true }).waitFor();
  await focusIsOn(page, 'Cleo');
  await press(page, 'Tab');
  await focusIsOn(page, 'Undo');
  await press(page, 'Enter');
  await focusIsOn(page, 'Ben');
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('/ searches, Escape clears and then leaves, arrow down goes to the list; no shortcut fires while typing', async () => {
  const page = await openList(stage);
  await press(page, '/');
  await page.keyboard.type('n?/ben');
  await page.getByRole('heading', { name: 'Nothing found for “n?/ben”' }).waitFor();
  await press(page, 'Escape');
  await page.getByRole('row', { name: 'Ben' }).waitFor();
  await page.keyboard.type('cleo');
  await press(page, 'ArrowDown');
  await focusIsOn(page, 'Cleo');
});

test('? shows all keys, Escape closes them; Escape closes a panel and gives the focus back', async () => {
  const page = await openList(stage);
  await page.getByRole('gridcell', { name: 'Ben', exact: true }).focus();
  await press(page, '?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await press(page, 'Escape');
  await focusIsOn(page, 'Ben');
  await press(page, 'Enter');
  await page.getByRole('complementary').waitFor();
  await press(page, 'Escape');
  await focusIsOn(page, 'Ben');
});

test('the button that opened a form has the focus again when the form closes', async () => {
  const page = await openList(stage);
  await page.getByRole('link', { name: 'Add contact' }).focus();
  await press(page, 'Enter');
  await page.getByRole('complementary').waitFor();
  await press(page, 'Escape');
  await focusIsOn(page, 'Add contact');
});

test('a filter is chosen and taken away without a pointer, and the focus stays at its button', async () => {
  const page = await openList(stage);
  await page.getByRole('button', { name: 'Company', exact: true }).focus();
  await press(page, 'Enter');
  const first = page.getByRole('group', { name: 'Company' }).getByRole('button').first();
  await expect.poll(() => first.evaluate((item) => item === document.activeElement)).toBe(true);
  await press(page, 'ArrowDown', 'Enter');
  const chip = page.getByRole('button', { name: /^Company: / });
  await expect.poll(() => chip.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Clear' }).focus();
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Company', exact: true }).waitFor();
});

test('the search keeps the focus when its results come back', async () => {
  const page = await openList(stage);
  await page.getByRole('gridcell', { name: 'Ann', exact: true }).focus();
  await press(page, 'ArrowDown', '/');
  await page.keyboard.type('cleox');
  await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
  await press(page, 'Backspace');
  await page.getByRole('row', { name: 'Cleo' }).waitFor();
  await page.keyboard.type('n');
  await page.getByRole('heading', { name: 'Nothing found for “cleon”' }).waitFor();
  await page.getByRole('button', { name: 'Clear search and filters' }).focus();
  await press(page, 'Enter');
  await page.waitForFunction(() => document.activeElement?.matches('[role=gridcell]'));
  await press(page, '/', 'Escape');
  await page.waitForFunction(() => document.activeElement?.matches('[role=gridcell]'));
});

test('Escape in a menu gives its button the focus again', async () => {
  const page = await openList(stage);
  const button = page.getByRole('button', { name: 'Company', exact: true });
  await button.focus();
  await press(page, 'Enter');
  await page.getByRole('group', { name: 'Company' }).getByRole('button').first().waitFor();
  await press(page, 'Escape');
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('Escape closes the panel also from the list beside it', async () => {
  const page = await openList(stage);
  await page.getByRole('link', { name: 'Cleo' }).click();
  await page.getByRole('complementary').waitFor();
  await page.getByRole('gridcell', { name: 'Cleo', exact: true }).focus();
  await press(page, 'Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
});

test('a message that is dismissed gives the focus back to where it was', async () => {
  const page = await openList(stage);
  await page.getByRole('gridcell', { name: 'Ann', exact: true }).focus();
  await press(page, 'ArrowRight', 'Delete', 'Tab', 'Tab');
  await page.waitForFunction(() => document.activeElement?.matches('.toast .quiet'));
  await press(page, 'Enter');
  await page.waitForFunction(() => document.activeElement?.matches('[role=gridcell][aria-colindex="3"]'));
});

test('in an empty store Escape gives the focus to the way to add the first contact', async () => {
  const folder = newFolder();
  const empty = await startLaptop(['--data', folder.path]);
  onTestFinished(async () => {
    await empty.stop();
    folder.remove();
  });
  const { page } = await openPage(stage.browser, `${empty.url}/contacts`);
  const add = page.locator('.nothing').getByRole('link', { name: 'Add contact' });
  await add.waitFor();
  for (const key of ['n', 'Enter']) {
    await press(page, key);
    await page.getByRole('complementary').getByLabel('Name', { exact: true }).waitFor();
    await press(page, 'Escape');
    await expect.poll(() => add.evaluate((link) => link === document.activeElement)).toBe(true);
  }
});
