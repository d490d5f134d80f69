import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { focusIsOn, openList, press } from './keys.ts';
import { useStage } from './stage.ts';

const PEOPLE = ['Ann', 'Ben', 'Cleo', 'Dora', 'Emil'].map((name, index) => ({
  name,
  email: `${name}@example.org`,
  company: index < 2 ? 'Globex' : 'Hooli',
  tags: index === 0 ? ['visa'] : [],
}));
const stage = useStage(PEOPLE);

/** What the server has in a field, in the order of the names. */
async function onServer(field: string): Promise<unknown[]> {
  const all: Record<string, unknown>[] = await (await fetch(`${stage.url}/v1/contacts`)).json();
  return all.sort((a, b) => String(a.name).localeCompare(String(b.name))).map((record) => record[field]);
}

const checkbox = (page: Page, name: string) => page.getByRole('row', { name }).locator('.check');
const selected = (page: Page) => page.locator('.rows [aria-selected=true] .title').allTextContents();
const bar = (page: Page) => page.getByRole('group', { name: 'Selected contacts' });

test('with the mouse: a click selects, Shift extends, Control toggles a row, the header takes all or none', async () => {
  const page = await openList(stage);
  await checkbox(page, 'Ann').click();
  await checkbox(page, 'Cleo').click({ modifiers: ['Shift'] });
  await bar(page).getByText('3 selected').waitFor();
  expect((await selected(page)).sort()).toEqual(['Ann', 'Ben', 'Cleo']);
  await page
    .getByRole('row', { name: 'Emil' })
    .getByRole('gridcell', { name: 'Hooli' })
    .click({ modifiers: ['Control'] });
  await checkbox(page, 'Ben').click();
  expect((await selected(page)).sort()).toEqual(['Ann', 'Cleo', 'Emil']);
  const all = page.getByRole('checkbox', { name: 'Select all that are shown' });
  expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  await page.locator('.heading .check').click();
  await bar(page).getByText('5 selected').waitFor();
  expect(await all.isChecked()).toBe(true);
  await page.locator('.heading .check').click();
  await bar(page).waitFor({ state: 'detached' });
});

test('with the keyboard alone: select, extend, set the status of all, undo, and back to the list', async () => {
  const page = await openList(stage);
  await page.getByRole('gridcell', { name: 'Ann', exact: true }).focus();
  await press(page, 'ArrowLeft', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp');
  await bar(page).getByText('2 selected').waitFor();
  await press(page, 'Tab', 'Enter');
  const status = page.getByLabel('Status: type or choose');
  await expect.poll(() => status.evaluate((control) => control === document.activeElement)).toBe(true);
  await page.keyboard.type('waiting for a call');
  await press(page, 'Enter');
  await page.getByText('Changed Status of 2 contacts').waitFor();
  await expect.poll(() => onServer('status')).toEqual(['waiting for a call', 'waiting for a call', null, null, null]);
  await press(page, 'Escape');
  await page.waitForFunction(() => document.activeElement?.matches('.check'));
  await press(page, 'Control+z');
  await page.getByText('Undone: Changed Status of 2 contacts').waitFor();
  await expect.poll(() => onServer('status')).toEqual([null, null, null, null, null]);
  await press(page, 'Control+Shift+z');
  await expect.poll(async () => (await onServer('status'))[0]).toBe('waiting for a call');
  await press(page, 'Control+z', 'ArrowRight', 'Shift+Space', 'Escape');
  await bar(page).waitFor({ state: 'detached' });
  await press(page, 'Control+a');
  await bar(page).getByText('5 selected').waitFor();
});

test('tags are added to all and taken from those that have them, and a follow-up is set; each is undone', async () => {
  const page = await openList(stage);
  await page.locator('.heading .check').click();
  await bar(page).getByRole('button', { name: 'Tags' }).click();
  await page.getByLabel('Tags: type or choose').fill('remote');
  await press(page, 'Enter');
  await expect.poll(() => onServer('tags')).toEqual([['visa', 'remote'], ...PEOPLE.slice(1).map(() => ['remote'])]);
  await bar(page).getByRole('button', { name: 'Tags' }).click();
  await page.getByRole('button', { name: 'Remove “visa”' }).click();
  await expect.poll(async () => (await onServer('tags'))[0]).toEqual(['remote']);
  await bar(page).getByRole('button', { name: 'Next follow-up' }).click();
  await page.getByLabel('Another date').fill('2035-02-03');
  await page.getByRole('button', { name: 'Set this date' }).click();
  await expect.poll(() => onServer('next_follow_up')).toEqual(PEOPLE.map(() => '2035-02-03'));
  await page.getByRole('gridcell', { name: 'Ann', exact: true }).focus();
  await press(page, 'Control+z', 'Control+z', 'Control+z');
  await expect.poll(() => onServer('tags')).toEqual([['visa'], [], [], [], []]);
  expect(await onServer('next_follow_up')).toEqual([null, null, null, null, null]);
});

test('what is filtered out is counted; deleting all of it is one deed, and one Undo brings it back', async () => {
  const page = await openList(stage);
  await page.locator('.heading .check').click();
  await press(page, '/');
  await page.keyboard.type('hooli');
  await bar(page).getByText('5 selected, 2 of them not shown').waitFor();
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Deleted 5 contacts').waitFor();
  await bar(page).waitFor({ state: 'detached' });
  await expect.poll(() => onServer('name')).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => onServer('name')).toEqual(PEOPLE.map(({ name }) => name));
  expect(await bar(page).count()).toBe(0);
});

test('on the checkbox Enter selects, letters are not typed anywhere, and Delete deletes its contact', async () => {
  const page = await openList(stage);
  await page.getByRole('gridcell', { name: 'Ben', exact: true }).focus();
  await press(page, 'ArrowLeft', 'Enter', 'x');
  await bar(page).getByText('1 selected').waitFor();
  expect(await page.locator('.editor').count()).toBe(0);
  await press(page, 'Delete');
  await page.getByText('Deleted Ben', { exact: true }).waitFor();
  await bar(page).waitFor({ state: 'detached' });
  await press(page, 'Control+z');
  await page.getByRole('row', { name: 'Ben' }).waitFor();
  await focusIsOn(page, 'Ben');
});

test('on a phone Select makes taps select, and Done ends it', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts?sort=name`, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole('button', { name: 'Select' }).tap();
  await page.getByRole('listitem').nth(0).tap();
  await page.getByRole('listitem').nth(2).tap();
  await bar(page).getByText('2 selected').waitFor();
  expect(await page.getByRole('complementary').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await page.getByRole('button', { name: 'Done' }).tap();
  await bar(page).waitFor({ state: 'detached' });
  await page.getByRole('listitem').nth(0).tap();
  await page.getByRole('complementary').waitFor();
});

test('axe-core finds nothing wrong with a selection, its bar and its menus', async () => {
  const page = await openList(stage);
  await checkbox(page, 'Ann').click();
  await bar(page).getByRole('button', { name: 'Status' }).click();
  await page.getByLabel('Status: type or choose').waitFor();
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(axe, 'utf8'));
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
  expect(found).toEqual([]);
});
