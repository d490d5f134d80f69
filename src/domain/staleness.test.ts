import { expect, test } from 'vitest';
import { standingOf } from './staleness.ts';

const application = (fields: object) => ({
  created_at: '2026-10-01T08:00:00.000Z',
  updated_at: '2026-10-01T08:00:00.000Z',
  version: 1,
  deleted_at: null,
  stage: 'applied',
  stage_history: [
    { stage: 'saved', outcome: null, on: '2026-10-01' },
    { stage: 'applied', outcome: null, on: '2026-11-01' },
  ],
  ...fields,
});

test('the days are those since the last move, and the first day is none', () => {
  expect(standingOf(application({}), '2026-11-11')).toMatchObject({ stage: 'applied', since: '2026-11-01', days: 10 });
  expect(standingOf(application({}), '2026-11-01').days).toBe(0);
});

test('a move that is dated in the future has taken no days', () => {
  expect(standingOf(application({}), '2026-10-20').days).toBe(0);
});

test('one that was kept without a history counts from the day it was added', () => {
  expect(standingOf(application({ stage_history: [] }), '2026-10-06').days).toBe(5);
});

test('it is stale only after more days than the stage may take, and says how many those are', () => {
  expect(standingOf(application({}), '2026-11-15').staleAfter).toBeNull();
  expect(standingOf(application({}), '2026-11-16').staleAfter).toBe(14);
});

test('one with a next action that is still to come is not stale, one whose action is overdue is', () => {
  expect(standingOf(application({ next_action_on: '2026-11-30' }), '2026-11-30').staleAfter).toBeNull();
  expect(standingOf(application({ next_action_on: '2026-11-29' }), '2026-11-30').staleAfter).toBe(14);
});

test('a closed one waits for nothing', () => {
  const closed = application({ stage: 'closed', outcome: 'rejected' });
  expect(standingOf(closed, '2027-11-01').staleAfter).toBeNull();
});
