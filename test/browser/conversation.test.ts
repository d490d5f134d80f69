import { expect, test } from 'vitest';
import { addDays, localDate } from '../../src/domain/dates.ts';
import { kept, logged, make, makeContact, openTimeline } from './conversation.ts';
import { press } from './keys.ts';
import { useStage } from './stage.ts';
import { comeBack, cutOff } from './two-devices.ts';

const stage = useStage([]);
const today = localDate(new Date());

test('a call is logged and followed up with a few keys', async () => {
  const id = await makeContact(stage, 'Ann Keys');
  const { page, panel } = await openTimeline(stage, id);
  await press(page, 'c');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'body');
  await page.keyboard.type('They want to meet.');
  await press(page, 'Control+Enter');
  await panel.getByRole('group', { name: 'Follow up with Ann Keys?' }).waitFor();
  await press(page, 'Enter');
  await panel.getByRole('article', { name: 'Call' }).getByText('They want to meet.').waitFor();
  await expect.poll(() => logged(stage, id)).toHaveLength(1);
  const [call] = await logged(stage, id);
  expect(call).toMatchObject({ kind: 'call', channel: 'phone', direction: 'out', body: 'They want to meet.' });
  await expect.poll(async () => (await kept(stage, `contacts/${id}`)).next_follow_up).not.toBeNull();
  const { last_contacted, next_follow_up } = await kept(stage, `contacts/${id}`);
  expect(last_contacted).toBe(call?.occurred_at);
  expect(String(next_follow_up) >= addDays(today, 7)).toBe(true);
  await press(page, 'c');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'body');
});

test('a call that was begun and closed is not turned into an e-mail by another key', async () => {
  const id = await makeContact(stage, 'Two Things');
  const { page, panel } = await openTimeline(stage, id);
  await press(page, 'c');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'body');
  await page.keyboard.type('He said maybe next week');
  await press(page, 'Escape', 'e');
  await page.getByText('This is not logged yet: log it, or discard it, before the next.').waitFor();
  const text = panel.getByLabel('What was said');
  expect(await text.inputValue()).toBe('He said maybe next week');
  await press(page, 'Control+Enter');
  await expect.poll(() => logged(stage, id)).toMatchObject([{ kind: 'call', body: 'He said maybe next week' }]);
});

test('what is typed right after the key of a task is its title', async () => {
  const id = await makeContact(stage, 'Quick Task');
  const { page } = await openTimeline(stage, id);
  await page.keyboard.type('tRing him in the morning\n');
  await expect.poll(() => kept(stage, `tasks?contact_id=${id}`)).toMatchObject([{ title: 'Ring him in the morning' }]);
});

test('what they say reopens a contact that was given up, and one Undo takes back all of it', async () => {
  const id = await makeContact(stage, 'Ben Silent', { status: 'ghosted' });
  const { page, panel } = await openTimeline(stage, id);
  await panel.getByRole('button', { name: 'E-mail', exact: true }).click();
  await panel.getByRole('radio', { name: 'From them' }).check();
  await panel.getByLabel('What was said').fill('Sorry for the silence!');
  await panel.getByLabel('Subject', { exact: true }).fill('Still there');
  await panel.getByRole('button', { name: 'Log it' }).click();
  await panel.getByRole('button', { name: 'Tomorrow' }).waitFor();
  await panel.getByText('Status: in conversation').waitFor();
  await expect.poll(async () => (await kept(stage, `contacts/${id}`)).status).toBe('in conversation');
  await page.getByRole('status').getByText('Logged a message with Ben Silent').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await panel.getByText('Sorry for the silence!').waitFor({ state: 'detached' });
  await panel.getByText('Follow up with Ben Silent?').waitFor({ state: 'detached' });
  await expect.poll(async () => (await kept(stage, `contacts/${id}`)).status).toBe('ghosted');
  await expect.poll(() => logged(stage, id)).toHaveLength(0);
});

test('what is typed outlives Escape, the panel, and the page', async () => {
  const id = await makeContact(stage, 'Cleo Draft');
  const { page, panel } = await openTimeline(stage, id);
  await press(page, 'n');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'body');
  await page.keyboard.type('She knows');
  await press(page, 'Escape');
  await panel.getByLabel('Note', { exact: true }).waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: 'Go on with what is not logged yet' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' the team');
  await press(page, 'Escape', 'Escape');
  await panel.waitFor({ state: 'detached' });
  await page.getByText('Not saved yet: kept with Cleo Draft').waitFor();
  await page.getByRole('button', { name: 'Review' }).click();
  const text = panel.getByLabel('Note', { exact: true });
  expect(await text.inputValue()).toBe('She knows the team');
  await page.reload();
  await expect.poll(() => text.inputValue()).toBe('She knows the team');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'body');
  await press(page, 'Control+Enter');
  await panel.getByRole('article', { name: 'Note' }).getByText('She knows the team').waitFor();
  await expect.poll(() => logged(stage, id)).toHaveLength(1);
  expect((await logged(stage, id))[0]).toMatchObject({ kind: 'note', channel: null, direction: null });
  expect((await kept(stage, `contacts/${id}`)).last_contacted).toBe('2026-01-05');
});

test('a draft is thrown away at a click, and comes back at another', async () => {
  const { page, panel } = await openTimeline(stage, await makeContact(stage, 'Dora Away'));
  await press(page, 'c');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'body');
  await page.keyboard.type('Never mind');
  await panel.getByRole('button', { name: 'Discard' }).click();
  await panel.getByLabel('What was said').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await panel.getByLabel('What was said').inputValue()).toBe('Never mind');
});

test('it is logged for another time, with how long it took and what it was about', async () => {
  const id = await makeContact(stage, 'Emil Job');
  const job = { position: 'Baker', company: 'Globex', contact_ids: [{ contact_id: id, role: 'Recruiter' }] };
  const application = await make(stage, 'applications', job);
  const { panel } = await openTimeline(stage, id);
  await panel.getByRole('list', { name: 'Applications' }).getByText('Recruiter').waitFor();
  await panel.getByRole('button', { name: 'Call', exact: true }).click();
  await panel.getByLabel('Kind').selectOption({ label: 'Technical interview' });
  await panel.getByLabel('Channel').selectOption({ label: 'Video' });
  await panel.getByLabel('Duration').fill('45');
  await panel.getByLabel('When', { exact: true }).fill('2026-02-03');
  await panel.getByRole('button', { name: 'Log it' }).click();
  await panel.getByText('45 minutes').waitFor();
  await panel.getByRole('heading', { name: 'February 2026' }).waitFor();
  await expect.poll(() => logged(stage, id)).toHaveLength(1);
  expect((await logged(stage, id))[0]).toMatchObject({
    ...{ kind: 'technical', channel: 'video', duration: 45, occurred_at: '2026-02-03', application_id: application },
  });
});

test('a note of nothing is not kept, and a wrong duration is not logged', async () => {
  const id = await makeContact(stage, 'Finn Wrong');
  const { page, panel } = await openTimeline(stage, id);
  await press(page, 'n', 'Control+Enter');
  await panel.getByText('Write what you want to remember.').waitFor();
  await press(page, 'Escape', 'c');
  await panel.getByLabel('Duration').fill('long');
  await press(page, 'Control+Enter');
  await panel.getByText('Enter a whole number').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'duration');
  expect(await logged(stage, id)).toHaveLength(0);
});

test('off line it is there at once, and sent when the network is back', async () => {
  const id = await makeContact(stage, 'Gil Offline');
  const { page, panel } = await openTimeline(stage, id);
  await cutOff(page);
  await press(page, 'e');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'body');
  await page.keyboard.type('Written on a train');
  await press(page, 'Control+Enter', 'Escape');
  await panel.getByText('Written on a train').waitFor();
  expect(await logged(stage, id)).toHaveLength(0);
  await comeBack(page);
  await expect.poll(() => logged(stage, id)).toHaveLength(1);
});

test('no key fires while somebody types, and beside a contact n is a note about them', async () => {
  const { page, panel } = await openTimeline(stage, await makeContact(stage, 'Hana Types'));
  await press(page, '/');
  await page.keyboard.type('hanacent');
  expect(await panel.getByLabel('What was said').count()).toBe(0);
  await press(page, 'Escape');
  await panel.getByRole('tab', { name: 'Details' }).click();
  await press(page, 'n');
  await panel.getByRole('tab', { name: 'Timeline', selected: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'body');
  expect(new URL(page.url()).pathname).not.toContain('new');
});
