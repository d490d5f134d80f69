import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { useStage } from './stage.ts';

const stage = useStage(
  ['Ann', 'Ben', 'Cleo'].map((name) => ({ name, email: `${name}@example.org`, company: 'Globex' })),
);

async function openList(address = '/contacts?sort=name'): Promise<Page> {
  const { page } = await openPage(stage.browser, `${stage.url}${address}`);
  await page.getByRole('row', { name: 'Ann' }).waitFor();
  return page;
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until the focus is on a cell or a control that has this text or value. */
async function focusIsOn(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const { activeElement } = document;
    return activeElement instanceof HTMLInputElement
      ? activeElement.value === wanted
      : activeElement?.textContent === wanted;
  }, text);
}

test('a contact is added without a pointer, and the focus goes to it', async () => {
  const page = await openList();
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
  const page = await openList();
  await page.getByRole('button', { name: 'Tags' }).focus();
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
  const page = await openList();
  await page.getByRole('gridcell', { name: 'Ann', exact: true }).focus();
  await press(page, 'ArrowUp', 'Enter');
  await page.getByRole('columnheader', { name: 'Name' }).and(page.locator('[aria-sort=descending]')).waitFor();
  await page.getByRole('status').getByText('Sorted by Name, descending').waitFor();
  expect(await page.getByRole('row').nth(1).textContent()).not.toContain('Ann');
});

test('a cell is edited in place: Enter saves, Escape leaves, Tab goes on', async () => {
  const page = await openList();
  await page.getByRole('gridcell', { name: 'Ann', exact: true }).focus();
  await press(page, 'ArrowRight', 'Enter');
  await focusIsOn(page, 'Globex');
  await page.keyboard.type('Initech');
  await press(page, 'Enter');
  await focusIsOn(page, 'Initech');

  await press(page, 'F2');
  await page.keyboard.type('Nothing');
  await press(page, 'Escape');
  await focusIsOn(page, 'Initech');

  await press(page, 'e');
  await page.keyboard.type('Hooli');
  await press(page, 'Tab');
  await page.getByRole('combobox', { name: 'Position applied for, Ann' }).waitFor();
  await page.keyboard.type('Plumber');
  await press(page, 'Shift+Tab');
  await focusIsOn(page, 'Hooli');
  await press(page, 'Escape');
  await page.getByRole('gridcell', { name: 'Plumber' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('a bad value stays in its cell with the reason, and becomes a draft when it is left', async () => {
  const page = await openList();
  await page.getByRole('gridcell', { name: 'Ben@example.org' }).focus();
  await press(page, 'Enter');
  await page.keyboard.type('nope');
  await press(page, 'Enter');
  await page.getByRole('alert').getByText('Enter an e-mail address like name@example.org.').waitFor();
  await focusIsOn(page, 'nope');
  await page.getByRole('gridcell', { name: 'Cleo', exact: true }).click({ position: { x: 2, y: 30 } });
  await page.getByText('“nope” is not saved: it waits with Ben.').waitFor();
  await page.getByRole('button', { name: 'Review' }).click();
  expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe('nope');
  await page.getByRole('button', { name: 'Discard' }).click();
});

test('Delete deletes at once, the next contact has the focus, and Undo is the next stop', async () => {
  const page = await openList();
  await page.getByRole('gridcell', { name: 'Ben', exact: true }).focus();
  await press(page, 'Delete');
  await page.getByText('Deleted Ben', { exact: true }).waitFor();
  await focusIsOn(page, 'Cleo');
  await press(page, 'Tab');
  await focusIsOn(page, 'Undo');
  await press(page, 'Enter');
  await page.getByRole('row', { name: 'Ben' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('/ searches, Escape clears and then leaves, arrow down goes to the list; no shortcut fires while typing', async () => {
  const page = await openList();
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
  const page = await openList();
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
  const page = await openList();
  await page.getByRole('link', { name: 'Add contact' }).focus();
  await press(page, 'Enter');
  await page.getByRole('complementary').waitFor();
  await press(page, 'Escape');
  await focusIsOn(page, 'Add contact');
});

test('dates and choices are edited in place too, and a half-typed date is not taken for none', async () => {
  const page = await openList();
  const row = page.getByRole('row', { name: 'Cleo' });
  await row.getByRole('gridcell').nth(4).focus();
  await press(page, 'Enter');
  await page.keyboard.type('12');
  await press(page, 'Enter');
  await page.getByRole('alert').getByText('Enter a date that exists').waitFor();
  await page.getByLabel('Next follow-up, Cleo').fill('2035-02-03');
  await press(page, 'Enter');
  await row.getByTitle(/3 February 2035/).waitFor();

  await row.getByRole('gridcell').nth(8).focus();
  await press(page, 'Enter');
  await page.getByLabel('Kind, Cleo').selectOption('Referral');
  await press(page, 'Enter');
  await row.getByRole('gridcell', { name: 'Referral' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('a filter is chosen and taken away without a pointer, and the focus stays at its button', async () => {
  const page = await openList();
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
