import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { AIKO, HISTORY, JONAS, part, useApplications } from './applications-stage.ts';
import { openPage } from './harness.ts';
import { press } from './keys.ts';
import { smallTargets } from './small-targets.ts';
import { violations } from './violations.ts';

const HOSTILE = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
const { open, stage } = useApplications();

test('while a new one is typed it is said that the role is gone for already', async () => {
  await open({ position: 'Bridge Engineer', company: 'Simplon AG', via: 'TalentBridge', stage: 'applied' });
  const { page } = await openPage(stage.browser, `${stage.url}/applications/new`);
  await page.getByLabel('Position', { exact: true }).fill('Bridge Engineer');
  await page.getByLabel('Company', { exact: true }).fill('Simplon');
  await page.getByText('For this company and role there is already one via TalentBridge.').waitFor();
});

test('text from people stays text, and only a web address is a link', async () => {
  const { page, troubles } = await open({
    ...{ position: HOSTILE, company: HOSTILE, via: HOSTILE, location: HOSTILE, notes: HOSTILE, next_action: HOSTILE },
    ...{ description: HOSTILE.repeat(1500), tags: [HOSTILE.slice(0, 50)], salary_min: 1, salary_currency: '<b>' },
    ...{ contact_ids: [{ contact_id: JONAS, role: HOSTILE }], url: 'https://example.org/"onclick="alert(3)' },
  });
  await page.getByRole('heading', { level: 1, name: HOSTILE }).waitFor();
  await part(page, 'Posting').getByRole('button', { name: 'Show all' }).click();
  expect(await page.locator('main img, main script, main b, main [onclick]').count()).toBe(0);
  expect(troubles).toEqual([]);
});

const FULL = {
  ...HISTORY,
  ...{ company: 'Nordwind AG', via: 'TalentBridge', location: 'Zürich', salary_min: 95_000, salary_currency: 'CHF' },
  ...{
    url: 'https://example.org/4711',
    tags: ['wind'],
    notes: 'Ask.\n'.repeat(30),
    description: 'A job. '.repeat(500),
  },
  ...{ next_action: 'Call', next_action_on: '2026-01-01', contact_ids: [{ contact_id: AIKO, role: 'Team lead' }] },
};

describe.each([
  ['desktop', { viewport: { width: 1440, height: 900 } }],
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const)('on a %s, in light and in dark,', (_, screen) => {
  const check = async (page: Page) => {
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth > main.clientWidth)).toBe(false);
  };

  test('the page and what is edited on it have nothing wrong', async () => {
    const { page } = await open({ ...FULL, position: 'Wind Engineer' }, screen);
    await check(page);
    for (const name of ['Facts', 'Stages so far', 'Posting', 'Next action']) {
      await page.getByRole('button', { name: `Edit: ${name}` }).click();
    }
    await page.getByRole('button', { name: 'Add a new contact' }).click();
    await check(page);
  });

  test('the menu, the dialog and the list of people have nothing wrong', async () => {
    const { page } = await open({ ...FULL, position: 'Solar Engineer' }, screen);
    await page.getByRole('combobox', { name: 'Add a person' }).fill('a');
    await page.getByRole('option').first().waitFor();
    await check(page);
    await page.getByRole('button', { name: 'Applied', exact: true }).click();
    await check(page);
    await page.getByRole('button', { name: 'Closed…' }).click();
    await page.getByRole('dialog').waitFor();
    await check(page);
  });
});

test('where there is less room the conversation is a tab, and what is planned or revealed is found again', async () => {
  const { page } = await open({ company: null, via: 'TalentBridge' }, { viewport: { width: 768, height: 1024 } });
  await page.getByRole('tab', { name: 'Details' }).focus();
  await press(page, 'ArrowRight');
  await page.getByRole('tab', { name: 'Conversation', selected: true }).waitFor();
  await press(page, 'n');
  await page.keyboard.type('They call back');
  await press(page, 'Control+Enter');
  await page.getByRole('tabpanel').getByText('They call back').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Say who it is' }).click();
  await page.getByRole('tab', { name: 'Details', selected: true }).waitFor();
  await page.getByLabel('Company', { exact: true }).fill('Nordwind');
  await press(page, 'Control+Enter');
  await page.getByRole('main').getByText('Nordwind', { exact: true }).first().waitFor();
});

test('on a phone all that can be touched is large enough', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await open({ ...FULL, position: 'Hydro Engineer' }, phone);
  await page.getByRole('button', { name: 'Edit: Stages so far' }).click();
  expect(await smallTargets(page.locator('main'))).toEqual([]);
});
