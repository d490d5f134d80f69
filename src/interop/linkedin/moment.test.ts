import { describe, expect, test } from 'vitest';
import { dayOf, momentOf } from './moment.ts';

describe('a date or a time of LinkedIn', () => {
  test.each([
    ['2025-03-12 08:15:22 UTC', '2025-03-12T08:15:22Z'],
    ['2024/02/01 15:02:55 UTC', '2024-02-01T15:02:55Z'],
    ['2025-03-12 08:15:22', '2025-03-12T08:15:22-04:00'],
    ['2025-03-12', '2025-03-12'],
    ['12 Mar 2025', '2025-03-12'],
    ['7 Jun 2022', '2022-06-07'],
    ['12-Mar-25', '2025-03-12'],
    ['3/12/25, 8:15 AM', '2025-03-12T08:15:00-04:00'],
    ['12/1/24, 11:05 PM', '2024-12-01T23:05:00-05:00'],
    ['12/1/24, 12:05 AM', '2024-12-01T00:05:00-05:00'],
    ['12/1/24, 12:05\u202fPM', '2024-12-01T12:05:00-05:00'],
    ['3/12/2025, 18:15', '2025-03-12T18:15:00-04:00'],
    ['1/2/26', '2026-01-02'],
  ])('%s is %s', (text, moment) => {
    expect(momentOf(text, 'America/New_York')).toBe(moment);
    expect(dayOf(text)).toBe(moment.slice(0, 10));
  });

  test.each([
    ['1/29/26, 2:37 PM', 'Asia/Kolkata', '2026-01-29T14:37:00+05:30'],
    ['1/29/26, 2:37 PM', 'UTC', '2026-01-29T14:37:00Z'],
    ['3/30/25, 3:30 AM', 'Europe/Berlin', '2025-03-30T03:30:00+02:00'],
    ['3/30/25, 1:30 AM', 'Europe/Berlin', '2025-03-30T01:30:00+01:00'],
  ])('%s in %s is %s', (text, zone, moment) => {
    expect(momentOf(text, zone)).toBe(moment);
  });

  test.each(['', 'yesterday', '13/3/25, 8:15 AM', '2025-02-30', '30 Feb 2025', '12 Foo 2025', '3/12/25, 8:75 AM'])(
    '“%s” is none',
    (text) => {
      expect(momentOf(text, 'UTC')).toBeUndefined();
    },
  );
});
