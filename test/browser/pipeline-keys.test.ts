import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import { column, isIn, TODAY, useJobs } from './jobs.ts';
import { focusIsOn, press } from './keys.ts';

const jobs = useJobs();

test('one Tab enters the board, arrows go from card to card, Enter opens', async () => {
  const page = await jobs.open();
  await page.getByRole('button', { name: 'Workplace' }).focus();
  await press(page, 'Tab');
  await focusIsOn(page, jobs.backend);
  await press(page, 'ArrowRight');
  await focusIsOn(page, jobs.data);
  await press(page, 'ArrowRight');
  await focusIsOn(page, jobs.platform);
  await press(page, 'ArrowLeft', 'Enter');
  await page.getByRole('heading', { name: jobs.data }).waitFor();
});

test('brackets and Shift with arrows move a stage, the focus stays on the card, and undoing brings it back', async () => {
  const page = await jobs.open();
  await page.getByRole('link', { name: jobs.backend }).focus();
  await press(page, ']');
  await isIn(page, 'Applied', jobs.backend);
  await page.getByRole('log').getByText(`Moved ${jobs.backend} to Applied, 1 of 2`).waitFor();
  await focusIsOn(page, jobs.backend);
  await press(page, 'Shift+ArrowRight');
  await isIn(page, 'Screening', jobs.backend);
  await focusIsOn(page, jobs.backend);
  await press(page, '[', '[');
  await isIn(page, 'Saved', jobs.backend);
  await press(page, '[');
  await page.getByRole('log').getByText(`${jobs.backend} stays in Saved`).waitFor();
  await press(page, 'Control+z');
  await isIn(page, 'Applied', jobs.backend);
  await focusIsOn(page, jobs.backend);
});

test('m opens the menu of stages, and the focus follows the card', async () => {
  const page = await jobs.open();
  await page.getByRole('link', { name: jobs.backend }).focus();
  await press(page, 'm');
  await focusIsOn(page, 'Saved');
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await isIn(page, 'Assessment', jobs.backend);
  await focusIsOn(page, jobs.backend);
});

test('a move that happened on another day is written down with that day', async () => {
  const page = await jobs.open();
  const tuesday = addDays(TODAY, -6);
  await page.getByRole('link', { name: jobs.backend }).focus();
  await press(page, 'm');
  await focusIsOn(page, 'Saved');
  await press(page, 'ArrowUp', 'Enter');
  const dialog = page.getByRole('dialog', { name: `Move ${jobs.backend}` });
  expect(await dialog.getByLabel('Stage').inputValue()).toBe('applied');
  await dialog.getByLabel('When it happened').fill(addDays(TODAY, 1));
  await press(page, 'Enter');
  await dialog.getByText('Enter a day that was, today at the latest.').waitFor();
  await dialog.getByLabel('When it happened').fill(tuesday);
  await press(page, 'Enter');
  await isIn(page, 'Applied', jobs.backend);
  await focusIsOn(page, jobs.backend);
  await expect.poll(async () => (await jobs.onServer(jobs.backend)).applied_on).toBe(tuesday);
  const { stage_history } = await jobs.onServer(jobs.backend);
  expect(stage_history).toMatchObject([{ stage: 'saved' }, { stage: 'applied', on: tuesday }]);
});

test('the day of the stage that it is in can be put right', async () => {
  const page = await jobs.open();
  await page.getByRole('link', { name: jobs.data }).focus();
  await press(page, 'm');
  await focusIsOn(page, 'Saved');
  await press(page, 'ArrowUp', 'Enter');
  const dialog = page.getByRole('dialog', { name: `Move ${jobs.data}` });
  await dialog.getByLabel('Stage').selectOption('Applied');
  await dialog.getByLabel('When it happened').fill(addDays(TODAY, -3));
  await press(page, 'Enter');
  await column(page, 'Applied').getByText('3 days here').waitFor();
  await expect
    .poll(async () => (await jobs.onServer(jobs.data)).stage_history)
    .toEqual([{ stage: 'applied', outcome: null, on: addDays(TODAY, -3) }]);
});

test('an application is added with n, and the focus goes to its card', async () => {
  const page = await jobs.open();
  await press(page, 'n');
  await focusIsOn(page, '');
  await page.keyboard.type(jobs.named('Added'));
  await page.getByLabel('Stage').selectOption('Interview');
  await page.getByLabel('The posting’s text').fill('We look for …');
  await press(page, 'Control+Enter');
  await isIn(page, 'Interview', jobs.named('Added'));
  await focusIsOn(page, jobs.named('Added'));
  await expect.poll(async () => (await jobs.onServer(jobs.named('Added'))).description).toBe('We look for …');
});

test('a form that would close an application without saying how is not taken, and keeps what was typed', async () => {
  const page = await jobs.open();
  await press(page, 'n');
  await focusIsOn(page, '');
  await page.keyboard.type(jobs.named('Added'));
  await page.getByLabel('Stage').selectOption('Closed');
  await press(page, 'Control+Enter');
  await page.getByText('Say how it ended: a closed application has an outcome.').first().waitFor();
  expect(await page.getByLabel('Position').inputValue()).toBe(jobs.named('Added'));
  await press(page, 'Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
  await press(page, 'n');
  expect(await page.getByLabel('Position').inputValue()).toBe(jobs.named('Added'));
  await page.getByRole('button', { name: 'Discard' }).first().click();
});

test('closing by the keyboard leaves the focus on the card beside it', async () => {
  const page = await jobs.open();
  await page.getByRole('link', { name: jobs.backend }).focus();
  await press(page, ']');
  await isIn(page, 'Applied', jobs.backend);
  await press(page, 'm');
  await focusIsOn(page, 'Saved');
  await press(page, 'ArrowUp', 'ArrowUp', 'Enter');
  await page.getByRole('dialog', { name: `Close ${jobs.backend}` }).waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('[name=outcome]'));
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await page.getByRole('log').getByText(`Moved ${jobs.backend} to Closed, 1 of 1`).waitFor();
  await focusIsOn(page, jobs.data);
  await expect.poll(async () => (await jobs.onServer(jobs.backend)).outcome).toBe('rejected');
});
