import { expect, test } from 'vitest';
import { suggestedFollowUp } from './suggested-follow-up.ts';

test.each([
  ['out', '2026-11-25', '2026-12-02', 'a week later'],
  ['in', '2026-11-25', '2026-11-26', 'the next day'],
  ['in', '2026-11-27', '2026-11-30', 'on Monday instead of Saturday'],
  ['out', '2026-11-28', '2026-12-07', 'on Monday instead of Saturday'],
  ['out', '2026-11-29', '2026-12-07', 'on Monday instead of Sunday'],
])('a call %s on %s is followed up on %s: %s', (direction, today, day) => {
  expect(suggestedFollowUp({ kind: 'call', direction }, today)).toBe(day);
});

test('a note is not followed up', () => {
  expect(suggestedFollowUp({ kind: 'note', direction: null }, '2026-11-25')).toBeNull();
});
