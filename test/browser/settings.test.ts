import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { SETTINGS_ID } from '../../src/domain/settings.ts';
import { addRecords, openPage } from './harness.ts';
import { column } from './jobs.ts';
import { focusIsOn, press } from './keys.ts';
import { smallTargets } from './small-targets.ts';
import { useStage } from './stage.ts';
import { violations } from './violations.ts';

const stage = useStage([]);

const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;

async function settingsOnServer(): Promise<Record<string, unknown>> {
  const response = await fetch(`${stage.url}/v1/settings/${SETTINGS_ID}`);
  return response.ok ? response.json() : {};
}

/** The settings of another test are none of this one's. */
beforeEach(async () => {
  if ((await settingsOnServer()).version === undefined) return;
  const usual = JSON.stringify({ stages: [], cadence: [] });
  const headers = { 'Content-Type': 'application/json' };
  await fetch(`${stage.url}/v1/settings/${SETTINGS_ID}`, { method: 'PATCH', headers, body: usual });
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await openPage(stage.browser, `${stage.url}/settings`, options);
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await page.getByRole('heading', { name: 'Stages' }).waitFor();
  return page;
}

const nameOf = (page: Page, usual: string) => page.getByRole('textbox', { name: `Name of the stage ${usual}` });
const said = (page: Page, text: string) => page.locator('.toast').getByText(text).waitFor();

describe('stages', () => {
  test('are renamed, moved and hidden by mouse, and the board has them so', async () => {
    await addRecords(stage.url, 'applications', [{ position: 'Board', stage: 'applied' }]);
    const page = await open();
    await nameOf(page, 'Applied').fill('Sent');
    await nameOf(page, 'Applied').blur();
    await said(page, 'Applied is called Sent');
    await page.getByRole('button', { name: 'Move Sent up' }).click();
    await said(page, 'Sent is 1 of 8');
    await page.getByRole('checkbox', { name: 'Show Assessment' }).uncheck();
    await said(page, 'Assessment is hidden');
    await page.getByRole('link', { name: 'Pipeline' }).click();
    await column(page, 'Sent').getByText('Board').waitFor();
    const names = await page.getByRole('region').evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    expect(names.findIndex((name) => name.startsWith('Sent'))).toBeLessThan(
      names.findIndex((name) => name.startsWith('Saved')),
    );
    expect(await column(page, 'Assessment').count()).toBe(0);
    await expect.poll(async () => (await settingsOnServer()).stages).toHaveLength(8);
  });

  test('are renamed and moved by keys alone, undone one by one, and reset', async () => {
    const page = await open();
    await nameOf(page, 'Offer').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('The offer');
    await press(page, 'Enter', 'Alt+ArrowUp');
    await said(page, 'The offer is 6 of 8');
    await focusIsOn(page, 'The offer');
    await press(page, 'Tab', 'Space');
    await said(page, 'The offer is hidden');
    await press(page, 'Tab', 'Enter');
    await said(page, 'The offer is 5 of 8');
    await press(page, 'Control+z', 'Control+z');
    await page.getByRole('checkbox', { name: 'Show The offer' }).and(page.locator(':checked')).waitFor();
    await page.getByRole('button', { name: 'Usual names and order' }).focus();
    await press(page, 'Enter');
    expect(await nameOf(page, 'Offer').inputValue()).toBe('Offer');
    await expect.poll(async () => (await settingsOnServer()).stages).toEqual([]);
  });

  test('a name that another stage has is not kept, and Escape brings back the one that is', async () => {
    const page = await open();
    await nameOf(page, 'Applied').fill('offer');
    await page.getByText('Another stage is called “Offer”.').waitFor();
    await nameOf(page, 'Applied').press('Enter');
    await nameOf(page, 'Applied').press('Escape');
    expect(await nameOf(page, 'Applied').inputValue()).toBe('Applied');
    expect(await page.locator('.toast').count()).toBe(0);
  });
});

describe('rules', () => {
  test('are edited, added and deleted, and the usual ones come back', async () => {
    const page = await open();
    const days = page.getByRole('textbox', { name: 'Days to wait, rule 1' });
    await days.fill('400');
    await page.getByText('Enter a whole number from 0 to 365.').waitFor();
    await days.fill('10');
    await days.press('Enter');
    await page.getByRole('combobox', { name: 'At stage, rule 1' }).selectOption('Interview');
    await page.getByRole('checkbox', { name: 'Working days only, rule 1' }).check();
    await expect
      .poll(async () => (await settingsOnServer()).cadence)
      .toMatchObject([{ days: 10, stage: 'interview', working_days: true }, {}, {}, {}, {}, {}]);
    await page.getByRole('button', { name: 'Delete rule 2' }).click();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'After, rule 6');
    await page.getByRole('combobox', { name: 'After, rule 6' }).selectOption('An interview');
    await page.getByRole('combobox', { name: 'Suggest, rule 6' }).selectOption('Thank you');
    await page.getByText('Never used: a rule above is for the same.').waitFor();
    await page.getByRole('button', { name: 'Usual rules' }).click();
    await expect.poll(async () => (await settingsOnServer()).cadence).toEqual([]);
    expect(await days.inputValue()).toBe('7');
  });
});

test('from here one comes to the report, the API, the theme and the keys, on a phone, too', async () => {
  const page = await open(SCREENS.phone);
  const theme = page.getByRole('button', { name: /^Theme/ });
  await theme.tap();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
  expect(await page.getByRole('main').getByRole('link', { name: 'API' }).getAttribute('href')).toBe('/docs');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).tap();
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Search report' }).tap();
  expect(new URL(page.url()).pathname).toBe('/report');
});

describe.each(['desktop', 'phone'] as const)('on a %s, in light and in dark,', (screen) => {
  test('the settings have nothing wrong, a mistake among them', async () => {
    const page = await open(SCREENS[screen]);
    await nameOf(page, 'Applied').fill('Offer');
    await page.getByText('Another stage is called “Offer”.').waitFor();
    expect(await violations(page)).toEqual([]);
    if (screen === 'phone') expect(await smallTargets(page.locator('body'))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });
});
