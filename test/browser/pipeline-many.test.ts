import { beforeAll, expect, test } from 'vitest';
import { addRecords, openPage } from './harness.ts';
import { press } from './keys.ts';
import { useStage } from './stage.ts';

const stage = useStage([]);

beforeAll(async () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ position: `Role ${index}`, stage: 'applied' }));
  await addRecords(stage.url, 'applications', many);
});

test('a column draws forty cards, and more when asked, with the focus on the first of them', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/applications`);
  await page.locator('.total').getByText('1,000 applications').waitFor();
  const cards = page.getByRole('region', { name: 'Applied' }).locator('.job');
  expect(await cards.count()).toBe(40);
  expect(await cards.first().getAttribute('aria-setsize')).toBe('1000');
  await page.getByRole('button', { name: 'Show 960 more' }).click();
  await page.waitForFunction(() => document.activeElement?.closest('.job')?.ariaPosInSet === '41');
  expect(await cards.count()).toBe(80);
});

test('the table draws what is seen, and Ctrl with End goes to the last row', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/applications?as=table`);
  await page.locator('.total').getByText('1,000 applications').waitFor();
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001');
  expect(await page.getByRole('row').count()).toBeLessThan(50);
  await page.getByRole('gridcell').first().focus();
  await press(page, 'Control+End');
  await page.waitForFunction(() => document.activeElement?.closest('[role=row]')?.ariaRowIndex === '1001');
  expect(await page.getByRole('row').count()).toBeLessThan(50);
});
