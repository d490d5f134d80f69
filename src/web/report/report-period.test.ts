import { expect, test } from 'vitest';
import { reportPeriod } from './report-period.ts';

const TODAY = '2026-11-25';
const WHOLE = { from: '2026-05-01', to: TODAY };
const asked = (parameters: Record<string, string>) => reportPeriod(parameters, WHOLE, TODAY);

test('a report is of this month unless the address names another', () => {
  expect(asked({})).toMatchObject({ from: '2026-11-01', to: '2026-11-30', month: '2026-11', short: '2026-11' });
  expect(asked({ month: '2026-02' })).toMatchObject({ from: '2026-02-01', to: '2026-02-28', month: '2026-02' });
  expect(asked({ month: '2026-13' }).month).toBe('2026-11');
});

test('days that are named go before a month, and an end that is left open is that of the search', () => {
  expect(asked({ month: '2026-02', from: '2026-10-15' })).toMatchObject({
    from: '2026-10-15',
    to: TODAY,
    month: null,
    short: '2026-10-15--2026-11-25',
  });
});

test('until the fifth a report is of the month that is to be handed in', () => {
  const monthOn = (today: string) => reportPeriod({}, WHOLE, today).month;
  expect(['2026-12-01', '2026-12-05', '2026-12-06', '2027-01-03'].map(monthOn)).toEqual([
    '2026-11',
    '2026-11',
    '2026-12',
    '2026-12',
  ]);
});
