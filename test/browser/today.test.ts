import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../src/domain/dates.ts';
import { type Folder, newFolder } from '../folder.ts';
import { type Laptop, startLaptop } from '../laptop-process.ts';
import { addContacts, addRecords, openPage, startBrowser } from './harness.ts';
import { violations } from './violations.ts';

const TODAY = localDate(new Date());
const day = (days: number) => addDays(TODAY, days);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

let browser: Browser;
let folder: Folder;
let server: Laptop;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  folder = await newFolder();
  server = await startLaptop(['--data', folder.path]);
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await server.stop();
  await folder.remove();
});

const person = (name: string, others = {}) => ({ name, email: `${name.toLowerCase()}@example.org`, ...others });

/** Somebody to follow up, two tasks, an application that waits, one that is to be followed up, and one that may be ghosted. */
async function addDay(): Promise<void> {
  await addContacts(server.url, [person('Rita', { next_follow_up: day(-3), company: 'Globex' })]);
  await addRecords(server.url, 'tasks', [
    { title: 'Polish the CV', due_on: TODAY },
    { title: 'Book a room', due_on: day(2) },
    { title: 'Read a book' },
  ]);
  await addRecords(server.url, 'applications', [
    { position: 'Engineer', company: 'Acme', stage: 'applied', applied_on: day(-2) },
    { position: 'Baker', company: 'Bolt', stage: 'applied', applied_on: day(-12) },
    { position: 'Cook', company: 'Cargo', stage: 'applied', applied_on: day(-60) },
  ]);
}

const section = (page: Page, name: string) => page.getByRole('region', { name });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const waitForFocus = (page: Page, text: string) => expect.poll(() => focused(page)).toBe(text);

async function openDay(options = {}): Promise<Page> {
  await addDay();
  const { page } = await openPage(browser, server.url, options);
  await page.getByText('Follow up with Rita').waitFor();
  return page;
}

test('the day stands in its sections, each thing once, with what is known of it', async () => {
  const page = await openDay();
  await page.getByText('1 overdue, 1 due today').waitFor();
  await section(page, 'Overdue').getByText('Overdue 3 days').first().waitFor();
  await section(page, 'Due today').getByText('Polish the CV').waitFor();
  await section(page, 'This week').getByText('Book a room').waitFor();
  await section(page, 'Waiting on them').getByText('Said nothing for 2 days').waitFor();
  await section(page, 'Suggested').getByText('Follow up on your application at Bolt').waitFor();
  await section(page, 'Suggested').getByText('Did Cook · Cargo ghost you?').waitFor();
  await section(page, 'Without a day').getByText('Read a book').waitFor();
  expect(await page.locator('[data-key]').count()).toBe(7);
  await page.getByRole('link', { name: 'Today 2 things to do until today' }).waitFor();
});

test('by keys alone: walk, do, take back, put off, log, take up and let go', async () => {
  const page = await openDay();
  await page.keyboard.press('ArrowDown');
  await waitForFocus(page, 'Follow up with Rita');
  await page.keyboard.press('End');
  await waitForFocus(page, 'Read a book');
  await page.keyboard.press('Home');

  await page.keyboard.press('d');
  await waitForFocus(page, 'Polish the CV');
  await page.getByText('Nothing is due').or(page.getByText('1 due today')).first().waitFor();
  await page.keyboard.press('Control+z');
  await section(page, 'Overdue').getByText('Follow up with Rita').waitFor();

  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'In 3 days' }).waitFor();
  await page.keyboard.press('2');
  await section(page, 'This week').getByText('Polish the CV').waitFor();
  await waitForFocus(page, 'Book a room');

  await page.keyboard.press('Home');
  await waitForFocus(page, 'Follow up with Rita');
  await page.keyboard.press('c');
  await waitForFocus(page, '');
  await page.keyboard.type('She will call back.');
  await page.keyboard.press('Control+Enter');
  await section(page, 'Overdue').waitFor({ state: 'detached' });
  await page.getByText('Nothing more is due today').first().waitFor();

  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Next Monday' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[popover]') != null);
  await page.keyboard.press('1');
  await section(page, 'This week').getByText('Follow up with Rita').waitFor();

  const suggestion = section(page, 'Suggested').getByRole('link', { name: 'Follow up on your application at Bolt' });
  await suggestion.focus();
  await page.keyboard.press('a');
  await section(page, 'Due today').getByText('Follow up on your application at Bolt').waitFor();
  await waitForFocus(page, 'Did Cook · Cargo ghost you?');
  await page.keyboard.press('x');
  await section(page, 'Suggested').getByText('Did Cook').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await section(page, 'Suggested').getByText('Did Cook').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
});

test('Enter opens whom it is about, and a task that is about nobody is changed in its place', async () => {
  const page = await openDay();
  await page.getByRole('link', { name: 'Follow up with Rita' }).press('Enter');
  await page.waitForURL('**/contacts/*');
  await page.goBack();
  await page.getByRole('button', { name: 'Polish the CV', exact: true }).press('Enter');
  await page.getByRole('textbox', { name: 'What to do' }).fill('Polish the letter');
  await page.keyboard.press('Enter');
  await waitForFocus(page, 'Polish the letter');
});

test('a task is added by a key, for today unless it says otherwise; one without words is not', async () => {
  const page = await openDay();
  await page.keyboard.press('t');
  const title = page.getByRole('textbox', { name: 'What to do' });
  await title.press('Enter');
  await page.getByText('Title is required.').waitFor();
  await title.fill('Call the bank');
  await title.press('Enter');
  await section(page, 'Due today').getByText('Call the bank').waitFor();
  expect(await title.inputValue()).toBe('');
  await title.press('Escape');
  await waitForFocus(page, 'Follow up with Rita');
});

describe('by mouse', () => {
  test('a follow-up is done, and the day is brought back by Undo', async () => {
    const page = await openDay();
    const row = page.locator('[data-key]', { hasText: 'Follow up with Rita' });
    await row.hover();
    await row.getByRole('button', { name: 'Done' }).click();
    await page.getByText('When do you want to hear from Rita next?').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await section(page, 'Overdue').getByText('Follow up with Rita').waitFor();
    await page.getByText('When do you want to hear from Rita next?').waitFor({ state: 'detached' });
  });

  test('who never answered is closed as ghosted, and what is planned for later is counted', async () => {
    const page = await openDay();
    const row = page.locator('[data-key]', { hasText: 'Did Cook' });
    await row.hover();
    await row.getByRole('button', { name: 'Yes, ghosted' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByText('Ghosted: Cook · Cargo').first().waitFor();
    const waiting = page.locator('[data-key]', { hasText: 'Engineer · Acme' });
    await waiting.hover();
    await waiting.getByRole('button', { name: 'Plan a follow-up' }).click();
    await page.getByLabel('Another day').fill(day(30));
    await page.getByRole('button', { name: 'Take this day' }).click();
    await page.getByText('1 thing planned for later').waitFor();
    await waiting.getByText('Planned for').waitFor();
  });
});

test('an empty day says what it is for, and where to begin', async () => {
  const { page } = await openPage(browser, server.url);
  await page.getByRole('heading', { name: 'Your day, in one place' }).waitFor();
  await page.getByRole('link', { name: 'Add application' }).click();
  await page.waitForURL('**/applications/new');
});

test('of a long section the first are seen, and all when they are asked for', async () => {
  await addContacts(
    server.url,
    Array.from({ length: 50 }, (_, index) => person(`Nr${index}`, { next_follow_up: day(-1 - index) })),
  );
  const { page } = await openPage(browser, server.url);
  const rows = section(page, 'Overdue').getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(20);
  await page.getByRole('button', { name: 'Show all 50' }).click();
  await expect.poll(() => rows.count()).toBe(50);
  await waitForFocus(page, 'Follow up with Nr29');
});

describe.each([
  ['wide', { viewport: { width: 1440, height: 900 } }],
  ['a phone’s', PHONE],
])('on a %s screen', (_name, screen) => {
  test('nothing is wrong with it in light and in dark, also while something is written', async () => {
    const page = await openDay(screen);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Follow up with Rita' }).focus();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Next Monday' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'What was said' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });
});

test('on a phone things are done and put off by a touch, the rest is in a menu, and all of it is large enough', async () => {
  const page = await openDay(PHONE);
  const row = page.locator('[data-key]', { hasText: 'Follow up with Rita' });
  await row.getByRole('button', { name: 'More' }).tap();
  await page.getByRole('button', { name: 'Log an e-mail' }).tap();
  await page.getByRole('textbox', { name: 'What was said' }).fill('Sent the CV.');
  await page.getByRole('button', { name: 'Log it' }).tap();
  await row.waitFor({ state: 'detached' });
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main button, main input')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 40)
      .map(({ outerHTML }) => outerHTML),
  );
  expect(small).toEqual([]);
  const cv = page.locator('[data-key]', { hasText: 'Polish the CV' });
  await cv.getByRole('button', { name: 'Done' }).tap();
  await page.getByText('Nothing more is due today').first().waitFor();
});
