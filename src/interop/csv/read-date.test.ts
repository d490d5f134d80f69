import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDateTime } from '../../domain/dates.ts';
import { DateVotes, usualOrder } from './date-orders.ts';
import { type DateOrder, isAmbiguous, readDate } from './read-date.ts';

const TODAY = '2026-11-26';

describe('a date', () => {
  test.each<[string, DateOrder, string]>([
    ['2026-03-31', 'day_first', '2026-03-31'],
    ['2026/3/31', 'month_first', '2026-03-31'],
    ['20260331', 'day_first', '2026-03-31'],
    ['2026-03-31T10:00:00Z', 'day_first', '2026-03-31T10:00:00Z'],
    ['2024-07-01T11:54:49.95+00:00', 'day_first', '2024-07-01T11:54:49+00:00'],
    ['2026-03-31 9:05', 'day_first', '2026-03-31T09:05'],
    ['31.3.2026', 'day_first', '2026-03-31'],
    ['31. 3. 2026', 'month_first', '2026-03-31'],
    ['3/31/26', 'day_first', '2026-03-31'],
    ['3/4/26', 'month_first', '2026-03-04'],
    ['3/4/26', 'day_first', '2026-04-03'],
    ['3/31/2026 12:30 AM', 'month_first', '2026-03-31T00:30'],
    ['3/31/2026, 2:30 p.m.', 'month_first', '2026-03-31T14:30'],
    ['31-12-99', 'day_first', '1999-12-31'],
    ['March 31st, 2026', 'day_first', '2026-03-31'],
    ['Tue, Mar 31, 2026', 'day_first', '2026-03-31'],
    ['31. März 2026', 'month_first', '2026-03-31'],
    ['1er avril 2026', 'month_first', '2026-04-01'],
    ['31 gennaio 2026', 'month_first', '2026-01-31'],
    ['31 de enero de 2026', 'month_first', '2026-01-31'],
    ['31 de março de 2026', 'month_first', '2026-03-31'],
    ['2 mrt 2026', 'month_first', '2026-03-02'],
    ['31-Mar-26', 'month_first', '2026-03-31'],
    ['46112', 'serial', '2026-03-31'],
    ['46112.75', 'serial', '2026-03-31T18:00'],
    ['31.12.', 'day_first', '2026-12-31'],
    ['Mar 31', 'day_first', '2027-03-31'],
  ])('%j, %s, is %s', (text, order, date) => {
    expect(readDate(text, { order, today: TODAY })).toBe(date);
  });

  test('without a year is of the past where it tells what has happened', () => {
    expect(readDate('Mar 31', { order: 'day_first', today: TODAY, isPast: true })).toBe('2026-03-31');
    expect(readDate('Dec 24', { order: 'day_first', today: TODAY, isPast: true })).toBe('2025-12-24');
  });

  test.each(['', 'soon', '2026', 'Q1 2026', 'May 2026', '32/1/2026', '30.2.2026', '2026-03-31 25:00', '1/2/3/4'])(
    '%j is none',
    (text) => {
      expect(readDate(text, { order: 'day_first', today: TODAY })).toBeUndefined();
    },
  );

  test('of any text is one as on the wire, or none', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'0123456789./-: TZMarp'), maxLength: 25 });
    fc.assert(
      fc.property(texts, fc.constantFrom<DateOrder>('day_first', 'month_first', 'serial'), (text, order) => {
        const date = readDate(text, { order, today: TODAY });
        expect(date === undefined || isDateTime(date)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the dates of a column', () => {
  test.each<[readonly string[], DateOrder, boolean]>([
    [['1/2/2026', '31/1/2026'], 'day_first', false],
    [['1/2/2026', '1/31/2026'], 'month_first', false],
    [['1.2.2026', '3.4.2026'], 'day_first', false],
    [['1/2/2026', '3/4/2026'], 'month_first', true],
    [['1/1/2026', '2026-03-31'], 'month_first', false],
    [['46112', '46113'], 'serial', false],
    [['46112', 'soon'], 'month_first', false],
    [[], 'month_first', false],
  ])('%j are %s, and whether that is a guess: %s', (texts, order, isGuessed) => {
    const votes = new DateVotes();
    for (const text of texts) votes.add(text);
    expect(votes.decision('month_first')).toEqual({ order, isGuessed });
  });

  test('begin with the month in America, unless the table is one of Europe', () => {
    expect(usualOrder('America/Chicago', ',')).toBe('month_first');
    expect(usualOrder('America/Chicago', ';')).toBe('day_first');
    expect(usualOrder('Europe/Zurich', ',')).toBe('day_first');
  });

  test('are ambiguous only where the other order is another day', () => {
    expect(['3/4/26', '4/4/26', '31/4/26', '2026-03-04', 'Mar 4'].map(isAmbiguous)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
