import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { focusIsOn, openList, press, THREE } from './keys.ts';
import { useStage } from './stage.ts';

const stage = useStage(THREE);

/** What the server has, by name. */
async function onServer(): Promise<Record<string, Record<string, unknown>>> {
  const all: Record<string, unknown>[] = await (await fetch(`${stage.url}/v1/contacts`)).json();
  return Object.fromEntries(all.map((record) => [String(record.name), record]));
}

async function saved(page: Page): Promise<void> {
  await page.getByText('Saved', { exact: true }).waitFor();
}

test('an edit of a cell is undone and made again by the keyboard, and the server has it so', async () => {
  const page = await openList(stage);
  await page.getByRole('gridcell', { name: 'Globex' }).first().focus();
  await page.keyboard.type('Hooli');
  await press(page, 'Enter');
  await page.locator('.toast').getByText('Saved Ann').waitFor();
  await press(page, 'Control+z');
  await page.locator('.toast').getByText('Undone: Saved Ann').waitFor();
  await expect.poll(async () => (await onServer()).Ann?.company).toBe('Globex');
  await press(page, 'Control+Shift+z');
  await page.getByRole('gridcell', { name: 'Hooli' }).waitFor();
  await press(page, 'Control+z', 'Control+y');
  await expect.poll(async () => (await onServer()).Ann?.company).toBe('Hooli');
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await saved(page);
  await expect.poll(async () => (await onServer()).Ann?.company).toBe('Globex');
  expect(await page.locator('.toast').count()).toBe(1);
});

test('while a text has the focus, undoing is the browser’s', async () => {
  const page = await openList(stage);
  await page.getByRole('gridcell', { name: 'Globex' }).nth(1).focus();
  await page.keyboard.type('Hooli');
  await press(page, 'Enter', '/');
  await page.keyboard.type('be');
  await press(page, 'Control+z');
  expect(await page.getByRole('gridcell', { name: 'Hooli' }).count()).toBe(1);
  await press(page, 'Escape', 'ArrowDown', 'Control+z');
  await page.getByText('Undone: Saved Ben').waitFor();
  await expect.poll(async () => (await onServer()).Ben?.company).toBe('Globex');
});

test('a contact that was added goes again, and one that was deleted is back with the focus on it', async () => {
  const page = await openList(stage);
  await press(page, 'n');
  await page.getByLabel('Name', { exact: true }).fill('Dora');
  await page.getByLabel('E-mail', { exact: true }).fill('dora@example.org');
  await press(page, 'Control+Enter');
  await focusIsOn(page, 'Dora');
  await press(page, 'Control+z');
  await page.getByRole('row', { name: 'Dora' }).waitFor({ state: 'detached' });
  await expect.poll(async () => Object.keys(await onServer()).sort()).toEqual(['Ann', 'Ben', 'Cleo']);

  await page.getByRole('gridcell', { name: 'Ben', exact: true }).focus();
  await press(page, 'Delete');
  await focusIsOn(page, 'Cleo');
  await press(page, 'Control+z');
  await focusIsOn(page, 'Ben');
  expect(await page.locator('.toast').getByText('Deleted Ben', { exact: true }).count()).toBe(0);
  await expect.poll(async () => Object.keys(await onServer()).sort()).toEqual(['Ann', 'Ben', 'Cleo']);
});

test('what another device changed since is left alone, and the message says so', async () => {
  const page = await openList(stage);
  await page.getByRole('row', { name: 'Cleo' }).getByRole('gridcell', { name: 'Globex' }).focus();
  await page.keyboard.type('Hooli');
  await press(page, 'Enter');
  await saved(page);
  const { Cleo } = await onServer();
  await fetch(`${stage.url}/v1/contacts/${Cleo?.contact_id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/merge-patch+json' },
    body: JSON.stringify({ company: 'Initech' }),
  });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByRole('gridcell', { name: 'Initech' }).waitFor();
  await press(page, 'Control+z');
  await page.getByText('Not undone: Saved Cleo. It was changed since.').waitFor();
  expect((await onServer()).Cleo?.company).toBe('Initech');
});
