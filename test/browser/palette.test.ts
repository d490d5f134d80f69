import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { focusIsOn, press } from './keys.ts';
import { useStage } from './stage.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const stage = useStage([
  {
    ...{ name: 'Ann Lee', email: 'ann@example.org', phone: '+41 79 123 45 67', company: 'Globex', status: 'offer' },
    ...{ last_contacted: '2026-03-01', notes: 'Met in May.\n\nShe asked for references.' },
  },
  {
    ...{ name: 'Ben Moor', email: 'ben@example.org', phone: '(030) 765 43 21', company: 'Hooli' },
    status: 'offer on time',
  },
]);

async function openPalette(query = '?sort=name'): Promise<Page> {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts${query}`);
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('gridcell', { name: 'Ben Moor', exact: true }).focus();
  await press(page, 'Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).waitFor();
  return page;
}

const card = (page: Page, name: string) => page.getByRole('region', { name: `Who this is: ${name}` });

test('a few letters of a name show who it is, what was talked about last and what comes next', async () => {
  const page = await openPalette();
  await page.keyboard.type('lee');
  await card(page, 'Ann Lee').getByText('She asked for references.').waitFor();
  await card(page, 'Ann Lee').getByText('Globex').waitFor();
  await card(page, 'Ann Lee').getByText('No follow-up is planned.').waitFor();
});

test('a number in any formatting shows who calls, with no network', async () => {
  const page = await openPalette();
  await page.context().setOffline(true);
  await page.keyboard.type('079/123 45');
  await card(page, 'Ann Lee').waitFor();
  await page.getByRole('combobox').fill('+49 30 765-43');
  await card(page, 'Ben Moor').waitFor();
});

test('with nothing typed the contacts come first that were opened last, also after a reload', async () => {
  const page = await openPalette();
  for (const name of ['Ann Lee', 'Ben Moor']) {
    await page.getByRole('combobox', { name: 'Find or do' }).fill(name);
    await press(page, 'Enter');
    await page.getByRole('complementary').getByRole('heading', { name }).waitFor();
    await press(page, 'Control+k');
  }
  const opened = page.getByRole('group', { name: 'Opened last' }).getByRole('option');
  expect(await opened.allTextContents()).toEqual([expect.stringContaining('Ann Lee')]);
  await press(page, 'Escape', 'Escape');
  await page.reload();
  await page.getByText('Saved', { exact: true }).waitFor();
  await press(page, 'Control+k');
  await opened.first().waitFor();
  const names = [expect.stringContaining('Ben Moor'), expect.stringContaining('Ann Lee')];
  expect(await opened.allTextContents()).toEqual(names);
});

test('Enter opens a contact, and does an action', async () => {
  const page = await openPalette();
  await page.keyboard.type('moor');
  await card(page, 'Ben Moor').waitFor();
  await press(page, 'Enter');
  await page.getByRole('complementary').getByRole('heading', { name: 'Ben Moor' }).waitFor();
  await press(page, 'Control+k');
  await page.keyboard.type('status offer');
  await press(page, 'Enter');
  await page.waitForURL('**/contacts?status=offer');
});

test('a filter is one step back, and leaves the columns as they were chosen', async () => {
  const page = await openPalette(`?columns=name,status`);
  await page.keyboard.type('status offer');
  await press(page, 'Enter');
  await page.waitForURL('**/contacts?status=offer&columns=name,status');
  await page.goBack();
  await page.waitForURL('**/contacts?columns=name,status');
});

test('every key of the list leads to an option that assistive technology finds', async () => {
  const page = await openPalette();
  const at = () =>
    page.getByRole('combobox').evaluate((input) => {
      const id = input.getAttribute('aria-activedescendant') ?? '';
      const active = /\s/.test(id) ? null : document.getElementById(id);
      const all = [...document.querySelectorAll('[role=option]')];
      return active ? all.indexOf(active) - (active.ariaSelected === 'true' ? 0 : 1000) : -1;
    });
  const last = (await page.getByRole('option').count()) - 1;
  for (const [key, place] of [
    ...([
      ['End', last],
      ['Home', 0],
      ['ArrowUp', last],
      ['ArrowDown', 0],
      ['PageDown', 8],
      ['PageUp', 0],
    ] as const),
  ]) {
    await press(page, key);
    await expect.poll(at).toBe(place);
  }
  await page.keyboard.type('offer');
  await page.getByRole('option', { name: 'Show status: offer on time' }).waitFor();
  await press(page, 'End', 'ArrowUp');
  await page.getByRole('option', { name: 'Show status: offer on time', selected: true }).waitFor();
  await expect.poll(at).toBeGreaterThan(0);
});

test('it opens while a person types, and leaves what was typed', async () => {
  const page = await openPalette();
  await press(page, 'Escape', '/');
  await page.keyboard.type('be');
  await press(page, 'Control+k');
  await page.keyboard.type('lee');
  await card(page, 'Ann Lee').waitFor();
  await press(page, 'Escape');
  await focusIsOn(page, 'be');
});

test('Escape gives the focus back to where it was', async () => {
  const page = await openPalette();
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Escape');
  await focusIsOn(page, 'Ben Moor');
});

test('on a phone a press closes it, and who calls is rung with one', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts`, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await page.getByRole('button', { name: 'Find' }).tap();
  await page.getByRole('combobox').fill('lee');
  const call = card(page, 'Ann Lee').getByRole('link', { name: '+41 79 123 45 67' });
  expect(await call.getAttribute('href')).toBe('tel:+41791234567');
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(40);
  await page.getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('combobox').waitFor({ state: 'detached' });
});

test('it breaks no rule of accessibility, in light and in dark', async () => {
  const page = await openPalette();
  await page.keyboard.type('ann');
  await card(page, 'Ann Lee').waitFor();
  await page.evaluate(await readFile(AXE, 'utf8'));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(() => window.axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});
