import { beforeAll, expect, test } from 'vitest';
import { addRecords, openPage } from './harness.ts';
import { useStage } from './stage.ts';

const stage = useStage([]);
const stage_history = [{ stage: 'applied', outcome: null, on: '2026-01-10' }];

beforeAll(() =>
  addRecords(
    stage.url,
    'applications',
    Array.from({ length: 60 }, (_, index) => ({
      position: `Baker of the region number ${index}`,
      company: `Mill ${index % 7}`,
      stage: 'applied',
      stage_history,
      next_action_on: '2026-01-20',
    })),
  ),
);

async function add(address: string, position: string) {
  const { page } = await openPage(stage.browser, `${stage.url}${address}`);
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Position', { exact: true }).fill(position);
  await panel.getByLabel('Stage', { exact: true }).selectOption('applied');
  await page.keyboard.press('Control+Enter');
  return page;
}

test('what was added has the focus, is in sight below sixty others, and is told', async () => {
  const page = await add('/applications/new', 'Miller');
  await page.getByText('Added Miller').first().waitFor();
  const card = page.getByRole('link', { name: 'Miller', exact: true });
  const isInSight = () => card.evaluate((one) => one.getBoundingClientRect().bottom < innerHeight);
  await expect.poll(isInSight).toBe(true);
  expect(await card.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.locator('.job.new').getByText('Miller', { exact: true }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.locator('.job.new').waitFor({ state: 'detached' });
});

test('what was added and is not among what is searched for is shown by its page, and Back leads to the search', async () => {
  const page = await add('/applications/new?q=baker', 'Pastry chef');
  await page.getByRole('heading', { name: 'Pastry chef', level: 1 }).waitFor();
  expect(new URL(page.url()).search).toBe('?q=baker');
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByText('60 of ').waitFor();
});
