import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Folder, newFolder } from '../folder.ts';
import { type Laptop, startLaptop } from '../laptop-process.ts';
import { openPage, startBrowser } from './harness.ts';
import { smallTargets } from './small-targets.ts';
import { violations } from './violations.ts';

const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;

let browser: Browser;
let folder: Folder;
let demo: Laptop;
let empty: Laptop;

beforeAll(async () => {
  [browser, folder] = await Promise.all([startBrowser(), newFolder()]);
  [demo, empty] = await Promise.all([startLaptop(['--demo']), startLaptop(['--data', folder.path])]);
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser.close();
  await Promise.all([demo.stop(), empty.stop()]);
  await folder.remove();
});

async function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { documentElement } = document;
    scrollTo(1000, 0);
    return documentElement.scrollWidth > innerWidth || scrollX > 0;
  });
}

describe.each(['desktop', 'phone'] as const)('on a %s, in light and in dark,', (screen) => {
  const open = async (path: string, server = demo) => {
    const { page } = await openPage(browser, `${server.url}${path}`, SCREENS[screen]);
    return page;
  };
  const check = async (page: Page) => {
    expect(await violations(page)).toEqual([]);
    expect(await isWiderThanScreen(page)).toBe(false);
  };

  test('the list and its menus have nothing wrong', async () => {
    const page = await open('/contacts?status=ghosted');
    await page.getByText('Ben Adeyemi').waitFor();
    await check(page);
    await page.getByRole('button', { name: 'Kind' }).click();
    await page.getByRole('button', { name: 'Agency recruiter' }).waitFor();
    await check(page);
  });

  test('a contact and a form with mistakes have nothing wrong', async () => {
    const page = await open('/contacts?q=ben');
    await page.getByRole('link', { name: 'Ben Adeyemi' }).click();
    const panel = page.getByRole('complementary');
    await panel.getByRole('tab', { name: 'Details' }).click();
    await panel.getByLabel('E-mail', { exact: true }).fill('nope');
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await panel.getByText('1 field needs another look.').waitFor();
    await check(page);
    await panel.getByLabel('Status', { exact: true }).click();
    await page.getByRole('option', { name: 'interviewing' }).waitFor();
    await check(page);
  });

  test('an empty store and an empty search have nothing wrong', async () => {
    const page = await open('/contacts', empty);
    await page.getByRole('heading', { name: 'The people of your job search' }).waitFor();
    await check(page);
    await page.goto(`${demo.url}/contacts?q=zzz`);
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await check(page);
  });
});

test('on a phone a contact opens over the whole screen, and what is under it cannot be reached', async () => {
  const { page } = await openPage(browser, `${demo.url}/contacts`, SCREENS.phone);
  await page.getByRole('listitem').first().getByRole('link').click();
  const panel = page.getByRole('complementary');
  expect(await panel.boundingBox()).toMatchObject({ x: 0, y: 0, width: 360, height: 740 });
  const search = page.getByRole('searchbox');
  await search.focus();
  expect(await search.evaluate((element) => element === document.activeElement)).toBe(false);
  await panel.getByRole('button', { name: 'Close' }).click();
  await search.focus();
  expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('on a phone all that can be touched is large enough', async () => {
  const { page } = await openPage(browser, `${demo.url}/contacts?q=ben`, SCREENS.phone);
  await page.getByRole('listitem').first().waitFor();
  expect(await smallTargets(page.locator('body'))).toEqual([]);
});

test('on a phone a contact that is deleted in its panel leaves the focus on the next, and the list can be sorted', async () => {
  const { page } = await openPage(browser, `${demo.url}/contacts`, SCREENS.phone);
  const cards = page.getByRole('listitem').getByRole('link');
  const next = await cards.nth(2).getAttribute('href');
  await cards.nth(1).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: /^More for \w/ }).click();
  await panel.getByRole('button', { name: /^Delete \w/ }).click();
  await page.waitForFunction((href) => document.activeElement?.getAttribute('href') === href, next);
  await page.getByRole('button', { name: 'Undo' }).click();

  await page.getByRole('button', { name: 'Sort: Next follow-up' }).click();
  await page.getByRole('group', { name: 'Sort' }).getByRole('button', { name: 'Name' }).click();
  await cards.first().getByText('Aiko Tanaka').waitFor();
});
