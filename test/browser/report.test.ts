import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import { addMonths, monthOf, periodOfMonth } from '../../src/domain/months.ts';
import { gapsOf } from '../../src/domain/report-gaps.ts';
import type { Period } from '../../src/domain/sample.ts';
import { searchReport } from '../../src/domain/search-report.ts';
import { TODAY } from './demo.ts';
import { openPage } from './harness.ts';
import { press } from './keys.ts';
import { useStage } from './stage.ts';
import { storyOf, type Told } from './story-of.ts';
import { violations } from './violations.ts';

const stage = useStage('demo');
const [FIRST, SECOND] = [addMonths(monthOf(TODAY), -2), addMonths(monthOf(TODAY), -1)];
const TWO_MONTHS = { from: periodOfMonth(FIRST).from, to: periodOfMonth(SECOND).to };
const OF_TWO_MONTHS = `/report?from=${TWO_MONTHS.from}&to=${TWO_MONTHS.to}`;
let told: Told;

beforeAll(async () => {
  told = await storyOf(stage.url);
});

const rowsOf = (period: Period) => searchReport(told.applications, told.contacts, period);

async function openReport(address = OF_TWO_MONTHS, options: Parameters<typeof openPage>[2] = {}) {
  const opened = await openPage(stage.browser, `${stage.url}${address}`, options);
  await opened.page.getByRole('table').waitFor();
  return opened;
}

/** The positions in the table, from top to bottom. */
function positionsIn(page: Page): Promise<string[]> {
  return page.locator('tbody th[scope="row"]').allTextContents();
}

test('the rows are those of the domain, under the months that they are of', async () => {
  const { page } = await openReport();
  const rows = rowsOf(TWO_MONTHS);
  expect(await positionsIn(page)).toEqual(rows.map(({ position }) => position));
  const heads = await page.locator('tbody th[scope="rowgroup"]').allTextContents();
  const counts = [FIRST, SECOND].map((month) => rowsOf(periodOfMonth(month)).length);
  expect(heads.map((head) => head.split(' · ')[1])).toEqual(counts.map((count) => `${count} applications`));
  await page.getByRole('status').getByText(`${rows.length} applications`).waitFor();
});

test('with the keyboard alone a month is chosen, and a name written that stays on the device', async () => {
  const { page } = await openPage(stage.browser, stage.url);
  await page.getByRole('link', { name: 'Insights' }).waitFor();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await press(page, 'Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).fill('search report');
  await press(page, 'Enter');
  await page.getByRole('link', { name: /^Previous month/ }).focus();
  await press(page, 'Enter');
  const before = addMonths(monthOf(addDays(TODAY, -5)), -1);
  await page.waitForURL(`**/report?month=${before}`);
  await expect.poll(() => positionsIn(page)).toEqual(rowsOf(periodOfMonth(before)).map(({ position }) => position));
  await page.getByLabel('Your name').focus();
  await page.keyboard.type('Zoë Example');
  await page.getByRole('article').getByText('Zoë Example').waitFor();
  await page.reload();
  await page.getByRole('article').getByText('Zoë Example').waitFor();
  expect(sent.filter((request) => /Zo(ë|%C3%AB)/.test(request))).toEqual([]);
});

test('a row that lacks something leads to its application', async () => {
  const { page } = await openReport();
  const lacking = rowsOf(TWO_MONTHS).filter((row) => gapsOf(row).length > 0);
  await page.getByText(`${lacking.length} rows lack something`).waitFor();
  const links = page.getByRole('table').getByRole('link');
  expect(await links.count()).toBe(lacking.length);
  await links.first().click();
  await page.waitForURL(`**/applications/${lacking[0]?.application_id}`);
});

test('the file has a line for each row, and every text as it is', async () => {
  const { page, troubles } = await openReport();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).focus();
  await press(page, 'Enter');
  const file = await saved;
  expect(file.suggestedFilename()).toBe(`search-report-${TWO_MONTHS.from}--${TWO_MONTHS.to}.csv`);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFFApplied on,')).toBe(true);
  const [, ...rows] = parsed(text);
  const expected = rowsOf(TWO_MONTHS).map(({ date, company, position }) => [date, company, position]);
  expect(rows.map(([date, company, , , position]) => [date, company, position])).toEqual(expected);
  expect(troubles).toEqual([]);
});

/** The cells of a table as RFC 4180 writes it. */
function parsed(text: string): readonly (readonly string[])[] {
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('what is printed is the report alone, black on white, on A4 landscape', async () => {
  const { page } = await openReport(OF_TWO_MONTHS, { colorScheme: 'dark' });
  const printed = await page.evaluate(() => {
    window.print = () => document.body.classList.add('asked-to-print');
    return matchMedia('print').matches;
  });
  expect(printed).toBe(false);
  await page.getByRole('button', { name: 'Print' }).click();
  expect(await page.evaluate(() => document.body.className)).toBe('asked-to-print');

  await page.emulateMedia({ media: 'print' });
  for (const hidden of [page.getByRole('navigation'), page.getByRole('button'), page.getByLabel('Your name')])
    expect(await hidden.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
  const colours = await page.getByRole('article').evaluate((article) => {
    const ofAll = [article, ...article.querySelectorAll('td, th, span, strong')].map((one) => getComputedStyle(one));
    const page = getComputedStyle(document.querySelector('main') ?? article);
    return { texts: [...new Set(ofAll.map(({ color }) => color))], behind: page.backgroundColor };
  });
  expect(colours).toEqual({ texts: ['rgb(0, 0, 0)'], behind: 'rgb(255, 255, 255)' });
  expect(await page.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe('table-header-group');

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox ?\[0 0 (\d+)\S* (\d+)/g)].map(([, width, height]) => `${width} ${height}`);
  expect(boxes.length).toBeGreaterThan(1);
  expect(new Set(boxes)).toEqual(new Set(['841 594']));
});

describe.each([
  ['a desktop', { viewport: { width: 1440, height: 900 } }],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const)('on %s, in light and in dark,', (_, options) => {
  test('the report has nothing wrong, its headings are in order and nothing is wider than the screen', async () => {
    const { page } = await openReport(OF_TWO_MONTHS, options);
    expect(await violations(page)).toEqual([]);
    const levels = await page.getByRole('heading').evaluateAll((all) => all.map(({ tagName }) => tagName));
    expect(levels).toEqual(['H1', 'H2']);
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(
      await page.evaluate(() => document.querySelector('main')?.clientWidth),
    );
  });
});
