import { expect, test } from 'vitest';
import { whenWords } from './when-words.ts';

const now = new Date(2026, 10, 25, 14, 30);
const words = (text: string) => whenWords(text, now.getTime(), '2026-11-25');

test('what has a time is told to the minute today, and to the day before', () => {
  expect(words('2026-11-25T14:30')).toBe('now');
  expect(words('2026-11-25T13:00')).toBe('1 hour ago');
  expect(words('2026-11-24T23:59')).toBe('yesterday');
});

test('what has no time is told to the day', () => {
  expect(words('2026-11-25')).toBe('today');
  expect(words('2026-11-22')).toBe('3 days ago');
  expect(words('2026-11-26')).toBe('tomorrow');
});
