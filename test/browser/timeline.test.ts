import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../src/domain/dates.ts';
import { kept, logged, make, makeContact, openTimeline } from './conversation.ts';
import { openPage } from './harness.ts';
import { focusIsOn, press } from './keys.ts';
import { useStage } from './stage.ts';
import { violations } from './violations.ts';

const stage = useStage([{ name: 'Nobody Yet', email: 'nobody@example.org' }]);
const today = localDate(new Date());

test('a contact without a history opens on its details, one with any on its timeline, and arrows walk the tabs', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts`);
  await page.getByRole('link', { name: 'Nobody Yet' }).click();
  await page.getByRole('tab', { name: 'Details', selected: true }).waitFor();
  await focusIsOn(page, 'Nobody Yet');
  await page.getByRole('tab', { name: 'Details' }).focus();
  await press(page, 'ArrowRight');
  await focusIsOn(page, 'Timeline');
  await page.getByText('Nothing yet.').waitFor();
  await press(page, 'ArrowLeft');
  await focusIsOn(page, 'Details');

  const { panel } = await openTimeline(stage, await makeContact(stage, 'Ann Told'));
  await panel.getByRole('heading', { name: 'January 2026' }).waitFor();
});

test('a draft of a contact is shown before its timeline', async () => {
  const id = await makeContact(stage, 'Ben Draft');
  const { page, panel } = await openTimeline(stage, id);
  await panel.getByRole('tab', { name: 'Details' }).click();
  await panel.getByLabel('Source', { exact: true }).fill('A meetup');
  await press(page, 'Escape');
  await page.reload();
  await page.goto(`${stage.url}/contacts/${id}`);
  await panel.getByText('Unsaved changes from before: Source.').waitFor();
});

test('a conversation is edited in its place and deleted, and both can be undone', async () => {
  const id = await makeContact(stage, 'Cleo Edit');
  await make(stage, 'interactions', {
    ...{ contact_id: id, kind: 'call', channel: 'phone', direction: 'in', subject: 'A call', body: 'Old words' },
    occurred_at: '2026-02-01T10:00',
  });
  const { page, panel } = await openTimeline(stage, id);
  await panel.getByRole('button', { name: 'Edit: Call “A call”' }).click();
  await panel.getByLabel('Contact', { exact: true }).waitFor();
  expect(await panel.getByLabel('Contact', { exact: true }).inputValue()).toBe('Cleo Edit');
  await panel.getByLabel('What was said').fill('New words');
  await press(page, 'Control+Enter');
  await panel.getByText('New words').waitFor();
  await focusIsOn(page, '');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Edit: Call “A call”');
  await press(page, 'Control+z');
  await panel.getByText('Old words').waitFor();
  await panel.getByRole('button', { name: 'Delete: Call “A call”' }).click();
  await panel.getByText('Old words').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await panel.getByText('Old words').waitFor();
  await expect.poll(() => logged(stage, id)).toMatchObject([{ body: 'Old words' }]);
});

test('with whom it was is chosen by name, and a name that nobody has is not taken', async () => {
  const id = await makeContact(stage, 'Dora Moves');
  const other = await makeContact(stage, 'Emil Right', { company: 'Globex' });
  const { page, panel } = await openTimeline(stage, id);
  await panel.getByRole('button', { name: 'Edit: E-mail “Hello”' }).click();
  const who = panel.getByLabel('Contact', { exact: true });
  await who.fill('Emil R');
  await press(page, 'Control+Enter');
  await panel.getByText('Choose one of the list, or clear it.').waitFor();
  await who.focus();
  await press(page, 'ArrowDown', 'Enter');
  expect(await who.inputValue()).toBe('Emil Right · Globex');
  await press(page, 'Control+Enter');
  await panel.getByText('Nothing yet.').waitFor();
  await expect.poll(() => kept(stage, `interactions?contact_id=${other}`)).toHaveLength(2);
});

test('a task is added, put off, done and taken back without a pointer', async () => {
  const id = await makeContact(stage, 'Finn Tasks');
  const { page, panel } = await openTimeline(stage, id);
  await press(page, 't');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'title');
  await page.keyboard.type('Send the portfolio');
  await panel.getByRole('button', { name: 'Tomorrow' }).focus();
  await press(page, 'Enter', 'Control+Enter');
  await focusIsOn(page, 'Taskt');
  const ahead = panel.getByRole('region', { name: 'Ahead' });
  await ahead.getByText('Tomorrow').waitFor();
  await ahead.getByRole('button', { name: 'Snooze' }).focus();
  await press(page, 'Enter');
  await focusIsOn(page, 'Tomorrow');
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await ahead.getByText('In 7 days').waitFor();
  await ahead.getByRole('button', { name: 'Done: Send the portfolio' }).focus();
  await press(page, 'Enter');
  await panel.getByText('Done: Send the portfolio').waitFor();
  await focusIsOn(page, 'Callc');
  await panel.getByRole('button', { name: 'Not done after all: Send the portfolio' }).focus();
  await press(page, 'Enter');
  await ahead.getByText('Send the portfolio').waitFor();
  await expect
    .poll(() => kept(stage, `tasks?contact_id=${id}`))
    .toMatchObject([{ title: 'Send the portfolio', due_on: addDays(today, 1), snoozed_until: addDays(today, 7) }]);
});

test('the follow-up is done or put off from the head of the timeline', async () => {
  const id = await makeContact(stage, 'Gil Follow', { next_follow_up: addDays(today, -2) });
  const { page, panel } = await openTimeline(stage, id);
  await panel.getByText('Overdue 2 days').first().waitFor();
  await panel.getByRole('button', { name: 'Follow-up done' }).click();
  await panel.getByText('No follow-up planned').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await panel.getByRole('button', { name: 'Snooze' }).click();
  await press(page, 'Escape');
  await panel.getByRole('button', { name: 'Snooze' }).click();
  await panel.getByRole('button', { name: 'In 3 days' }).click();
  await expect.poll(async () => (await kept(stage, `contacts/${id}`)).next_follow_up).toBe(addDays(today, 3));
});

test('a long text is folded, and what a posting’s stages were stands between what was said', async () => {
  const id = await makeContact(stage, 'Hana Long');
  const body = `${'Many words. '.repeat(60)}The end.`;
  await make(stage, 'interactions', { contact_id: id, kind: 'note', occurred_at: '2026-02-01', body });
  await make(stage, 'applications', {
    ...{ position: 'Baker', contact_ids: [{ contact_id: id, role: 'Referral' }], stage: 'applied' },
  });
  const { panel } = await openTimeline(stage, id);
  await panel.getByText('Moved to Applied').waitFor();
  expect(await panel.getByText('The end.').count()).toBe(0);
  await panel.getByRole('button', { name: 'Show all' }).click();
  await panel.getByText('The end.').waitFor();
  const link = panel.getByRole('list', { name: 'Applications' }).getByRole('link', { name: 'Baker' });
  expect(await link.getAttribute('href')).toMatch(/^\/applications\/[\da-f-]+$/);
});

test('the sheet of keys lists those of a conversation', async () => {
  const { page } = await openTimeline(stage, await makeContact(stage, 'Ida Help'));
  await press(page, '?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByText('Log a call', { exact: true }).waitFor();
  await press(page, 'c', 'Escape');
  expect(await page.getByLabel('What was said').count()).toBe(0);
});

describe.each([
  ['desktop', { viewport: { width: 1440, height: 900 } }],
  ['phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
])('on a %s', (_, screen) => {
  test('a timeline, its composer and its forms have nothing wrong, and all of it can be touched', async () => {
    const id = await makeContact(stage, 'Jo Axe', { next_follow_up: today, last_contacted: '2026-02-01' });
    await make(stage, 'tasks', { title: 'Ask', due_on: today, kind: 'follow_up', contact_id: id });
    await make(stage, 'tasks', { title: 'Asked', done_at: '2026-02-01', contact_id: id });
    await make(stage, 'applications', {
      position: 'Baker',
      company: 'A'.repeat(90),
      contact_ids: [{ contact_id: id }],
    });
    const { page, panel } = await openTimeline(stage, id, screen);
    await panel.getByText('Hello').waitFor();
    expect(await violations(page)).toEqual([]);
    if (screen.viewport.width === 360) expect(await smallOnes(page)).toEqual([]);
    await press(page, 'c');
    await page.keyboard.type('Hi');
    await panel.getByRole('button', { name: 'Edit: Ask' }).click();
    const asleep = panel.getByLabel('Snoozed until', { exact: true });
    await asleep.waitFor();
    expect(await violations(page)).toEqual([]);
    const form = panel.getByRole('region', { name: 'Edit: Ask' });
    await form.getByRole('button', { name: 'Close and keep what is typed' }).click();
    await asleep.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Log it' }).click();
    await panel.getByRole('group', { name: 'Follow up with Jo Axe?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });
});

/** What can be pressed and is too low for a finger; links within a text are as high as it is. */
function smallOnes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.panel :is(button, input, select)')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 40)
      .map(({ outerHTML }) => outerHTML),
  );
}
