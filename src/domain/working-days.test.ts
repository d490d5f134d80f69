import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDay } from '../../test/job-search.ts';
import { addDays } from './dates.ts';
import { addWorkingDays, workingDayFrom } from './working-days.ts';

// 2026-03-02 is a Monday.
test.each([
  ['2026-03-06', '2026-03-06'],
  ['2026-03-07', '2026-03-09'],
  ['2026-03-08', '2026-03-09'],
  ['9999-12-31', '9999-12-31'],
])('the working day from %s is %s', (day, expected) => {
  expect(workingDayFrom(day)).toBe(expected);
});

test.each([
  ['2026-03-02', 1, '2026-03-03'],
  ['2026-03-02', 5, '2026-03-09'],
  ['2026-03-05', 5, '2026-03-12'],
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-03-06', 11, '2026-03-23'],
  ['2026-03-07', 1, '2026-03-09'],
  ['2026-03-08', 5, '2026-03-13'],
  ['2026-03-07', 0, '2026-03-09'],
  ['2026-03-04', 0, '2026-03-04'],
])('%s and %i working days are %s', (day, days, expected) => {
  expect(addWorkingDays(day, days)).toBe(expected);
});

test('one working day more is the next working day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, days) => {
      expect(addWorkingDays(day, days + 1)).toBe(workingDayFrom(addDays(addWorkingDays(day, days), 1)));
    }),
  );
});
