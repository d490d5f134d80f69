import { describe, expect, test } from 'vitest';
import { APPLIED, alone, person, pursuit, RECRUITER, said } from '../../test/job-search.ts';
import { type CadenceInput, followUpAfter } from './cadence.ts';

describe('the follow-up to offer for what was just written down', () => {
  const offered = (one: ReturnType<typeof said>, input: Partial<CadenceInput> = {}) => {
    const nothing = { applications: [APPLIED], contacts: [person()], interactions: [], rules: [] };
    return followUpAfter(one, { ...nothing, today: one.occurred_at.slice(0, 10), ...input });
  };
  test.each([
    ['a message of theirs: the reply', said('in', '2026-03-05'), '2026-03-06'],
    ['a message after applying: the second follow-up', said('out', '2026-03-09'), '2026-03-16'],
    ['a first message: a week', alone('out', '2026-03-09'), '2026-03-16'],
    ['an interview: the status, not the thanks', said('in', '2026-03-11', { kind: 'panel' }), '2026-03-18'],
    ['a note: nothing', said(null, '2026-03-11', { kind: 'note' }), null],
    ['a call of theirs: nothing', said('in', '2026-03-11', { kind: 'call' }), null],
    ['what is about nobody here: nothing', said('in', '2026-03-11', { application_id: 'a-gone' }), null],
  ])('%s', (_, one, expected) => {
    expect(offered(one)).toBe(expected);
  });

  test('a reply: 3 days, whatever was planned before it', () => {
    const contacts = [person(RECRUITER, { next_follow_up: '2026-03-30' })];
    const interactions = [alone('in', '2026-03-09')];
    expect(offered(alone('out', '2026-03-10'), { contacts, interactions })).toBe('2026-03-13');
  });

  test('an interview that is still to come is followed up after it', () => {
    const interview = said('in', '2026-03-11', { kind: 'panel' });
    expect(offered(interview, { today: '2026-03-04' })).toBe('2026-03-18');
  });

  test('what was long past is not followed up in the past', () => {
    expect(offered(said('out', '2026-03-09'), { today: '2026-03-20' })).toBeNull();
  });

  test.each([
    ['in', 'ghosted', '2026-03-13'],
    ['out', 'ghosted', null],
    ['in', 'rejected', null],
  ] as const)('a word %s about what was closed as %s: %s', (direction, outcome, expected) => {
    const stages = [['2026-03-02', 'applied'] as const, ['2026-03-10', 'closed'] as const];
    expect(offered(said(direction, '2026-03-12'), { applications: [pursuit(stages, { outcome })] })).toBe(expected);
  });

  test('a word from a contact who was ghosted: the reply', () => {
    const contacts = [person(RECRUITER, { status: 'ghosted' })];
    expect(offered(alone('in', '2026-03-11'), { contacts })).toBe('2026-03-12');
  });
});
