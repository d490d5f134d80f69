import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { focusIsOn, press, THREE } from './keys.ts';
import { useStage } from './stage.ts';

const stage = useStage(THREE);
const ALL_OF_IT = /\/assets\/palette-/;

/** A page that tried in an idle moment to load the palette, and could not. */
async function withoutPalette(): Promise<Page> {
  const { page } = await openPage(stage.browser, 'about:blank');
  await page.route(ALL_OF_IT, (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await page.goto(`${stage.url}/contacts`);
  await Promise.all([page.getByText('Saved', { exact: true }).waitFor(), failed]);
  return page;
}

/** The palette is asked for in vain; from now on it could be loaded. */
async function ask(page: Page): Promise<void> {
  await press(page, 'Control+k');
  await page.getByText('Touchbase cannot be reached').waitFor();
  await page.unroute(ALL_OF_IT);
}

/** It is there, and looks as it should: its style came, too. */
async function isWhole(page: Page): Promise<void> {
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  await palette.waitFor();
  expect(await palette.evaluate((dialog) => getComputedStyle(dialog).padding)).toBe('0px');
}

test('what could not be loaded comes by itself when the network is back', async () => {
  const page = await withoutPalette();
  await ask(page);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await isWhole(page);
});

test('what could not be loaded comes when the person asks again', async () => {
  const page = await withoutPalette();
  await ask(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await isWhole(page);
});

test('what stands in its place is closed by Escape, and the focus is where it was', async () => {
  const page = await withoutPalette();
  await page.getByRole('gridcell', { name: 'Ben', exact: true }).focus();
  await ask(page);
  await press(page, 'Escape');
  await page.getByText('Touchbase cannot be reached').waitFor({ state: 'detached' });
  await focusIsOn(page, 'Ben');
});

test('what could not be loaded ahead of its use is loaded when it is used', async () => {
  const page = await withoutPalette();
  await page.unroute(ALL_OF_IT);
  await press(page, 'Control+k');
  await isWhole(page);
});
