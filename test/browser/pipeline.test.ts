import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { column, isIn, useJobs } from './jobs.ts';
import { focusIsOn } from './keys.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const jobs = useJobs();

async function drag(page: Page, card: Locator, to: Locator): Promise<void> {
  // Dragging loads after the board.
  await card.and(page.locator('[draggable=true]')).waitFor();
  const [from, there] = [await card.boundingBox(), await to.boundingBox()];
  if (!from || !there) throw new Error('There is nothing to drag.');
  await page.mouse.move(from.x + 20, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + from.height, { steps: 4 });
  await page.mouse.move(there.x + there.width / 2, there.y + 80, { steps: 8 });
  await page.locator('.stage.target').waitFor();
  await page.mouse.up();
}

test('a card says for whom, what comes next, how long it has been there and what is late', async () => {
  const page = await jobs.open();
  await column(page, 'Saved').getByText('Overdue 2 days').waitFor();
  await column(page, 'Saved').getByText('Send the portfolio').waitFor();
  await column(page, 'Applied').getByText('Unknown client', { exact: true }).waitFor();
  await column(page, 'Applied').getByText('via Hays', { exact: true }).waitFor();
  await column(page, 'Applied').getByText('Stale: 20 days, over 14').waitFor();
  await column(page, 'Offer')
    .getByText(/^Deadline /)
    .waitFor();
});

test('a card that is dragged to another stage is there, it is told, and Undo takes it back', async () => {
  const page = await jobs.open();
  await drag(page, page.getByRole('listitem').filter({ hasText: jobs.backend }), column(page, 'Interview'));
  await isIn(page, 'Interview', jobs.backend);
  await page.getByRole('log').getByText(`Moved ${jobs.backend} to Interview, 1 of 1`).waitFor();
  await expect.poll(async () => (await jobs.onServer(jobs.backend)).stage).toBe('interview');
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await isIn(page, 'Saved', jobs.backend);
  await expect.poll(async () => (await jobs.onServer(jobs.backend)).stage).toBe('saved');
});

test('one that is dropped on Closed moves only after its person said how it ended', async () => {
  const page = await jobs.open();
  await drag(page, page.getByRole('listitem').filter({ hasText: jobs.data }), column(page, 'Closed'));
  const dialog = page.getByRole('dialog', { name: `Close ${jobs.data}` });
  await dialog.getByRole('button', { name: 'Close it' }).click();
  await dialog.getByText('Choose how it ended.').waitFor();
  expect((await jobs.onServer(jobs.data)).stage).toBe('applied');
  await dialog.getByLabel('Ghosted').check();
  await dialog.getByLabel(/^Why/).fill('Never wrote back');
  await dialog.getByRole('button', { name: 'Close it' }).click();
  await expect
    .poll(() => jobs.onServer(jobs.data))
    .toMatchObject({
      stage: 'closed',
      outcome: 'ghosted',
      outcome_reason: 'Never wrote back',
    });
  await page.getByRole('button', { name: /^Show Closed, 1 application/ }).click();
  await column(page, 'Closed').getByText('Ghosted').waitFor();
});

test('a closing that is cancelled moves nothing', async () => {
  const page = await jobs.open();
  await drag(page, page.getByRole('listitem').filter({ hasText: jobs.data }), column(page, 'Closed'));
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await isIn(page, 'Applied', jobs.data);
});

test('a card opens its page, Back comes back, and the address keeps what was asked for', async () => {
  const page = await jobs.open('&closed=shown');
  await page.getByRole('link', { name: jobs.backend }).click();
  await page.getByRole('heading', { name: jobs.backend }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/applications\/[0-9a-f-]{36}$/);
  await page.goBack();
  await isIn(page, 'Saved', jobs.backend);
  expect(new URL(page.url()).search).toBe(`?q=${jobs.query}&closed=shown`);
  await focusIsOn(page, jobs.backend);
});

test('filters narrow the board, and the address has them', async () => {
  const page = await jobs.open();
  await page.getByRole('button', { name: 'Via agency' }).click();
  await page.getByRole('button', { name: 'Hays' }).click();
  await page.getByText(jobs.backend, { exact: true }).waitFor({ state: 'detached' });
  await isIn(page, 'Applied', jobs.data);
  expect(new URL(page.url()).searchParams.get('via')).toBe('Hays');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByText(jobs.backend, { exact: true }).waitFor();
});

test('“Move to…” moves a card, and the page never scrolls sideways', async () => {
  const page = await jobs.open('', PHONE);
  await page.getByRole('button', { name: `Move ${jobs.backend} to…` }).tap();
  await page.getByRole('button', { name: 'Screening' }).tap();
  await isIn(page, 'Screening', jobs.backend);
  await expect.poll(async () => (await jobs.onServer(jobs.backend)).stage).toBe('screening');
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isWide).toBe(false);
});

test('what is typed in the search is in the address, and one step back', async () => {
  const page = await jobs.open();
  await page.getByRole('searchbox').fill('');
  await page.waitForURL('**/applications');
  await page.getByRole('searchbox').pressSequentially(jobs.query);
  await page.waitForURL(`**/applications?q=${jobs.query}`);
  await page.goBack();
  await page.waitForURL('**/applications');
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
});
