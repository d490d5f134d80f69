import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { addDays, localDate } from '../../src/domain/dates.ts';
import { addRecords, openPage } from './harness.ts';
import { focusIsOn, press } from './keys.ts';
import { useStage } from './stage.ts';
import { violations } from './violations.ts';

const TODAY = localDate(new Date());
const SOON = addDays(TODAY, 2);
const PEOPLE = [
  { name: 'Ann Lee', company: 'Globex', status: 'ghosted', next_follow_up: SOON },
  { name: 'Ben Moor', company: '=1+1', status: 'ghosted', next_follow_up: addDays(TODAY, -2) },
  { name: 'Cleo', company: 'Hooli', status: 'offer' },
];
const stage = useStage(PEOPLE.map((one, at) => ({ ...one, email: `p${at}@example.org` })));
beforeAll(() =>
  addRecords(stage.url, 'applications', [
    { position: 'Engineer', company: 'Globex', stage: 'interview', deadline: SOON },
    { position: 'Tester', company: 'Hooli', stage: 'closed', outcome: 'rejected', deadline: SOON },
  ]),
);

async function open(address: string, options?: Parameters<typeof openPage>[2]) {
  const opened = await openPage(stage.browser, `${stage.url}${address}`, options);
  await opened.page.getByText('Saved', { exact: true }).waitFor();
  return opened;
}

/** What the browser keeps when something is done. */
async function saved(page: Page, act: () => Promise<unknown>) {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

async function choose(page: Page, typed: string, option: string): Promise<void> {
  await press(page, 'Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).waitFor();
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: option }).and(page.locator('[aria-selected=true]')).waitFor();
  await press(page, 'Enter');
}

const names = (cards: string) =>
  [ICAL.parse(cards)]
    .flat(cards.split('BEGIN:VCARD').length > 2 ? 1 : 0)
    .map((card) => new ICAL.Component(card).getFirstPropertyValue('fn'));

test('the list is saved as it is shown: its rows, its order, its columns, by the mouse', async () => {
  const { page, troubles } = await open('/contacts?status=ghosted&sort=-name&columns=name,next_follow_up,company');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  const file = await saved(page, () => page.getByRole('button', { name: 'Save as CSV…' }).click());
  expect(file).toEqual({
    name: `touchbase-contacts-${TODAY}.csv`,
    text: `\uFEFFName,Next follow-up,Company\r\nBen Moor,${addDays(TODAY, -2)},'=1+1\r\nAnn Lee,${SOON},Globex\r\n`,
  });
  await page.getByText(`Saved 2 contacts as touchbase-contacts-${TODAY}.csv`).waitFor();
  expect(troubles).toEqual([]);
});

test('the same by the keyboard alone, from the palette, and as cards', async () => {
  const { page } = await open('/contacts?q=globex&columns=name,company');
  await page.getByRole('gridcell', { name: 'Ann Lee', exact: true }).waitFor();
  const table = await saved(page, () => choose(page, 'as csv', 'Save 1 contact as CSV…'));
  expect(table.text).toBe('\uFEFFName,Company\r\nAnn Lee,Globex\r\n');
  const cards = await saved(page, () => choose(page, 'contact cards', 'Save 1 contact as contact cards…'));
  expect(cards.name).toBe('Ann Lee.vcf');
  expect(names(cards.text)).toEqual(['Ann Lee']);
});

test('only those that are selected are saved, as a table or as cards, by the keyboard', async () => {
  const { page } = await open('/contacts?sort=name&columns=name');
  for (const name of ['Cleo', 'Ann Lee']) {
    await page.getByRole('gridcell', { name, exact: true }).focus();
    await press(page, 'Shift+Space');
  }
  const bar = page.getByRole('group', { name: 'Selected contacts' });
  const pick = async (...keys: string[]) => {
    await bar.getByRole('button', { name: 'Save as…' }).focus();
    await press(page, 'Enter');
    await focusIsOn(page, 'A table (CSV)');
    await press(page, ...keys);
  };
  expect((await saved(page, () => pick('Enter'))).text).toBe('\uFEFFName\r\nAnn Lee\r\nCleo\r\n');
  const cards = await saved(page, () => pick('ArrowDown', 'Enter'));
  expect(cards.name).toBe(`touchbase-contacts-${TODAY}.vcf`);
  expect(names(cards.text)).toEqual(['Ann Lee', 'Cleo']);
});

test.each([1440, 390])('one contact is saved as a card from its page, %i pixels wide', async (width) => {
  const { page } = await open('/contacts?sort=name', { viewport: { width, height: 800 } });
  await page.getByRole('link', { name: 'Ann Lee' }).first().click();
  const button = page.getByRole('button', { name: 'Save Ann Lee as a contact card' });
  if (width < 640) {
    await page.getByRole('button', { name: 'More for Ann Lee' }).focus();
    await press(page, 'Enter');
    await focusIsOn(page, 'Save as a contact card');
  } else await button.focus();
  const card = await saved(page, () => press(page, 'Enter'));
  expect(card.name).toBe('Ann Lee.vcf');
  expect(names(card.text)).toEqual(['Ann Lee']);
  expect(await violations(page)).toEqual([]);
});

test('the pipeline is saved as its table: by its button, and from the palette', async () => {
  const { page } = await open('/applications?as=table&sort=-position');
  const header = 'Position,Stage,Company,Days in stage,';
  const byButton = await saved(page, () => page.getByRole('button', { name: 'Save as CSV…' }).click());
  expect(byButton.name).toBe(`touchbase-applications-${TODAY}.csv`);
  const [head, ...rows] = byButton.text.split('\r\n');
  expect(head?.startsWith(`\uFEFF${header}`)).toBe(true);
  expect(rows.map((row) => row.split(',').slice(0, 4).join())).toEqual([
    'Tester,Closed,Hooli,0',
    'Engineer,Interview,Globex,0',
    '',
  ]);
  expect(rows[1]).toContain(SOON);
  const byKeys = await saved(page, () => choose(page, 'as csv', 'Save 2 applications as CSV…'));
  expect(byKeys.text).toBe(byButton.text);
});

test('what lies ahead is saved as one calendar, from Today and from the palette', async () => {
  const { page } = await open('/today');
  const button = page.getByRole('button', { name: 'Save what lies ahead as a calendar…' });
  const file = await saved(page, () => button.click());
  expect(file.name).toBe(`touchbase-calendar-${TODAY}.ics`);
  const events = new ICAL.Component(ICAL.parse(file.text)).getAllSubcomponents('vevent');
  const summaries = events.map((event) => event.getFirstPropertyValue('summary'));
  expect(summaries.toSorted()).toEqual(['Deadline: Engineer at Globex', 'Follow up with Ann Lee (Globex)']);
  await page.getByText(`Saved 2 dates as ${file.name}`).waitFor();
  const again = await saved(page, () => choose(page, 'calendar', 'Save what lies ahead as a calendar…'));
  expect(again.text).toBe(file.text);
  expect(await violations(page)).toEqual([]);
});
