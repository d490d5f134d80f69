import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

const LOCAL = Date.parse('2026-03-01T10:00:00Z');

test('a clock that is hours behind is set right by one answer, and says so', () => {
  const clock = new ServerClock(() => LOCAL);
  expect(clock.learn('Sun, 01 Mar 2026 12:30:00 GMT')).toBe(true);
  expect(new Date(clock.now()).toISOString()).toBe('2026-03-01T12:30:00.000Z');
  expect(clock.aheadSeconds).toBe(9000);
  expect(clock.learn('Sun, 01 Mar 2026 12:30:20 GMT')).toBe(false);
});

test('the time that an answer takes, no date and a broken one change nothing', () => {
  const clock = new ServerClock(() => LOCAL);
  expect(['Sun, 01 Mar 2026 10:00:59 GMT', 'soon', null].map((date) => clock.learn(date))).toEqual([
    false,
    false,
    false,
  ]);
  expect(clock.now()).toBe(LOCAL);
});
