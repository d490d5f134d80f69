import { describe, expect, test } from 'vitest';
import { ACME, APPLIED, person, planned, pursuit, RECRUITER, said, suggested, told } from '../../test/job-search.ts';
import type { CadenceInput } from './cadence.ts';

// 2026-03-02 is a Monday.
const screening = pursuit([
  ['2026-02-02', 'applied'],
  ['2026-03-02', 'screening'],
]);

describe('after applying', () => {
  test.each<[string, Partial<CadenceInput>, readonly string[]]>([
    ['nothing else: a follow-up after 7 days', {}, ['follow_up 2026-03-09 1']],
    [
      'a message after 9 days: one more, 7 days later',
      { interactions: [said('out', '2026-03-11T09:00')] },
      ['follow_up 2026-03-18 2'],
    ],
    [
      'two messages: no third',
      { interactions: [said('out', '2026-03-09T09:00'), said('out', '2026-03-16T09:00')] },
      [],
    ],
    [
      'a message on the day itself is the application',
      { interactions: [said('out', '2026-03-02T09:00')] },
      ['follow_up 2026-03-09 1'],
    ],
    ['a task for it that is open: none', { tasks: [planned('follow_up', '2026-03-02')] }, []],
    [
      'a task for it that is snoozed: none',
      { tasks: [planned('follow_up', '2026-03-02', { due_on: '2026-03-09', snoozed_until: '2026-04-01' })] },
      [],
    ],
    [
      'a task that was done: the second step',
      { tasks: [planned('follow_up', '2026-03-02', { due_on: '2026-03-09', done_at: '2026-03-10T10:00:00Z' })] },
      ['follow_up 2026-03-17 2'],
    ],
    [
      'a message and the task for it: one step',
      {
        interactions: [said('out', '2026-03-10T09:00')],
        tasks: [planned('follow_up', '2026-03-02', { due_on: '2026-03-09', done_at: '2026-03-11T10:00:00Z' })],
      },
      ['follow_up 2026-03-18 2'],
    ],
    [
      'a message, and the second step dismissed at once',
      {
        interactions: [said('out', '2026-03-10T09:00')],
        tasks: [planned('follow_up', '2026-03-10', { due_on: '2026-03-17', done_at: '2026-03-10T10:00:00Z' })],
      },
      [],
    ],
    [
      'a task of another kind, another application, another time, or deleted: all the same',
      {
        tasks: [
          planned('prep', '2026-03-04'),
          planned('follow_up', '2026-03-04', { application_id: 'a-bolt' }),
          planned('follow_up', '2026-01-04', { done_at: '2026-02-03' }),
          planned('follow_up', '2026-03-04', { deleted_at: '2026-03-05T09:00:00.000Z' }),
        ],
      },
      ['follow_up 2026-03-09 1'],
    ],
    ['a word from them: a reply instead', { interactions: [said('in', '2026-03-05T09:00')] }, ['reply 2026-03-06 1']],
    ['a note is no word', { interactions: [said('in', '2026-03-05', { kind: 'note' })] }, ['follow_up 2026-03-09 1']],
    ['a call of theirs: nothing is waited for', { interactions: [said('in', '2026-03-05', { kind: 'call' })] }, []],
    ['a later stage: nothing is waited for', { applications: [screening] }, []],
    [
      'it is closed: none',
      {
        applications: [
          pursuit([
            ['2026-03-02', 'applied'],
            ['2026-03-05', 'closed'],
          ]),
        ],
      },
      [],
    ],
    ['it is deleted: none', { applications: [{ ...APPLIED, deleted_at: '2026-03-05T09:00:00.000Z' }] }, []],
    ['a next action is planned since: none', { applications: [{ ...APPLIED, next_action_on: '2026-03-12' }] }, []],
    [
      'a next action from before',
      { applications: [{ ...APPLIED, next_action_on: '2026-03-01' }] },
      ['follow_up 2026-03-09 1'],
    ],
    ['30 days after it was due', { today: '2026-04-08' }, ['follow_up 2026-03-09 1']],
    ['more than 30 days after it was due: none', { today: '2026-04-09' }, []],
    [
      'the day is a weekend: the Monday after',
      { applications: [pursuit([['2026-03-07', 'applied']])] },
      ['follow_up 2026-03-16 1'],
    ],
    ['not yet applied: none', { applications: [pursuit([['2026-03-02', 'saved']])] }, []],
    ['to be applied for later: none yet', { applications: [pursuit([['2026-03-25', 'applied']])] }, []],
  ])('%s', (_, input, expected) => {
    expect(told({ applications: [APPLIED], ...input })).toEqual(expected);
  });
});

test('a suggestion says why, for whom and since when, in no language', () => {
  const application = { ...APPLIED, contact_ids: [{ contact_id: RECRUITER, role: null }] };
  expect(suggested({ applications: [application], contacts: [person()] })).toEqual([
    {
      key: `${ACME}:applied:follow_up:1`,
      kind: 'follow_up',
      due_on: '2026-03-09',
      contact_id: RECRUITER,
      application_id: ACME,
      title: {
        reason: 'applied',
        since: '2026-03-02',
        step: 1,
        interview: null,
        contact: 'Rita',
        company: 'Acme',
        position: 'Engineer',
      },
    },
  ]);
});
