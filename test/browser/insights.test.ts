import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { insightsOf } from '../../src/domain/insights.ts';
import { addMonths, monthOf, monthsBefore } from '../../src/domain/months.ts';
import type { Period } from '../../src/domain/sample.ts';
import { spanOfSearch } from '../../src/domain/search-span.ts';
import { STAGES } from '../../src/domain/stages.ts';
import { TODAY } from './demo.ts';
import { openPage } from './harness.ts';
import { press } from './keys.ts';
import { useStage } from './stage.ts';
import { storyOf, type Told } from './story-of.ts';
import { violations } from './violations.ts';

const stage = useStage('demo');
let told: Told;

beforeAll(async () => {
  told = await storyOf(stage.url);
});

async function openInsights(address = '/insights', options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const { page } = await openPage(stage.browser, `${stage.url}${address}`, options);
  await page.getByRole('heading', { name: 'How far applications come' }).waitFor();
  return page;
}

const inNumbers = (period: Period) => insightsOf(told.applications, told.interactions, period, TODAY);

function allOfIt(): Period {
  return spanOfSearch(told.applications, told.interactions, TODAY) ?? { from: TODAY, to: TODAY };
}

/** The cells of the table beneath a chart, opened by a click. */
async function tableOf(page: Page, title: string): Promise<readonly (readonly string[])[]> {
  const section = page.getByRole('region', { name: title });
  await section.getByText('The same as a table').click();
  const rows = section.getByRole('table', { name: title }).locator('tbody tr');
  return Promise.all((await rows.all()).map((row) => row.locator('th, td').allTextContents()));
}

test('each number is the one that the domain finds, all of the search first', async () => {
  const page = await openInsights();
  const { funnel, byRoute, responseTime, stageTimes, weeks } = inNumbers(allOfIt());
  const reached = (await tableOf(page, 'How far applications come')).map(([name, count, , , open, ended]) => [
    ...[name, count, open, ended],
  ]);
  expect(reached).toEqual(
    funnel.map(({ stage, count, open, ended }) => [STAGES[stage], ...[count, open, ended].map(String)]),
  );
  const routes = (await tableOf(page, 'Answers by route')).map(([, answered, sent]) => [answered, sent]);
  expect(routes).toEqual(byRoute.map(({ part, n }) => [`${part}`, `${n}`]));
  const answers = await tableOf(page, 'Time to the first word');
  expect(answers.at(-1)?.[1]).toBe(String(responseTime.days));
  const days = (await tableOf(page, 'Time in each stage')).map(([, median]) => median);
  expect(days).toEqual(stageTimes.map(({ days }) => (days === null ? '–' : String(days))));
  const sent = (await tableOf(page, 'Week by week')).map(([, applications, said]) => [applications, said]);
  expect(sent).toEqual(weeks.map(({ applications, conversations }) => [`${applications}`, `${conversations}`]));
});

test('sources with few applications say of how few, and none is lost among the others', async () => {
  const page = await openInsights();
  const { bySource } = inNumbers(allOfIt());
  const rows = await tableOf(page, 'Answers by source');
  const small = rows.filter(([, , sent]) => Number(sent) < 5);
  expect(small.length).toBeGreaterThan(0);
  for (const [, , sent, rate] of small) expect(rate).toMatch(new RegExp(`\\(from only ${sent} cases?\\)`));
  const total = rows.reduce((sum, [, , sent]) => sum + Number(sent), 0);
  expect(total).toBe(bySource.reduce((sum, { n }) => sum + n, 0));
});

test('a period is chosen by mouse, stands in the address, and Back goes to the one before', async () => {
  const page = await openInsights();
  await page.getByRole('link', { name: 'Last 3 months' }).click();
  expect(new URL(page.url()).search).toBe('?span=quarter');
  const { funnel } = inNumbers({ from: monthsBefore(TODAY, 3), to: TODAY });
  await page.getByRole('status').getByText(`${funnel[0]?.count} applications begun`).waitFor();
  await page.goBack();
  expect(new URL(page.url()).search).toBe('');
  await page
    .getByRole('status')
    .getByText(`${inNumbers(allOfIt()).funnel[0]?.count} applications begun`)
    .waitFor();
});

/** The third of March, the fourth of April …: a browser may ask for the day or for the month first. */
function sameInBothOrders(months: number): string {
  const month = addMonths(monthOf(TODAY), months);
  return `${month}-${month.slice(5)}`;
}

test('with the keyboard alone a period from one day to another is chosen, and a table opened', async () => {
  const page = await openInsights();
  const [from, to] = [sameInBothOrders(-2), sameInBothOrders(-1)];
  await page.getByRole('link', { name: 'This year' }).focus();
  await press(page, 'Tab');
  await page.keyboard.type(from.slice(8) + from.slice(5, 7) + from.slice(0, 4));
  await press(page, 'Tab', 'Tab');
  await page.keyboard.type(to.slice(8) + to.slice(5, 7) + to.slice(0, 4));
  await press(page, 'Enter');
  await page.waitForURL(`**/insights?from=${from}&to=${to}`);
  const { funnel } = inNumbers({ from, to });
  await page.getByRole('status').getByText(`${funnel[0]?.count} applications begun`).waitFor();
  await page.getByText('The same as a table').first().focus();
  await press(page, 'Enter');
  await page.getByRole('table', { name: 'How far applications come' }).waitFor();
  await page.getByRole('link', { name: 'Search report' }).focus();
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Search report', level: 1 }).waitFor();
});

test('a period in which nothing happened says so, and leads back to all of it', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/insights?from=2001-01-01&to=2001-01-31`);
  await page.getByText('0 applications begun, 0 sent').waitFor();
  await page.getByRole('link', { name: 'Show all of it' }).click();
  await page.getByRole('heading', { name: 'How far applications come' }).waitFor();
});

test('an application that another program deletes is no longer in the numbers', async () => {
  const page = await openInsights('/insights?from=2001-01-01');
  const before = inNumbers({ from: '2001-01-01', to: allOfIt().to }).funnel[0]?.count ?? 0;
  const id = told.applications[0]?.application_id;
  await fetch(`${stage.url}/v1/applications/${id}`, { method: 'DELETE', headers: { 'If-Match': '*' } });
  await press(page, 'Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).fill('sync now');
  await press(page, 'Enter');
  await page
    .getByRole('status')
    .getByText(`${before - 1} applications begun`)
    .waitFor();
  told = await storyOf(stage.url);
});

describe.each([
  ['a desktop', { viewport: { width: 1440, height: 900 } }],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const)('on %s, in light and in dark,', (_, options) => {
  test('the numbers have nothing wrong, their headings are in order and nothing is wider than the screen', async () => {
    const page = await openInsights('/insights', options);
    for (const summary of await page.getByText('The same as a table').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    const levels = await page
      .getByRole('main')
      .getByRole('heading')
      .evaluateAll((all) => all.map(({ tagName }) => tagName));
    expect(levels).toEqual(['H1', ...levels.slice(1).map(() => 'H2')]);
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(
      await page.evaluate(() => document.querySelector('main')?.clientWidth),
    );
  });
});
