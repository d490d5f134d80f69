import { describe, expect, test } from 'vitest';
import { dueRange, followUp } from './follow-up.ts';

describe('a follow-up', () => {
  test.each([
    [null, { state: 'none' }],
    ['2026-03-10', { state: 'today' }],
    ['2026-03-09', { state: 'overdue', days: 1 }],
    ['2025-03-10', { state: 'overdue', days: 365 }],
    ['2026-03-11', { state: 'upcoming', days: 1 }],
    ['2026-04-10', { state: 'upcoming', days: 31 }],
  ])('due %s stands on 2026-03-10 as %j', (due, expected) => {
    expect(followUp(due, '2026-03-10')).toEqual(expected);
  });
});

describe('a span of follow-ups', () => {
  test.each([
    ['overdue', { to: '2026-02-28' }],
    ['today', { from: '2026-03-01', to: '2026-03-01' }],
    ['week', { from: '2026-03-01', to: '2026-03-07' }],
  ] as const)('%s on 2026-03-01 is %j', (span, expected) => {
    expect(dueRange(span, '2026-03-01')).toEqual(expected);
  });
});
