import { expect, test } from 'vitest';
import { isReached, lastDigest, Reach } from './reach.ts';
import type { RemindersOverview, SentEntry } from './reminders-api.ts';
import { wishesOf } from './wishes.ts';

const SENT: SentEntry = {
  day: '2026-11-26',
  what: 'digest',
  channel: 'email',
  attempt: 1,
  state: 'sent',
  at: '2026-11-26T07:00:00.000Z',
  detail: null,
};
const named = (email: string): RemindersOverview => ({
  ...{ email, email_paused: null, channels: ['email'], push_key: null, devices: [], sent: [] },
});

test('what was known stays where there is no answer, and why is told', async () => {
  const answers = [Promise.resolve(named('me@example.org')), Promise.reject(new Error('There is no answer.'))];
  const reach = new Reach({ overview: () => answers.shift() ?? Promise.resolve(named('again@example.org')) });
  await reach.load();
  await reach.load();
  expect([reach.overview.value?.email, reach.trouble.value]).toEqual(['me@example.org', 'There is no answer.']);
  await reach.load();
  expect([reach.overview.value?.email, reach.trouble.value]).toEqual(['again@example.org', null]);
});

test('an answer that comes late takes the place of nothing newer', async () => {
  const late = Promise.withResolvers<RemindersOverview>();
  const reach = new Reach({ overview: () => late.promise });
  const loading = reach.load();
  reach.take(named('new@example.org'));
  late.resolve(named('old@example.org'));
  await loading;
  expect(reach.overview.value?.email).toBe('new@example.org');
});

test('the last digest is the latest that was sent, whatever else was', () => {
  const sent: SentEntry[] = [
    { ...SENT, day: '2026-11-27', state: 'failed', at: '2026-11-27T07:00:00.000Z' },
    { ...SENT, day: '2026-11-27', what: 'trial 1', at: '2026-11-27T09:00:00.000Z' },
    SENT,
    { ...SENT, channel: 'push', at: '2026-11-26T07:00:04.000Z' },
  ];
  expect(lastDigest({ sent })).toEqual({ day: '2026-11-26', at: '2026-11-26T07:00:04.000Z' });
  expect(lastDigest({ sent: [] })).toBeNull();
});

test('what is turned on comes only where it reaches somebody', () => {
  const wish = (said: object) => wishesOf({ created_at: '', updated_at: '', version: 1, deleted_at: null, ...said });
  const [byMail, byPush] = [wish({ remind_by_email: true }), wish({ remind_by_push: true })];
  const mail = named('me@example.org');
  expect([isReached(wish({}), mail), isReached(byMail, mail), isReached(byMail, null)]).toEqual([false, true, true]);
  const paused = { ...mail, email_paused: { reason: 'bounced', at: '2026-11-20T08:00:00.000Z' } } as const;
  expect([isReached(byMail, paused), isReached(byMail, { ...mail, email: null })]).toEqual([false, false]);
  const push: RemindersOverview = { ...mail, channels: ['email', 'push'] };
  const devices = [{ device_id: '1', name: 'Firefox', made_at: '2026-11-20T08:00:00.000Z' }];
  expect([isReached(byPush, push), isReached(byPush, { ...push, devices })]).toEqual([false, true]);
});
