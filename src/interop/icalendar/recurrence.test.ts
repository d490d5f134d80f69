import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber } from './moment.ts';
import { daysOf } from './recurrence.ts';
import { ruleOf } from './rule.ts';

function dates(rule: string, start: string, until: string): string[] {
  const read = ruleOf(rule);
  if (!read) throw new Error(rule);
  const days = { from: dayNumber(start), to: dayNumber(until) };
  return daysOf(read, days.from, Number.POSITIVE_INFINITY, days).map(dateOfDay);
}

describe('the days of a rule', () => {
  it.each([
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-01-30', '2026-04-30', ['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24']],
    ['FREQ=MONTHLY', '2026-01-31', '2026-05-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', '2026-03-31', ['2026-01-31', '2026-02-28', '2026-03-31']],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-01-30',
      '2026-03-31',
      ['2026-01-30', '2026-02-27', '2026-03-31'],
    ],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2024-02-29', '2030-01-01', ['2024-02-29', '2028-02-29']],
    ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '1999-12-31', ['1997-05-19', '1998-05-18', '1999-05-17']],
    [
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU',
      '1997-08-05',
      '1997-08-31',
      ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
    ],
    ['FREQ=DAILY;COUNT=3', '2026-02-27', '2026-12-31', ['2026-02-27', '2026-02-28', '2026-03-01']],
  ])('%s', (rule, start, until, expected) => {
    expect(dates(rule, start, until)).toEqual(expected);
  });

  it('are none of a rule by hours or weeks of the year, which is not read', () => {
    for (const rule of ['FREQ=HOURLY', 'FREQ=YEARLY;BYWEEKNO=5', 'FREQ=DAILY;BYHOUR=9', '', 'x'])
      expect(ruleOf(rule)).toBeNull();
  });

  it('are the same from any day on', () => {
    const rule = ruleOf('FREQ=WEEKLY;INTERVAL=3;BYDAY=WE,SA');
    if (!rule) throw new Error();
    const all = daysOf(rule, 0, Number.POSITIVE_INFINITY, { from: 0, to: 3000 });
    for (const from of [1, 500, 777, 2999]) {
      const some = daysOf(rule, 0, Number.POSITIVE_INFINITY, { from, to: 3000 });
      expect(some).toEqual(all.filter((day) => day >= from));
    }
  });
});

const byDay = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1, maxLength: 3 });
const part = (name: string, value: fc.Arbitrary<unknown>) =>
  fc.option(value, { nil: null }).map((one) => (one === null ? '' : `;${name}=${one}`));
const anyRule = fc.oneof(
  fc.tuple(fc.constant('FREQ=WEEKLY'), part('INTERVAL', fc.integer({ min: 1, max: 4 })), part('BYDAY', byDay)),
  fc.tuple(
    fc.constant('FREQ=DAILY'),
    part('INTERVAL', fc.integer({ min: 1, max: 40 })),
    part('COUNT', fc.integer({ min: 1, max: 9 })),
  ),
  fc.tuple(
    fc.constant('FREQ=MONTHLY'),
    part('INTERVAL', fc.integer({ min: 1, max: 5 })),
    fc.constantFrom(';BYDAY=1MO', ';BYDAY=-1SU,2TU', ';BYMONTHDAY=15', ';BYMONTHDAY=-1'),
  ),
);

it('any usual rule has the days that another program finds', () => {
  fc.assert(
    fc.property(anyRule, fc.integer({ min: 18_000, max: 21_000 }), (parts, day) => {
      const [rule, start] = [parts.join(''), dateOfDay(day)];
      const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromJSDate(new Date(`${start}T10:00:00Z`), true));
      const others: string[] = [];
      for (let next = iterator.next(); next && others.length < 12; next = iterator.next())
        others.push(next.toString().slice(0, 10));
      const until = others.at(-1) ?? start;
      // The first time of an event is one of its times for us, whether the rule says so or not.
      const ours = dates(rule, start, until).filter((date) => others.includes(start) || date !== start);
      expect(ours.slice(0, others.length), rule).toEqual(others);
    }),
    { numRuns: 300 },
  );
});
