import { describe, expect, test } from 'vitest';
import { parseFields } from '../../domain/noun.ts';
import { WEEKDAYS } from '../../domain/reminder-fields.ts';
import { settings } from '../../domain/settings.ts';
import {
  isReminded,
  isSameZone,
  nudgeChoices,
  QUARTERS,
  switched,
  toggledDay,
  typedQuarter,
  type Wishes,
  weekdaysFrom,
  wishesOf,
  withoutQuiet,
  withQuiet,
} from './wishes.ts';

const SERVER = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const usual = wishesOf(undefined);

test('without settings it is every day at eight, by nothing', () => {
  expect(usual).toMatchObject({ zone: null, at: '08:00', nudgeBefore: null, quiet: [] });
  expect(usual.days.size).toBe(7);
  expect(isReminded(usual)).toBe(false);
});

test('settings that were deleted say nothing', () => {
  expect(wishesOf({ ...SERVER, remind_by_email: true, deleted_at: '2026-01-01T00:00:00.000Z' })).toEqual(usual);
});

test('with the first channel the zone of the device is kept, and never in the place of one that was chosen', () => {
  expect(switched(usual, 'email', true, 'Europe/Zurich')).toEqual({
    remind_by_email: true,
    time_zone: 'Europe/Zurich',
  });
  expect(switched({ ...usual, zone: 'UTC' }, 'push', true, 'Europe/Zurich')).toEqual({ remind_by_push: true });
  expect(switched(usual, 'desktop', true, null)).toEqual({ remind_by_desktop: true });
  expect(switched(usual, 'email', false, 'Europe/Zurich')).toEqual({ remind_by_email: false });
});

describe('days', () => {
  test('stand in the order of a region’s week, from Monday where none is known', () => {
    expect(weekdaysFrom(7)[0]).toBe('sunday');
    expect(weekdaysFrom(6).slice(0, 3)).toEqual(['saturday', 'sunday', 'monday']);
    expect(weekdaysFrom(undefined)).toEqual(Object.keys(WEEKDAYS));
    expect(weekdaysFrom(12)).toEqual(Object.keys(WEEKDAYS));
  });

  test('are turned off one by one; all of them are kept as none, and the last one stays', () => {
    const without = toggledDay(usual.days, 'sunday');
    expect(without?.digest_days).toHaveLength(6);
    expect(toggledDay(wishesOf({ ...SERVER, ...without }).days, 'sunday')).toEqual({ digest_days: [] });
    expect(toggledDay(new Set(['monday']), 'monday')).toBeNull();
  });
});

test('quiet days stand in their order, each once, and the settings take them', () => {
  const holidays = { from: '2026-12-24', to: '2027-01-02' };
  const quiet = [holidays, { from: '2027-02-01', to: '2027-02-01' }];
  const more = withQuiet(quiet, { from: '2026-11-30', to: '2026-12-01' });
  expect(more.quiet_days).toEqual([{ from: '2026-11-30', to: '2026-12-01' }, ...quiet]);
  expect(withQuiet(quiet, holidays)).toEqual({ quiet_days: quiet });
  expect(withoutQuiet(quiet, 0)).toEqual({ quiet_days: quiet.slice(1) });
  expect(parseFields(settings, more, { patch: true })).toEqual({ values: more });
});

test.each([
  ['8', '08:00'],
  ['08:15', '08:15'],
  ['0815', '08:15'],
  [' 17.45 ', '17:45'],
  ['8h15', '08:15'],
  ['8h', '08:00'],
  ['5 pm', '17:00'],
  ['5:30PM', '17:30'],
  ['12 am', '00:00'],
  ['12 p.m.', '12:00'],
  ['24', undefined],
  ['8:10', undefined],
  ['13 pm', undefined],
  ['0 am', undefined],
  ['', undefined],
  ['soon', undefined],
])('“%s” is meant as %s', (typed, time) => {
  expect(typedQuarter(typed)).toBe(time);
});

test('every quarter of an hour can be chosen, and typed as it is shown', () => {
  expect([QUARTERS[0], QUARTERS.at(-1), new Set(QUARTERS).size]).toEqual(['00:00', '23:45', 96]);
  expect(QUARTERS.every((time) => typedQuarter(time) === time)).toBe(true);
  const wrong = QUARTERS.filter((time) => 'errors' in parseFields(settings, { digest_at: time }, { patch: true }));
  expect(wrong).toEqual([]);
});

test('minutes of one’s own stand among those that can be chosen', () => {
  expect(nudgeChoices(45)).toEqual([15, 30, 45, 60, 120, 1440, 2880]);
  expect(nudgeChoices(60)).toEqual(nudgeChoices(null));
});

test('a zone is the same by its older name', () => {
  expect(isSameZone('Asia/Kolkata', 'Asia/Calcutta')).toBe(true);
  expect(isSameZone('Europe/Zurich', 'Europe/Lisbon')).toBe(false);
  expect(isSameZone('Mars/Phobos', 'Europe/Lisbon')).toBe(false);
});

test('all that can be said is read from the settings', () => {
  const said = {
    time_zone: 'Europe/Lisbon',
    digest_at: '17:45',
    digest_days: [{ day: 'friday' }],
    quiet_days: [{ from: '2026-12-24', to: '2026-12-24' }],
    nudge_before: 45,
    remind_by_push: true,
    push_tells: true,
  };
  const wishes: Wishes = wishesOf({ ...SERVER, ...said });
  expect(wishes).toEqual({
    zone: 'Europe/Lisbon',
    at: '17:45',
    days: new Set(['friday']),
    quiet: said.quiet_days,
    nudgeBefore: 45,
    tells: true,
    by: { email: false, desktop: false, push: true },
  });
  expect(isReminded(wishes)).toBe(true);
});
