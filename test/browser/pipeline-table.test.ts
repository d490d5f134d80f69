import { expect, test } from 'vitest';
import { useJobs } from './jobs.ts';
import { focusIsOn, press } from './keys.ts';

const jobs = useJobs();

test('headers sort by the keyboard, and a row’s menu moves it', async () => {
  const page = await jobs.open('&as=table');
  const table = page.getByRole('grid', { name: 'Pipeline' });
  expect(await table.getAttribute('aria-rowcount')).toBe('4');
  await table.getByRole('gridcell', { name: jobs.backend }).focus();
  await press(page, 'Home', 'ArrowUp', 'Enter');
  await page.getByRole('columnheader', { name: 'Position' }).and(page.locator('[aria-sort=ascending]')).waitFor();
  await press(page, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter');
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
