import { expect, test } from 'vitest';
import { localMoment } from '../domain/local-moment.ts';
import { instantOf } from './instant.ts';

test('an offset is respected, in each of its forms', () => {
  expect(instantOf('2026-03-12T14:30:00+09:00')).toBe(Date.parse('2026-03-12T05:30:00Z'));
  expect(instantOf('2026-03-12T14:30:00+0900')).toBe(Date.parse('2026-03-12T05:30:00Z'));
  expect(instantOf('2026-03-12T14:30:00-05')).toBe(Date.parse('2026-03-12T19:30:00Z'));
  expect(instantOf('2026-03-12T14:30:00.123456789Z')).toBe(Date.parse('2026-03-12T14:30:00.123Z'));
});

test('a date-time without offset is local, and a date alone is its local midnight', () => {
  expect(instantOf('2026-03-12T14:30')).toBe(new Date(2026, 2, 12, 14, 30).getTime());
  expect(instantOf('2026-03-12')).toBe(new Date(2026, 2, 12).getTime());
});

test('a moment is written as the clock of the person shows it, and is the same instant', () => {
  const text = localMoment(new Date(2026, 10, 25, 14, 30));
  expect(text).toMatch(/^2026-11-25T14:30:00[+-]\d\d:\d\d$/);
  expect(instantOf(text)).toBe(new Date(2026, 10, 25, 14, 30).getTime());
});
