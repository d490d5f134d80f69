import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeRecord, numberedId } from '../../test/made-record.ts';
import { type Application, application } from './application.ts';
import { clashesWith, type Submission } from './double-submission.ts';

const TODAY = '2026-06-15';
const written: Submission = { company: 'Acme', position: 'Data Engineer', via: 'Hays', stage: 'saved' };

let count = 0;
const made = (values: Readonly<Record<string, unknown>>, on = '2026-03-02'): Application => {
  count += 1;
  return madeRecord(application, count, { company: 'ACME AG', position: 'Data Engineer (m/w/d)', ...values }, on);
};
const levels = (one: Submission, ...others: readonly Application[]) =>
  clashesWith(one, others, { today: TODAY }).map(({ level }) => level);

describe('a warning', () => {
  test.each([
    ['another agency was first', { via: 'Randstad', stage: 'applied' }],
    ['you were first', { stage: 'applied' }],
    ['you were first, by somebody who knows you', { route: 'referral', stage: 'interview' }],
    ['an agency without a name was first', { route: 'staffing_agency', stage: 'applied' }],
    ['the role has one more word', { position: 'Senior Data Engineer', stage: 'applied' }],
    ['it was rejected this year', { stage: 'closed', outcome: 'rejected' }],
    ['it was withdrawn after applying', { stage: 'closed', outcome: 'withdrawn', applied_on: '2026-02-01' }],
  ])('where %s', (_, values) => expect(levels(written, made(values))).toEqual(['warning']));

  test('where you apply yourself after an agency', () => {
    expect(levels({ ...written, via: null, route: 'direct' }, made({ via: 'Hays', stage: 'applied' }))).toEqual([
      'warning',
    ]);
  });

  test('where you have applied and an agency is about to', () => {
    expect(levels({ ...written, stage: 'applied' }, made({ via: 'Randstad' }))).toEqual(['warning']);
  });

  test('as soon as the client is told, and not before', () => {
    const other = made({ via: 'Randstad', stage: 'applied' });
    expect(levels({ ...written, company: null }, other)).toEqual([]);
    expect(levels({ ...written, company: 'Acme' }, other)).toEqual(['warning']);
  });
});

test('only a note while both are saved', () => expect(levels(written, made({ via: 'Randstad' }))).toEqual(['note']));

describe('nothing', () => {
  test.each([
    ['it is the same agency', { via: 'HAYS AG', stage: 'applied' }],
    ['the company is another', { company: 'Globex', stage: 'applied' }],
    ['the company is not known', { company: null, stage: 'applied' }],
    ['the role is another', { position: 'Data Analyst', stage: 'applied' }],
    ['it was withdrawn before it was sent', { stage: 'closed', outcome: 'withdrawn' }],
    ['the posting expired before it was sent', { stage: 'closed', outcome: 'expired' }],
  ])('where %s', (_, values) => expect(levels(written, made(values))).toEqual([]));

  test('where you apply yourself both times: that is a duplicate', () => {
    expect(levels({ ...written, via: ' ' }, made({ stage: 'applied' }))).toEqual([]);
  });

  test('where what is written is closed', () => {
    expect(levels({ ...written, stage: 'closed' }, made({ stage: 'applied' }))).toEqual([]);
  });

  test('with itself, nor with a deleted one', () => {
    const self = made({ stage: 'applied' });
    const deleted = { ...made({ stage: 'applied' }), deleted_at: '2026-03-03T09:00:00.000Z' };
    expect(levels({ ...written, application_id: self.application_id }, self, deleted)).toEqual([]);
  });
});

test('a closed one counts for a year after it was closed, or as long as is asked', () => {
  const rejected = { stage: 'closed', outcome: 'rejected', via: 'Randstad' };
  const onTheDay = made(rejected, '2025-06-15');
  const before = made(rejected, '2025-06-14');
  expect(levels(written, onTheDay, before)).toEqual(['warning']);
  expect(clashesWith(written, [onTheDay, before], { today: TODAY, days: 366 })).toHaveLength(2);
  expect(clashesWith(written, [onTheDay, before], { today: TODAY, days: 30 })).toEqual([]);
});

test('an open one counts however old it is', () => {
  expect(levels(written, made({ stage: 'interview' }, '2020-01-01'))).toEqual(['warning']);
});

test('says who and when: the day of applying, else of the first stage, else of writing it down; warnings first', () => {
  const applied = made({ via: 'Randstad', stage: 'interview', applied_on: '2026-02-01' });
  const staged = made({ stage: 'interview' }, '2026-04-04');
  const bare = { ...made({ route: 'recruiting_agency' }, '2026-05-05'), stage_history: [] };
  expect(clashesWith(written, [bare, applied, staged], { today: TODAY })).toEqual([
    { application_id: staged.application_id, level: 'warning', channel: { by: 'person' }, on: '2026-04-04' },
    {
      application_id: applied.application_id,
      level: 'warning',
      channel: { by: 'agency', name: 'Randstad' },
      on: '2026-02-01',
    },
    { application_id: bare.application_id, level: 'note', channel: { by: 'agency', name: null }, on: '2026-05-05' },
  ]);
});

const open = fc.record({
  company: fc.constantFrom('Acme', 'acme gmbh', 'Globex', null),
  position: fc.constantFrom('Data Engineer', 'Senior Data Engineer', 'Engineer', 'Analyst'),
  via: fc.constantFrom('Hays', 'Randstad', null),
  route: fc.constantFrom('direct', 'recruiting_agency', null),
  stage: fc.constantFrom('saved', 'applied', 'offer'),
});

test('two open ones clash whichever is written, at the same level; none with itself', () => {
  fc.assert(
    fc.property(open, open, (one, other) => {
      const [a, b] = [madeRecord(application, 1, one), madeRecord(application, 2, other)];
      expect(levels(a, b)).toEqual(levels(b, a));
      const both = clashesWith(a, [a, b], { today: TODAY });
      expect(both.every(({ application_id }) => application_id === numberedId(2))).toBe(true);
    }),
  );
});
