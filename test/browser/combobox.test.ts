import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type OpenPage, openPage } from './harness.ts';
import { useStage } from './stage.ts';

const stage = useStage(
  Array.from({ length: 40 }, (_, index) => ({
    name: `Person ${String(index).padStart(2, '0')}`,
    email: `p${index}@example.org`,
    status: 'ghosted',
    company: 'Globex',
  })),
);

async function openList(options = {}): Promise<OpenPage> {
  const opened = await openPage(stage.browser, `${stage.url}/contacts?sort=name`, options);
  await opened.page.getByText('Person 00').first().waitFor();
  return opened;
}

async function openForm(options = {}): Promise<{ page: Page; status: Locator; options: Locator }> {
  const { page } = await openList(options);
  await page.getByRole('link', { name: 'Person 00' }).click();
  const status = page.getByRole('complementary').getByLabel('Status', { exact: true });
  await status.waitFor();
  return { page, status, options: page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option') };
}

/** The text of the option that the keyboard is at, as assistive technology is told. */
function activeOption(input: Locator): Promise<string | null | undefined> {
  return input.evaluate((element) => {
    const id = element.getAttribute('aria-activedescendant');
    return id === null ? null : document.getElementById(id)?.textContent;
  });
}

test('a value is changed by one key and Enter: all suggestions are there, whatever stands', async () => {
  const { page, status, options } = await openForm();
  expect(await status.getAttribute('aria-expanded')).toBe('false');
  await status.press('ArrowDown');
  expect([await status.getAttribute('aria-expanded'), await activeOption(status)]).toEqual(['true', 'ghosted']);
  expect(await options.count()).toBe(8);
  await status.press('ArrowDown');
  await status.press('Enter');
  expect([await status.inputValue(), await options.count()]).toEqual(['on hold', 0]);
  expect(await page.getByRole('complementary').count()).toBe(1);
  await page.getByRole('button', { name: 'Discard' }).click();
});

test('typing narrows the list by the beginnings of words, and any other text is kept', async () => {
  const { status, options } = await openForm();
  await status.fill('rep');
  expect(await options.allTextContents()).toEqual(['awaiting reply']);
  await status.fill('on fire');
  await options.first().waitFor({ state: 'detached' });
  expect(await status.inputValue()).toBe('on fire');
});

test('Escape closes the list first, and then what is around it', async () => {
  const { page, status, options } = await openForm();
  await status.click();
  await options.first().waitFor();
  await status.press('Escape');
  await options.first().waitFor({ state: 'detached' });
  expect(await page.getByRole('complementary').count()).toBe(1);
  await status.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
});

test('in a cell of the last row the list is not cut, and Enter saves what is picked', async () => {
  const { page, troubles } = await openList();
  await page.getByRole('gridcell', { name: 'Person 00', exact: true }).focus();
  await page.keyboard.press('Control+End');
  const cell = page.getByRole('row', { name: 'Person 39' }).getByRole('gridcell', { name: 'ghosted' });
  await cell.focus();
  await page.keyboard.press('Enter');
  const status = page.getByRole('combobox', { name: 'Status, Person 39' });
  await status.press('ArrowUp');
  for (const option of await page.locator('.options [role=option]').all()) {
    const { x, y, width, height } = (await option.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const isOnTop = ([x, y]: readonly number[]) =>
      document.elementFromPoint(x ?? 0, y ?? 0)?.getAttribute('role') === 'option';
    expect(await page.evaluate(isOnTop, [x + width / 2, y + height / 2])).toBe(true);
  }
  await status.press('ArrowUp');
  expect(await activeOption(status)).toBe('offer');
  await status.press('Enter');
  await page.getByRole('row', { name: 'Person 39' }).getByRole('gridcell', { name: 'offer' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(troubles).toEqual([]);
});

test('a finger opens the list and picks from it', async () => {
  const { status, options } = await openForm({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await status.tap();
  await options.filter({ hasText: 'interviewing' }).tap();
  expect([await status.inputValue(), await options.count()]).toEqual(['interviewing', 0]);
  expect(await status.evaluate((input) => input === document.activeElement)).toBe(true);
});
