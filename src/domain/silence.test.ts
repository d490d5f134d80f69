import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACME, APPLIED, alone, anyWorkspace, person, pursuit, RECRUITER, said } from '../../test/job-search.ts';
import type { ApplicationFacts, Conversed } from './conversations.ts';
import { silencesOf } from './silence.ts';

const TODAY = '2026-03-20';

function silences(records: Partial<Conversed>, today = TODAY) {
  return silencesOf({ applications: [], contacts: [], interactions: [], ...records }, today);
}

describe('a silence', () => {
  test.each<[string, Partial<Conversed>, { since: string; days: number; waitsFor?: string } | undefined]>([
    ['lasts since applying, before any word', {}, { since: '2026-03-02', days: 18, waitsFor: 'them' }],
    [
      'lasts since their last word, whatever I wrote after it',
      { interactions: [said('in', '2026-03-10'), said('out', '2026-03-12')] },
      { since: '2026-03-10', days: 10, waitsFor: 'them' },
    ],
    [
      'is mine where their message has no answer',
      { interactions: [said('in', '2026-03-10')] },
      { since: '2026-03-10', days: 10, waitsFor: 'me' },
    ],
    ['is not broken by what I write', { interactions: [said('out', '2026-03-12')] }, { since: '2026-03-02', days: 18 }],
    [
      'is broken by an interview',
      { interactions: [said('out', '2026-03-12', { kind: 'final' })] },
      { since: '2026-03-12', days: 8 },
    ],
    [
      'is broken by a stage that they reached',
      {
        applications: [
          pursuit([
            ['2026-03-02', 'applied'],
            ['2026-03-16', 'screening'],
          ]),
        ],
      },
      { since: '2026-03-16', days: 4 },
    ],
    [
      'is not broken by a stage that I went back to',
      {
        applications: [
          pursuit([
            ['2026-03-02', 'applied'],
            ['2026-03-04', 'final'],
            ['2026-03-16', 'screening'],
          ]),
        ],
      },
      { since: '2026-03-04', days: 16 },
    ],
    [
      'is not broken by a note',
      { interactions: [said(null, '2026-03-12', { kind: 'note' })] },
      { since: '2026-03-02', days: 18 },
    ],
    [
      'is not broken by what is still to come',
      { interactions: [said('in', '2026-03-21')] },
      { since: '2026-03-02', days: 18 },
    ],
    [
      'lasts since my first message where I did not apply',
      {
        applications: [pursuit([['2026-03-01', 'saved']])],
        interactions: [said('out', '2026-03-12'), said('out', '2026-03-14')],
      },
      { since: '2026-03-12', days: 8 },
    ],
    ['is none where nobody said anything', { applications: [pursuit([['2026-03-01', 'saved']])] }, undefined],
    [
      'is none once it is closed',
      {
        applications: [
          pursuit([
            ['2026-03-02', 'applied'],
            ['2026-03-16', 'closed'],
          ]),
        ],
      },
      undefined,
    ],
    [
      'is also that of a conversation about no application',
      { applications: [], contacts: [person()], interactions: [alone('out', '2026-03-12')] },
      { since: '2026-03-12', days: 8 },
    ],
    [
      'is none with a contact who is ghosted already',
      {
        applications: [],
        contacts: [person(RECRUITER, { status: 'Ghosted' })],
        interactions: [alone('out', '2026-03-12')],
      },
      undefined,
    ],
  ])('%s', (_, records, expected) => {
    const [silence] = silences({ applications: [APPLIED], ...records });
    if (expected === undefined) expect(silence).toBeUndefined();
    else expect(silence).toMatchObject(expected);
  });

  test('the longest comes first', () => {
    const later = pursuit([['2026-03-09', 'applied']], { application_id: 'a-bolt' });
    expect(silences({ applications: [later, APPLIED] }).map(({ days }) => days)).toEqual([18, 11]);
  });
});

describe('what is usual at a stage', () => {
  const answered = (days: readonly number[]) =>
    days.map((wait, index) => {
      const on = `2026-02-${String(1 + wait).padStart(2, '0')}`;
      const moves = [['2026-02-01', 'applied'] as const, [on, index % 2 ? 'screening' : 'closed'] as const];
      return pursuit(moves, { application_id: `a-${index}` });
    });
  const usual = (others: readonly ApplicationFacts[], today?: string) => {
    return silences({ applications: [APPLIED, ...others] }, today).find((one) => one.application_id === ACME);
  };

  test('is ours while they have fewer than five answers of their own, and it says so', () => {
    expect(usual(answered([2, 4, 6, 8]))?.usual).toEqual({
      medianDays: 10,
      ninetiethDays: 30,
      ghostedAfterDays: 30,
      from: 'default',
      cases: 4,
    });
  });

  test('is theirs from five on: a later stage and a rejection are answers', () => {
    expect(usual(answered([2, 4, 6, 8, 20]))?.usual).toEqual({
      medianDays: 6,
      ninetiethDays: 20,
      ghostedAfterDays: 20,
      from: 'history',
      cases: 5,
    });
  });

  test('counts only waits that ended in an answer, at the stage in which they were', () => {
    const ghosted = answered([2, 4, 6, 8, 20]).map((one) =>
      pursuit(
        [
          ['2026-02-01', 'applied'],
          ['2026-02-20', 'closed'],
        ],
        { application_id: one.application_id, outcome: 'ghosted' },
      ),
    );
    expect(usual(ghosted)?.usual).toMatchObject({ from: 'default', cases: 0 });
    const interviewed = [0, 1, 2, 3, 4].map((index) => {
      return pursuit(
        [
          ['2026-01-20', 'applied'],
          ['2026-02-01', 'interview'],
          ['2026-02-04', 'offer'],
        ],
        { application_id: `b-${index}` },
      );
    });
    const waits = silences({
      applications: [
        APPLIED,
        ...interviewed,
        pursuit(
          [
            ['2026-02-01', 'applied'],
            ['2026-03-19', 'interview'],
          ],
          { application_id: 'c' },
        ),
      ],
    });
    expect(waits.find((one) => one.application_id === 'c')?.usual).toMatchObject({
      medianDays: 3,
      from: 'history',
      cases: 5,
    });
    expect(waits.find((one) => one.application_id === ACME)?.usual).toMatchObject({ medianDays: 12, cases: 6 });
  });

  test('makes nobody suspect before two weeks, however quick the answers were', () => {
    expect(usual(answered([1, 1, 1, 1, 1]), '2026-03-16')).toMatchObject({ days: 14, mayBeGhosted: false });
    expect(usual(answered([1, 1, 1, 1, 1]), '2026-03-17')).toMatchObject({ days: 15, mayBeGhosted: true });
  });

  test('makes it a question only after nine of ten answers had come', () => {
    expect(usual([], '2026-04-01')).toMatchObject({ days: 30, mayBeGhosted: false });
    expect(usual([], '2026-04-02')).toMatchObject({ days: 31, mayBeGhosted: true });
  });
});

test('no silence is negative or begins after today, whatever was said', () => {
  fc.assert(
    fc.property(anyWorkspace, (workspace) => {
      for (const { days, since } of silencesOf(workspace, workspace.today)) {
        expect(days).toBeGreaterThanOrEqual(0);
        expect(since <= workspace.today).toBe(true);
      }
    }),
  );
});

test('one more word from them makes no silence longer', () => {
  fc.assert(
    fc.property(anyWorkspace, (workspace) => {
      const { today, interactions } = workspace;
      const word = said('in', today, { interaction_id: 'i-new' });
      const after = silencesOf({ ...workspace, interactions: [...interactions, word] }, today);
      for (const { application_id, days } of silencesOf(workspace, today)) {
        if (application_id === null) continue;
        const now = after.find((one) => one.application_id === application_id);
        expect(now?.days).toBeLessThanOrEqual(application_id === ACME ? 0 : days);
      }
    }),
  );
});
