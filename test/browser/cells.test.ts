import { expect, test } from 'vitest';
import { focusIsOn, openList, press, THREE } from './keys.ts';
import { useStage } from './stage.ts';

const stage = useStage(THREE);

test('a cell is edited in place: Enter saves, Escape leaves, Tab goes on', async () => {
  const page = await openList(stage);
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
  const page = await openList(stage);
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

test('dates and choices are edited in place too, and a half-typed date is not taken for none', async () => {
  const page = await openList(stage);
  const row = page.getByRole('row', { name: 'Cleo' });
  await row.getByRole('gridcell').nth(5).focus();
  await press(page, 'Enter');
  await page.keyboard.type('12');
  await press(page, 'Enter');
  await page.getByRole('alert').getByText('Finish the date, or clear it.').waitFor();
  await page.getByLabel('Next follow-up, Cleo').fill('2035-02-03');
  await press(page, 'Enter');
  await row.getByTitle(/3 February 2035/).waitFor();

  await row.getByRole('gridcell').nth(9).focus();
  await press(page, 'Enter');
  await page.getByLabel('Kind, Cleo').selectOption('Referral');
  await press(page, 'Enter');
  await row.getByRole('gridcell', { name: 'Referral' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('what is typed on a cell goes into it, its first letter too, and is no shortcut', async () => {
  const page = await openList(stage);
  const row = page.getByRole('row', { name: 'Cleo' });
  await row.getByRole('gridcell').nth(2).focus();
  await page.keyboard.type('nova');
  await press(page, 'Enter');
  await row.getByRole('gridcell', { name: 'nova', exact: true }).waitFor();
  await focusIsOn(page, 'nova');
  await row.getByRole('gridcell').nth(9).focus();
  await page.keyboard.type('interv');
  await press(page, 'Enter');
  await row.getByRole('gridcell', { name: 'Interviewer' }).waitFor();
  expect(await page.getByRole('complementary').count()).toBe(0);
  await press(page, '/');
  await page.waitForFunction(() => document.activeElement?.matches('.search input'));
});

test('an editor in which nothing was typed saves nothing, whatever happened meanwhile', async () => {
  const page = await openList(stage);
  const row = page.getByRole('row', { name: 'Ann' });
  await row.getByRole('gridcell').nth(3).focus();
  await press(page, 'Enter');
  const editor = page.getByLabel('Position applied for, Ann');
  await editor.waitFor();
  const found: { contact_id: string }[] = await (await fetch(`${stage.url}/v1/contacts?q=ann`)).json();
  await fetch(`${stage.url}/v1/contacts/${found[0]?.contact_id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/merge-patch+json' },
    body: JSON.stringify({ position_applied: 'Baker' }),
  });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect.poll(() => editor.inputValue()).toBe('Baker');
  await press(page, 'Enter');
  await row.getByRole('gridcell', { name: 'Baker' }).waitFor();
});

test('a contact that no longer fits the filters says where it is, and Tab edits no one else', async () => {
  const page = await openList(stage, '/contacts?sort=name&company=globex', 'Ben');
  await page.getByRole('row', { name: 'Ben' }).getByRole('gridcell').nth(2).focus();
  await page.keyboard.type('Umbrella');
  await press(page, 'Tab');
  await page.getByText('Ben no longer fits the filters').waitFor();
  expect(await page.locator('.editor').count()).toBe(0);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('complementary').getByRole('heading', { name: 'Ben' }).waitFor();
});

test('Delete on a cell beside the name empties it, once however long it is held', async () => {
  const page = await openList(stage);
  const row = page.getByRole('row', { name: 'Ben' });
  await row.getByRole('gridcell', { name: 'Umbrella' }).focus();
  await page.keyboard.down('Delete');
  await page.keyboard.down('Delete');
  await page.keyboard.up('Delete');
  await page.getByText('Emptied Company of Ben').waitFor();
  await row.getByRole('gridcell', { name: 'Umbrella' }).waitFor({ state: 'detached' });
  await press(page, 'Home');
  const { length } = await page.getByRole('row').all();
  await page.keyboard.down('Delete');
  await page.keyboard.down('Delete');
  await page.keyboard.up('Delete');
  await expect.poll(() => page.getByRole('row').count()).toBe(length - 1);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await focusIsOn(page, 'Ben');
});
