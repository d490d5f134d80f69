import { expect, test } from 'vitest';
import { SETTINGS_ID } from '../../src/domain/settings.ts';
import { addRecords } from './harness.ts';
import { useJobs } from './jobs.ts';
import { focusIsOn, press } from './keys.ts';
import { violations } from './violations.ts';

const jobs = useJobs();

test('headers sort by the keyboard, and a row’s menu moves it', async () => {
  const page = await jobs.open('&as=table');
  const table = page.getByRole('grid', { name: 'Pipeline' });
  expect(await table.getAttribute('aria-rowcount')).toBe('4');
  await table.getByRole('gridcell', { name: jobs.backend }).focus();
  await press(page, 'Home', 'ArrowUp', 'Enter');
  await page.getByRole('columnheader', { name: 'Position' }).and(page.locator('[aria-sort=ascending]')).waitFor();
  await press(page, 'ArrowDown', 'ArrowRight', 'Enter');
  await page.getByRole('button', { name: 'Final round' }).click();
  await table.getByRole('row', { name: jobs.backend }).getByText('Final round').first().waitFor();
  await expect.poll(async () => (await jobs.onServer(jobs.backend)).stage).toBe('final');
  expect(new URL(page.url()).searchParams.get('sort')).toBe('position');
});

test('stages sort in their own order', async () => {
  const page = await jobs.open('&as=table&sort=-stage');
  const rows = await page.getByRole('row').allTextContents();
  const places = [jobs.platform, jobs.data, jobs.backend].map((name) => rows.findIndex((row) => row.includes(name)));
  expect(places).toEqual([1, 2, 3]);
});

test('Enter on a row opens its page', async () => {
  const page = await jobs.open('&as=table');
  await page.getByRole('gridcell', { name: jobs.data }).focus();
  await press(page, 'Enter');
  await page.getByRole('heading', { name: jobs.data }).waitFor();
  await page.goBack();
  await focusIsOn(page, jobs.data);
});

test('stages have the names and the order of the settings, and a hidden one is shown while something is in it', async () => {
  const stages = [
    { stage: 'offer', name: 'Yes!', is_hidden: true },
    { stage: 'applied', name: 'Sent' },
  ];
  await addRecords(jobs.stage.url, 'settings', [{ stages }], [SETTINGS_ID]);
  const page = await jobs.open();
  const names = await page.getByRole('region').getByRole('heading').allTextContents();
  expect(names.map((name) => name.replace(/ \d+$/, ''))).toEqual([
    ...['Saved', 'Yes!', 'Sent', 'Screening', 'Assessment', 'Interview', 'Final round'],
  ]);
  await page.getByRole('region', { name: 'Yes!' }).getByText('hidden').waitFor();
  await page.getByRole('link', { name: jobs.backend }).focus();
  await press(page, 'm');
  await page.getByRole('button', { name: 'Sent' }).waitFor();
  expect(await page.getByRole('button', { name: 'Yes!' }).count()).toBe(0);
});

test('on a phone the table tells what matters, moves, sorts and opens by touch, with room for a finger', async () => {
  const page = await jobs.open('&as=table', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const entry = page.getByRole('listitem').filter({ hasText: jobs.backend });
  for (const text of ['Globex', 'Overdue 2 days', 'Send the portfolio', 'Saved']) {
    await entry.getByText(text, { exact: true }).waitFor();
  }
  await page.getByRole('listitem').filter({ hasText: jobs.data }).getByText('Unknown client · via Hays').waitFor();
  expect((await entry.getByRole('button').boundingBox())?.height).toBeGreaterThanOrEqual(40);
  await entry.getByRole('button', { name: 'Saved' }).tap();
  await page.getByRole('button', { name: 'Final round' }).tap();
  await entry.getByText('Final round', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Sort: Next action on' }).tap();
  await page.getByRole('button', { name: 'Position', exact: true }).tap();
  await page.waitForURL('**sort=position**');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: jobs.backend }).tap();
  await page.getByRole('heading', { name: jobs.backend, level: 1 }).waitFor();
});
