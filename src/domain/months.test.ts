import { expect, test } from 'vitest';
import { addMonths, isMonth, monthsBefore, periodOfMonth } from './months.ts';

test('a month is from its first day to its last, also in leap years', () => {
  expect(periodOfMonth('2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(periodOfMonth('2028-02').to).toBe('2028-02-29');
  expect(periodOfMonth('2026-02').to).toBe('2026-02-28');
});

test('months go on over the turn of a year, both ways', () => {
  expect(addMonths('2026-11', 2)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2026-01', -13)).toBe('2024-12');
  expect(addMonths('2026-01', 0)).toBe('2026-01');
});

test('three months before a day that the month does not have is its last day', () => {
  expect(monthsBefore('2026-11-25', 3)).toBe('2026-08-25');
  expect(monthsBefore('2026-05-31', 3)).toBe('2026-02-28');
});

test('only a month that exists is one', () => {
  expect(['2026-11', '2026-13', '2026-00', '2026-1', '2026-11-01', ''].filter(isMonth)).toEqual(['2026-11']);
});
