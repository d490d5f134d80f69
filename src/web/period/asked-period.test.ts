import { expect, test } from 'vitest';
import { askedDays, askedSpan, daysAsked, periodOf } from './asked-period.ts';

const TODAY = '2026-11-25';
const WHOLE = { from: '2025-06-01', to: '2026-12-01' };
const asked = (parameters: Record<string, string>) => periodOf(parameters, WHOLE, TODAY);

test('nothing asked for, and what is not known, is all of it', () => {
  expect(asked({})).toEqual(WHOLE);
  expect(asked({ span: 'fortnight', from: '2026-02-30' })).toEqual(WHOLE);
  expect(askedSpan({ span: 'fortnight' })).toBe('all');
});

test('the last three months and this year end today', () => {
  expect(asked({ span: 'quarter' })).toEqual({ from: '2026-08-25', to: TODAY });
  expect(asked({ span: 'year' })).toEqual({ from: '2026-01-01', to: TODAY });
});

test('days go before a span, and the earlier one is the first', () => {
  expect(asked({ span: 'year', from: '2026-03-31', to: '2026-03-01' })).toEqual({
    from: '2026-03-01',
    to: '2026-03-31',
  });
  expect(askedSpan({ span: 'year', to: '2026-03-01' })).toBe('between');
});

test('an end that is left open is that of the search', () => {
  expect(asked({ from: '2026-03-01' })).toEqual({ from: '2026-03-01', to: WHOLE.to });
  expect(asked({ to: '2026-03-01' })).toEqual({ from: WHOLE.from, to: '2026-03-01' });
  expect(asked({ to: '2020-01-01' })).toEqual({ from: '2020-01-01', to: '2020-01-01' });
  expect(asked({ from: '2030-01-01' })).toEqual({ from: '2030-01-01', to: '2030-01-01' });
});

test('the days in an address are read as they were written', () => {
  for (const days of [
    { from: '2026-03-01', to: null },
    { from: null, to: '2026-03-01' },
    { from: '2026-01-01', to: '2026-02-01' },
  ])
    expect(askedDays(daysAsked(days))).toEqual(days);
});
