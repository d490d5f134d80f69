import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { useJobs } from './jobs.ts';
import { violations } from './violations.ts';

const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;

const jobs = useJobs();

async function check(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
}

describe.each(['desktop', 'phone'] as const)('on a %s, in light and in dark,', (screen) => {
  test('the board, its menu and the question before a move have nothing wrong', async () => {
    const page = await jobs.open('&closed=shown', SCREENS[screen]);
    await check(page);
    await page.getByRole('button', { name: `Move ${jobs.data} to…` }).click();
    await page.getByRole('button', { name: 'Closed…' }).waitFor();
    await check(page);
    await page.getByRole('button', { name: 'Closed…' }).click();
    await page.getByRole('button', { name: 'Close it' }).click();
    await page.getByText('Choose how it ended.').waitFor();
    await check(page);
  });

  test('the table and the form of a new application have nothing wrong', async () => {
    const page = await jobs.open('&as=table', SCREENS[screen]);
    await check(page);
    await page.getByRole('link', { name: 'Add application' }).click();
    await page.getByLabel('Position').waitFor();
    await check(page);
  });

  test('nothing found, and the page of one, have nothing wrong', async () => {
    const { page } = await openPage(jobs.stage.browser, `${jobs.stage.url}/applications?q=zzz`, SCREENS[screen]);
    await page.getByRole('heading', { name: 'Nothing found for “zzz”' }).waitFor();
    await check(page);
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await page.getByRole('link', { name: jobs.backend }).click();
    await page.getByRole('heading', { name: jobs.backend }).waitFor();
    await check(page);
  });
});

test('on a phone all that can be touched is large enough: the whole card is its link', async () => {
  const page = await jobs.open('&closed=shown', SCREENS.phone);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('a, button, input')]
      .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && !element.matches('.job .title'))
      .filter((element) => element.getBoundingClientRect().height < 40)
      .map(({ outerHTML }) => outerHTML),
  );
  expect(small).toEqual([]);
});
