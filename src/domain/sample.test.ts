import { describe, expect, test } from 'vitest';
import { isIn, medianOf, sampleOf, shareOf } from './sample.ts';

describe('a number of insight', () => {
  test('says that fewer than five are few', () => {
    expect([0, 4, 5].map((n) => sampleOf(n).isSmall)).toEqual([true, true, false]);
  });

  test('is no share where there are none, and never another than from 0 to 1', () => {
    expect(shareOf(0, 0)).toEqual({ part: 0, rate: null, n: 0, isSmall: true });
    expect(shareOf(3, 4)).toEqual({ part: 3, rate: 0.75, n: 4, isSmall: true });
  });

  test.each([
    [[], null],
    [[7], 7],
    [[9, 1], 5],
    [[10, 2, 9], 9],
    [[1, 2, 4, 100], 3],
  ])('of the spans %j has the median %j', (days, median) => {
    expect(medianOf(days)).toEqual({ days: median, n: days.length, isSmall: true });
  });

  test('counts the first and the last day of a period, and no day that is not known', () => {
    const period = { from: '2026-11-01', to: '2026-11-30' };
    const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01', null];
    expect(days.map((day) => isIn(period, day))).toEqual([false, true, true, false, false]);
  });
});
