import { describe, expect, test } from 'vitest';
import {
  ACME,
  APPLIED,
  alone,
  MANAGER,
  person,
  planned,
  pursuit,
  RECRUITER,
  said,
  suggested,
  told,
} from '../../test/job-search.ts';
import type { CadenceInput } from './cadence.ts';

// 2026-03-02 is a Monday.
describe('after a message', () => {
  test.each<[string, Partial<CadenceInput>, readonly string[]]>([
    ['from them: a reply within a day', { interactions: [alone('in', '2026-03-10T09:00')] }, ['reply 2026-03-11 1']],
    ['from them on a Friday: on Monday', { interactions: [alone('in', '2026-03-13T09:00')] }, ['reply 2026-03-16 1']],
    [
      'to which I replied: a follow-up after 3 days',
      { interactions: [alone('in', '2026-03-10T09:00'), alone('out', '2026-03-10T11:00')] },
      ['follow_up 2026-03-13 1'],
    ],
    [
      'to which I replied and wrote again: none',
      { interactions: [alone('in', '2026-03-10'), alone('out', '2026-03-11'), alone('out', '2026-03-16')] },
      [],
    ],
    [
      'of which only the days are known: as they were written down',
      {
        interactions: [
          { ...alone('out', '2026-03-10'), interaction_id: '2' },
          { ...alone('in', '2026-03-10T14:00'), interaction_id: '1' },
        ],
      },
      ['follow_up 2026-03-13 1'],
    ],
    [
      'of mine, the first: a follow-up after a week',
      { interactions: [alone('out', '2026-03-10')] },
      ['follow_up 2026-03-17 1'],
    ],
    ['that is still to come: none', { interactions: [alone('in', '2026-03-21')] }, []],
    [
      'to which the reply is planned in time: none',
      { interactions: [alone('in', '2026-03-10')], contacts: [person(RECRUITER, { next_follow_up: '2026-03-11' })] },
      [],
    ],
    [
      'after which a later follow-up is planned: the reply still',
      { interactions: [alone('in', '2026-03-10')], contacts: [person(RECRUITER, { next_follow_up: '2026-03-25' })] },
      ['reply 2026-03-11 1'],
    ],
    [
      'that came after the reply to the one before was done: a reply',
      {
        interactions: [alone('in', '2026-03-10T09:00:00Z'), alone('in', '2026-03-10T15:00:00Z')],
        tasks: [planned('reply', '2026-03-10', { contact_id: RECRUITER, done_at: '2026-03-10T12:00:00Z' })],
      },
      ['reply 2026-03-11 1'],
    ],
    [
      'that was dismissed where it was still yesterday in UTC: none',
      {
        interactions: [{ ...alone('in', '2026-03-11T08:00'), created_at: '2026-03-10T20:00:00.000Z' }],
        tasks: [
          planned('reply', '2026-03-10', {
            contact_id: RECRUITER,
            created_at: '2026-03-10T20:05:00.000Z',
            done_at: '2026-03-10T20:05:00.000Z',
          }),
        ],
      },
      [],
    ],
    [
      'from a contact that is closed: none',
      { interactions: [alone('in', '2026-03-10')], contacts: [person(RECRUITER, { status: 'On hold' })] },
      [],
    ],
    ['from a contact that is not there: none', { interactions: [alone('in', '2026-03-10')], contacts: [] }, []],
  ])('%s', (_, input, expected) => {
    expect(told({ contacts: [person()], ...input })).toEqual(expected);
  });
});

describe('after an interview', () => {
  const interview = said('in', '2026-03-11T14:00', { kind: 'technical', contact_id: MANAGER });
  test.each<[string, Partial<CadenceInput>, readonly string[]]>([
    [
      'thanks within a day, the status after 5 working days',
      {},
      ['thank_you 2026-03-12 1', 'check_status 2026-03-18 1'],
    ],
    [
      'thanks sent: the status all the same',
      { interactions: [interview, said('out', '2026-03-12T09:00')] },
      ['check_status 2026-03-18 1'],
    ],
    [
      'thanks to somebody else: thanks still',
      { interactions: [interview, said('out', '2026-03-12T09:00', { contact_id: RECRUITER })] },
      ['thank_you 2026-03-12 1', 'check_status 2026-03-18 1'],
    ],
    ['asked for the status: none', { interactions: [interview, said('out', '2026-03-18T09:00')] }, []],
    [
      'they wrote: thanks and a reply',
      { interactions: [interview, said('in', '2026-03-12T09:00')] },
      ['thank_you 2026-03-12 1', 'reply 2026-03-13 1'],
    ],
    [
      'the thanks are a task: the status',
      { tasks: [planned('thank_you', '2026-03-11', { contact_id: MANAGER })] },
      ['check_status 2026-03-18 1'],
    ],
    [
      'the next stage is reached: only thanks',
      {
        applications: [
          pursuit([
            ['2026-03-02', 'applied'],
            ['2026-03-13', 'final'],
          ]),
        ],
      },
      ['thank_you 2026-03-12 1'],
    ],
    [
      'the stage was set to it late: both',
      {
        applications: [
          pursuit([
            ['2026-03-02', 'applied'],
            ['2026-03-13', 'interview'],
          ]),
        ],
      },
      ['thank_you 2026-03-12 1', 'check_status 2026-03-18 1'],
    ],
    [
      'two people on one day: thanks to each',
      { interactions: [interview, { ...interview, interaction_id: 'i-2', contact_id: RECRUITER }] },
      ['thank_you 2026-03-12 1', 'thank_you 2026-03-12 1', 'check_status 2026-03-18 1'],
    ],
    ['more than a week late: no thanks', { today: '2026-03-20' }, ['check_status 2026-03-18 1']],
  ])('%s', (_, input, expected) => {
    expect(told({ applications: [APPLIED], interactions: [interview], today: '2026-03-19', ...input })).toEqual(
      expected,
    );
  });
});

describe('one person and several applications', () => {
  const on = (application_id: string) => ({ application_id, contact_ids: [{ contact_id: RECRUITER, role: null }] });
  const a = { ...APPLIED, ...on(ACME) };
  const b = { ...APPLIED, ...on('a-bolt') };
  const contacts = [person()];

  test('what names no application is about the only open one', () => {
    const [only, ...more] = suggested({ applications: [a], contacts, interactions: [alone('in', '2026-03-10')] });
    expect(only).toMatchObject({ kind: 'reply', application_id: ACME, contact_id: RECRUITER });
    expect(more).toEqual([]);
  });

  test('a reply about one of them answers a message about none', () => {
    const message = alone('in', '2026-03-10');
    const reply = said('out', '2026-03-11', { contact_id: RECRUITER });
    const kinds = suggested({ applications: [a, b], contacts, interactions: [message, reply] });
    expect(kinds.filter(({ kind }) => kind === 'reply')).toEqual([]);
  });

  test('a message about neither is the first follow-up of both', () => {
    expect(told({ applications: [a, b], contacts, interactions: [alone('out', '2026-03-09')] })).toEqual([
      'follow_up 2026-03-16 2',
      'follow_up 2026-03-16 2',
      'follow_up 2026-03-16 1',
    ]);
  });

  test('what was said about a closed application is over with it', () => {
    const closed = {
      ...pursuit([
        ['2026-03-02', 'applied'],
        ['2026-03-12', 'closed'],
      ]),
      ...on(ACME),
    };
    const before = told({ applications: [closed], contacts, interactions: [alone('out', '2026-03-10')] });
    expect(before).toEqual([]);
    const after = told({ applications: [closed], contacts, interactions: [alone('in', '2026-03-13')] });
    expect(after).toEqual(['reply 2026-03-16 1']);
  });
});
