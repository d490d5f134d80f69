import { expect, test } from 'vitest';
import { buildContact } from '../../../test/build-record.ts';
import type { AgendaInput } from '../../domain/agenda-item.ts';
import { suggestedFollowUp } from './suggested-follow-up.ts';

const ANN = buildContact({ name: 'Ann' });

function inputOf(today: string, others: Partial<AgendaInput> = {}): AgendaInput {
  return { contacts: [ANN], applications: [], interactions: [], tasks: [], rules: [], today, ...others };
}

test.each([
  ['out', '2026-11-25', '2026-12-02', 'a week later'],
  ['in', '2026-11-25', '2026-11-26', 'the next day'],
  ['in', '2026-11-27', '2026-11-30', 'on Monday instead of Saturday'],
  ['out', '2026-11-28', '2026-12-07', 'on Monday instead of Saturday'],
  ['out', '2026-11-29', '2026-12-07', 'on Monday instead of Sunday'],
])('a call %s on %s is followed up on %s: %s', (direction, today, day) => {
  expect(suggestedFollowUp({ kind: 'call', direction, occurred_at: today }, inputOf(today))).toBe(day);
});

test('a note is not followed up', () => {
  expect(suggestedFollowUp({ kind: 'note', direction: null }, inputOf('2026-11-25'))).toBeNull();
});

test('the cadence of the person goes before what is usual', () => {
  const message = { kind: 'message', direction: 'out', occurred_at: '2026-11-25', contact_id: ANN.contact_id };
  const usual = suggestedFollowUp(message, inputOf('2026-11-25'));
  const rules = [
    { after: 'reached_out', stage: null, kind: 'follow_up', days: 14, working_days: false, most: 1 },
  ] as const;
  expect([usual, suggestedFollowUp(message, inputOf('2026-11-25', { rules }))]).toEqual(['2026-12-02', '2026-12-09']);
});
