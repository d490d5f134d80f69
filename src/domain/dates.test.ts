import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isCalendarDate, isDateTime, joinDateTime, localDate, splitDateTime } from './dates.ts';

describe('a calendar date', () => {
  test.each(['2026-01-01', '2024-02-29', '0001-12-31', '9999-12-31'])('%s exists', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });
  test.each([
    '',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '0000-01-01',
    '2026-01-01T00:00',
    '20260101',
    '2026-01-01\n',
  ])('%j does not', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});

describe('a date-time', () => {
  const good = [
    '2025-05-27',
    '2025-05-27T14:33',
    '2025-05-27T14:33:00',
    '2025-05-27T14:33:00.123456',
    '2025-05-27T14:33:00Z',
    '2025-05-27T14:33+05:45',
    '2025-05-27T14:33:00-0330',
    '2025-05-27T23:59:59+14',
  ];
  test.each(good)('%s is one, and its parts make the same text again', (text) => {
    expect(isDateTime(text)).toBe(true);
    expect(joinDateTime(splitDateTime(text))).toBe(text);
  });
  test.each([
    '',
    'yesterday',
    '2025-02-30T10:00',
    '2025-05-27T',
    '2025-05-27T24:00',
    '2025-05-27T10:60',
    '2025-05-27 10:00',
    '2025-05-27T10:00+25:00',
    '2025-05-27Z',
  ])('%j is none', (text) => {
    expect(isDateTime(text)).toBe(false);
  });
  test('without a time is a date alone, without a date is nothing', () => {
    expect(joinDateTime({ date: '2025-05-27', time: '', offset: '+02:00' })).toBe('2025-05-27');
    expect(joinDateTime({ date: '', time: '10:00', offset: '' })).toBe('');
  });
});

describe('counting days', () => {
  test.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-01-01', '2025-12-31', -1],
    ['2026-05-05', '2026-05-05', 0],
  ])('from %s to %s are %i, whatever the clocks do', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });
  test('ends with the last date that can be written', () => {
    expect(addDays('9999-12-30', 6)).toBe('9999-12-31');
  });
  test('the local date is the date on the wall', () => {
    expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(localDate(new Date(2026, 0, 5, 0, 0))).toBe('2026-01-05');
  });
});
