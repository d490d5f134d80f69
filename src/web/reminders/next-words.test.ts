import { expect, test } from 'vitest';
import { scheduleOf } from '../../domain/reminder-schedule.ts';
import { nextWords } from './next-words.ts';

const NOW = '2026-11-26T09:10:00.000Z';
const ZONE = 'Europe/Zurich';
const scheduled = (said: object) =>
  scheduleOf({ created_at: '', updated_at: '', version: 1, deleted_at: null, time_zone: ZONE, ...said });
const words = (said: object, more: object = {}) =>
  nextWords({ schedule: scheduled(said), now: NOW, last: null, deviceZone: ZONE, language: 'en-GB', ...more });
const SENT_TODAY = { day: '2026-11-26', at: '2026-11-26T07:00:00.000Z' };

test('it is told by day and time, on the clocks of its zone', () => {
  expect(words({}, { last: SENT_TODAY })).toBe('Next: tomorrow, Friday 27 November, 08:00');
  expect(words({ digest_at: '17:45' })).toBe('Next: today, Thursday 26 November, 17:45');
  expect(words({ digest_days: [{ day: 'monday' }] })).toBe('Next: Monday 30 November, 08:00');
});

test('where the reader’s clocks show another time, the zone is told, too', () => {
  const elsewhere = 'Next: tomorrow, Friday 27 November, 08:00 in Europe/Zurich';
  expect(words({}, { last: SENT_TODAY, deviceZone: 'Europe/Lisbon' })).toBe(elsewhere);
  expect(words({}, { last: SENT_TODAY, deviceZone: null })).toBe(elsewhere);
});

test('one whose time is more than a tick ago was sent or had nothing to say: the next is another', () => {
  expect(words({})).toBe('Next: tomorrow, Friday 27 November, 08:00');
});

test('one that is due comes soon, and in quiet days without an end none comes', () => {
  expect(words({ digest_at: '10:00' })).toBe('Next: within the next minutes');
  expect(words({ quiet_days: [{ from: '2026-11-01', to: '9999-12-31' }] })).toBe(
    'Next: none, all days ahead are quiet',
  );
});
