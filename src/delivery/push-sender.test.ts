import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startClock } from '../../test/cloud/clock.ts';
import { PushService } from '../../test/push-service.ts';
import { dailyDigest } from '../domain/daily-digest.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { DigestRecords } from '../domain/digest-records.ts';
import { nudgesDue } from '../domain/nudges.ts';
import { scheduleOf } from '../domain/reminder-schedule.ts';
import { storyApplications, storyContacts, storyInteractions, storyTasks } from '../entry/story.ts';
import type { Secrets } from '../store/secrets.ts';
import { openSqliteRecipients } from '../store/sqlite-recipients.ts';
import { openSqliteSecrets } from '../store/sqlite-secrets.ts';
import { pushKey } from './push-keys.ts';
import { pushSender } from './push-sender.ts';
import type { Addressee, Message } from './sender.ts';

const TODAY: CalendarDate = '2026-11-26';
const NOW = new Date(`${TODAY}T13:00:00.000Z`);
const SCHEDULE = { ...scheduleOf(undefined), zone: 'Europe/Zurich', nudgeBefore: 60 };
const BASE = 'https://touchbase.example/';

const clock = startClock();
const service = new PushService(clock);
const secrets = openSqliteSecrets(':memory:');
const recipients = openSqliteRecipients({ file: ':memory:', now: () => NOW });

beforeAll(() => service.start());
afterAll(async () => {
  await service.stop();
  secrets.close();
  recipients.close();
});
beforeEach(() => {
  service.taken.length = 0;
});

const OPTIONS = { secrets, recipients, contact: 'mailto:touchbase@example.org', base: BASE, now: () => NOW };

function sender(options: Partial<Parameters<typeof pushSender>[0]> = {}) {
  const mayReach = (endpoint: string) => endpoint.startsWith(service.origin);
  return pushSender({ ...OPTIONS, patienceMs: 5000, mayReach, ...options });
}

/** Somebody new with devices that are subscribed. */
async function addressee(names: readonly string[], tells = false): Promise<Addressee> {
  const key = await pushKey(secrets);
  const workspace = crypto.randomUUID();
  for (const name of names) {
    const subscription = await service.subscribe(name, key);
    const device = { device_id: `id of ${name}`, name, made_at: NOW.toISOString(), ...subscription };
    await recipients.keepDevice(workspace, device);
  }
  return { workspace, zone: 'Europe/Zurich', tells, ...(await recipients.of(workspace)) };
}

async function devicesOf({ workspace }: Addressee): Promise<readonly string[]> {
  const { devices } = await recipients.of(workspace);
  return devices.map(({ name }) => name);
}

/** The story's search; everything in it that a person wrote is told by its names. */
const STORY: DigestRecords = {
  contacts: storyContacts(TODAY),
  applications: storyApplications(TODAY),
  interactions: storyInteractions(TODAY),
  tasks: storyTasks(TODAY),
  rules: [],
};

function digest(records = STORY): Message {
  const made = dailyDigest(records, SCHEDULE, NOW.toISOString(), '2026-10-01');
  if (!made) throw new Error('The story always has something due.');
  return { is: 'digest', digest: made };
}

/** Of an interview at 15:30 in Zurich. */
function nudge(): Message {
  const [job] = STORY.applications.filter(({ stage }) => stage === 'interview');
  const [like] = STORY.interactions.filter(({ application_id }) => application_id === job?.application_id);
  if (!like) throw new Error('The story has an interview.');
  const at = { occurred_at: `${TODAY}T15:30:00+01:00`, interaction_id: 'talk', direction: null } as const;
  const interactions = [...STORY.interactions, { ...like, ...at, kind: 'technical' } as const];
  const [made] = nudgesDue({ ...STORY, interactions }, SCHEDULE, `${TODAY}T12:00:00.000Z`, `${TODAY}T14:00:00.000Z`);
  if (!made) throw new Error('There is an interview.');
  return { is: 'nudge', nudge: made };
}

const PERSONAL = [...STORY.contacts.flatMap(({ name, company }) => [name, company ?? name]), 'talk'];

test('every device gets a digest that only it can open, from the sender that it subscribed to', async () => {
  const delivery = await sender().send(await addressee(['phone', 'laptop']), digest());
  expect(delivery).toEqual({ is: 'accepted', id: '2 of 2 devices' });
  expect(service.taken.map(({ of }) => of).toSorted()).toEqual(['laptop', 'phone']);
  for (const { text, contact, urgency } of service.taken) {
    expect([contact, urgency]).toEqual(['mailto:touchbase@example.org', 'normal']);
    expect(JSON.parse(text)).toEqual({
      title: expect.stringMatching(/^\d+ things for today$/),
      body: expect.stringMatching(/overdue/),
      url: `${BASE}today`,
      tag: `digest ${TODAY}`,
    });
  }
});

test('the keys are made once, and every message is by them', async () => {
  const [one, other] = await Promise.all([pushKey(secrets), pushKey(secrets)]);
  expect(one).toBe(other);
  expect(Buffer.from(one, 'base64url')).toHaveLength(65);
});

test.each([
  ['a digest', digest],
  ['a reminder', nudge],
  ['a trial', (): Message => ({ is: 'trial', day: TODAY, digest: digestOf(digest()) })],
])('%s holds nothing personal unless the person wants it to', async (_, message) => {
  await sender().send(await addressee(['phone']), message());
  const [{ text = '' } = {}] = service.taken;
  const { url: _url, tag: _tag, ...shown } = JSON.parse(text);
  expect(PERSONAL.filter((word) => JSON.stringify(shown).includes(word))).toEqual([]);
  await sender().send(await addressee(['phone'], true), message());
  expect(PERSONAL.some((word) => service.taken[1]?.text.includes(word))).toBe(true);
});

function digestOf(message: Message) {
  if (message.is !== 'digest') throw new Error('It is none.');
  return message.digest;
}

test.each([
  ['Europe/Zurich', 10],
  ['America/New_York', 12],
  ['Asia/Tokyo', 2],
])('a digest waits in %s until the day is over there, at most half a day', async (zone, hours) => {
  await sender().send({ ...(await addressee(['phone'])), zone }, digest());
  expect(service.taken[0]?.ttl).toBe(hours * 3600);
});

test('a reminder waits until the interview begins, is urgent, and its topic says nothing of it', async () => {
  await sender().send(await addressee(['phone']), nudge());
  const [{ ttl, urgency, topic } = {}] = service.taken;
  expect([ttl, urgency]).toEqual([5400, 'high']);
  expect(topic).toMatch(/^[\w-]{32}$/);
  expect(topic).not.toContain('talk');
});

test('each trial is shown, also while the one before it is', async () => {
  const trial: Message = { is: 'trial', day: TODAY, digest: null };
  const to = await addressee(['phone']);
  await sender().send(to, trial);
  await sender({ now: () => new Date(NOW.getTime() + 1000) }).send(to, trial);
  const [one, other] = service.taken.map(({ text }) => JSON.parse(text).tag);
  expect(one).not.toBe(other);
});

test.each([404, 410])('a device whose subscription is over (%i) is forgotten, the others get it', async (status) => {
  const to = await addressee(['phone', 'laptop']);
  service.trouble('phone', status);
  expect(await sender().send(to, digest())).toEqual({ is: 'accepted', id: '1 of 2 devices' });
  expect(await devicesOf(to)).toEqual(['laptop']);
});

test('where the last device is gone it is refused, and the remedy said', async () => {
  const to = await addressee(['phone']);
  service.trouble('phone', 410);
  expect(await sender().send(to, digest())).toMatchObject({
    is: 'refused',
    detail: expect.stringContaining('settings'),
  });
  expect(sender().lacks({ ...to, devices: [] })).toContain('settings');
  expect(sender().lacks(to)).toBeNull();
});

test('a device that cannot be forgotten now stops nothing', async () => {
  const to = await addressee(['phone', 'laptop']);
  service.trouble('phone', 410);
  const busy = { dropDevice: () => Promise.reject(new Error('Busy.')) };
  expect(await sender({ recipients: busy }).send(to, digest())).toMatchObject({ is: 'accepted' });
});

test.each([
  [429, 'delayed'],
  [500, 'delayed'],
  [503, 'delayed'],
  [400, 'refused'],
  [403, 'refused'],
  [413, 'refused'],
  [307, 'refused'],
])('%i of a push service: it is %s, and no device forgotten', async (status, is) => {
  const to = await addressee(['phone']);
  service.trouble('phone', status);
  const detail = expect.stringContaining(`${status}`);
  expect(await sender().send(to, digest())).toEqual({ is, detail });
  expect([await devicesOf(to), service.taken]).toEqual([['phone'], []]);
});

test('a device that subscribed to other keys refuses, and the remedy is said', async () => {
  const to = await addressee(['phone']);
  const others: Secrets = { of: async (_, make) => make() };
  const delivery = await sender({ secrets: others }).send(to, digest());
  expect(delivery).toMatchObject({ is: 'refused', detail: expect.stringContaining('off and on again') });
});

test('where no answer comes, or no connection, it may go again later', async () => {
  const to = await addressee(['phone']);
  service.trouble('phone', 'silence');
  expect(await sender({ patienceMs: 200 }).send(to, digest())).toMatchObject({ is: 'delayed' });
  const gone = to.devices.map((device) => ({ ...device, endpoint: 'http://127.0.0.1:9/send/phone' }));
  expect(await sender({ mayReach: () => true }).send({ ...to, devices: gone }, digest())).toMatchObject({
    is: 'delayed',
  });
});

test('never rejects: where the store is busy it may go later, and a device with broken keys is told of', async () => {
  const to = await addressee(['phone']);
  const busy: Secrets = { of: () => Promise.reject(new Error('The store is busy.')) };
  expect(await sender({ secrets: busy }).send(to, digest())).toMatchObject({ is: 'delayed' });
  const broken = to.devices.map((device) => ({ ...device, p256dh: 'AAAA' }));
  expect(await sender().send({ ...to, devices: broken }, digest())).toMatchObject({ is: 'refused' });
});

test('the longest texts there can be still fit into a message', async () => {
  const title = '"\u0001🙂'.repeat(100);
  const tasks = STORY.tasks.map((one) => ({ ...one, title, done_at: null, snoozed_until: null, due_on: TODAY }));
  const [task] = tasks;
  if (!task) throw new Error('The story has tasks.');
  const many = Array.from({ length: 9 }, (_, place) => ({ ...task, task_id: `t${place}` }));
  const none = { contacts: [], applications: [], interactions: [] };
  const delivery = await sender().send(await addressee(['phone'], true), digest({ ...STORY, ...none, tasks: many }));
  expect(delivery).toMatchObject({ is: 'accepted' });
  expect(service.taken[0]?.text).toContain('…');
});

test('nothing is sent to an address that is none of a push service, nor is a redirect followed', async () => {
  const to = await addressee(['phone']);
  const asked: RequestInit[] = [];
  const request: typeof fetch = async (_, init = {}) => {
    asked.push(init);
    return new Response(null, { status: 201 });
  };
  const only = pushSender({ ...OPTIONS, fetch: request });
  expect(await only.send(to, digest())).toMatchObject({ is: 'refused' });
  expect(asked).toEqual([]);
  const devices = to.devices.map((device) => ({ ...device, endpoint: 'https://push.example.org/phone' }));
  expect(await only.send({ ...to, devices }, digest())).toMatchObject({ is: 'accepted' });
  expect(asked).toEqual([expect.objectContaining({ redirect: 'manual' })]);
});
