import { expect, onTestFinished, test } from 'vitest';
import { type Edge, startEdge } from './edge.ts';
import { bounceEvent, complaintEvent } from './email-events.ts';
import { signedIn } from './person.ts';

const EMAIL = 'ada@example.org';
const SETTINGS = '00000000-0000-7000-8000-000000000000';
const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

/** Somebody with something to do, who has their digest mailed at eight; it is ten to eight. */
async function scene() {
  const edge = await startEdge();
  onTestFinished(() => edge.stop());
  untilTenToEight(edge);
  const api = async (method: string, path: string, body?: object) => {
    // Credentials are good for an hour, and days pass here.
    const reply = await (await signedIn(edge, EMAIL)).send(method, path, body);
    expect(reply.status, `${method} ${path} ${reply.text}`).toBeLessThan(300);
    return reply.body;
  };
  const channels = { remind_by_email: true, digest_at: '08:00', time_zone: 'UTC' };
  await api('POST', '/settings', { settings_id: SETTINGS, ...channels });
  await api('POST', '/tasks', { title: 'Thank Grace', due_on: new Date(edge.clock.now()).toISOString().slice(0, 10) });
  await api('PUT', '/reminders/email');
  const tick = async () => {
    edge.clock.advance(QUARTER_MS);
    await edge.run('remind');
  };
  /** The next day at five past eight. */
  const nextDay = async () => {
    edge.clock.advance(DAY_MS - ((edge.clock.now() - EIGHT_MS) % DAY_MS) - 10 * 60_000);
    await tick();
  };
  const latest = async () => (await api('GET', '/reminders')).sent[0];
  return { edge, api, tick, nextDay, latest, taken: edge.mail.taken };
}

const EIGHT_MS = 8 * 3_600_000;

function untilTenToEight({ clock }: Pick<Edge, 'clock'>): void {
  const sinceEight = (clock.now() - EIGHT_MS + DAY_MS) % DAY_MS;
  clock.advance(DAY_MS - sinceEight - 10 * 60_000);
}

test('a digest comes once a day, by mail that can be ended with one click', async () => {
  const { edge, tick, nextDay, taken, latest } = await scene();
  await edge.run('remind');
  expect(taken).toEqual([]);
  await tick();
  await tick();
  expect(taken).toMatchObject([
    {
      FromEmailAddress: 'Touchbase <reminders@touchbase.example>',
      Destination: { ToAddresses: [EMAIL] },
      ConfigurationSetName: 'touchbase',
      Content: { Simple: { Body: { Text: { Data: expect.stringContaining('Thank Grace') } } } },
    },
  ]);
  expect(await latest()).toMatchObject({ what: 'digest', channel: 'email', attempt: 1, state: 'sent' });
  await nextDay();
  expect(taken).toHaveLength(2);
});

test.each([
  [429, 'TooManyRequestsException'],
  [400, 'SendingPausedException'],
  [500, 'InternalFailure'],
  [503, 'ServiceUnavailable'],
])('where SES says %i %s the digest comes a quarter of an hour later, once', async (status, type) => {
  const { edge, tick, taken, latest } = await scene();
  edge.mail.troubles.push({ status, type, message: 'So it is.' });
  await tick();
  expect(taken).toEqual([]);
  expect(await latest()).toMatchObject({ attempt: 1, state: 'delayed', detail: expect.stringContaining(type) });
  await tick();
  await tick();
  expect(taken).toHaveLength(1);
  expect(await latest()).toMatchObject({ attempt: 2, state: 'sent' });
});

test('in the sandbox nothing goes to an address that is not verified: the app says why, and the log that it failed', async () => {
  const { edge, tick, taken, latest } = await scene();
  edge.mail.isInSandbox = true;
  await tick();
  await tick();
  expect(taken).toEqual([]);
  expect(await latest()).toMatchObject({ attempt: 1, state: 'failed', detail: expect.stringContaining('sandbox') });
  const lines = edge.logs.filter(({ of }) => of === 'remind').map(({ line }) => JSON.parse(line));
  expect(lines.map(({ RemindersFailed }) => RemindersFailed)).toEqual([1, 0]);
});

test('where SES falls silent the digest may have come, and is not sent again', async () => {
  const { edge, tick, taken, latest } = await scene();
  edge.mail.troubles.push('silence');
  await tick();
  await tick();
  expect(taken).toHaveLength(1);
  expect(await latest()).toMatchObject({ state: 'failed', detail: expect.stringContaining('may have') });
}, 30_000);

test('after a bounce for good no mail comes, the app says so, and there it is turned on again', async () => {
  const { edge, api, tick, nextDay, taken } = await scene();
  await tick();
  const [letter] = taken;
  if (!letter) throw new Error('Nothing was sent.');
  await edge.tell('bounces', bounceEvent(letter, edge.clock, 'Transient'));
  expect(await api('GET', '/reminders')).toMatchObject({ email: EMAIL, email_paused: null });
  await edge.tell('bounces', bounceEvent(letter, edge.clock, 'Permanent'));
  await edge.tell('bounces', bounceEvent(letter, edge.clock, 'Permanent'));
  expect(await api('GET', '/reminders')).toMatchObject({ email: EMAIL, email_paused: { reason: 'bounced' } });
  await nextDay();
  expect(taken).toHaveLength(1);
  expect(await api('PUT', '/reminders/email')).toMatchObject({ email: EMAIL, email_paused: null });
  await nextDay();
  expect(taken).toHaveLength(2);
});

test('a complaint ends mail as well, and no log has the address', async () => {
  const { edge, api, tick, taken } = await scene();
  await tick();
  const [letter] = taken;
  if (!letter) throw new Error('Nothing was sent.');
  await edge.tell('bounces', complaintEvent(letter, edge.clock));
  expect(await api('GET', '/reminders')).toMatchObject({ email_paused: { reason: 'complained' } });
  const lines = edge.logs.map(({ line }) => line).join('\n');
  expect(lines).toContain('"MailPauses":1');
  expect(lines).not.toContain(EMAIL);
  expect(lines).not.toContain('Grace');
});

test('what is no event of SES fails, without a word of it in the log', async () => {
  const { edge } = await scene();
  await expect(edge.tell('bounces', { eventType: 'Bounce', mail: EMAIL })).rejects.toThrow('was not taken in');
  expect(edge.logs.map(({ line }) => line).join('\n')).not.toContain(EMAIL);
});

test('one click in a mail program ends mail; a program that only looks at the link does not', async () => {
  const { edge, api, tick, nextDay, taken } = await scene();
  await tick();
  const header = taken[0]?.Content.Simple.Headers?.find(({ Name }) => Name === 'List-Unsubscribe');
  const link = header?.Value.slice(1, -1) ?? '';
  expect(link.startsWith(`${edge.api}/unsubscribe/`)).toBe(true);
  expect((await fetch(link)).status).toBe(200);
  expect(await api('GET', '/reminders')).toMatchObject({ email_paused: null });
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
  expect(await api('GET', '/reminders')).toMatchObject({ email_paused: { reason: 'unsubscribed' } });
  await nextDay();
  expect(taken).toHaveLength(1);
  expect((await fetch(`${link}x`, { method: 'POST', body })).status).toBe(404);
});
