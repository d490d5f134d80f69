import { describe, expect, test } from 'vitest';
import { message, Shop } from '../../../test/import-scene.ts';
import { NO_CHOICES } from './choices.ts';

describe('what a message seems to say', () => {
  const saying = (said: 'rejection' | 'interview_invitation' | 'application_confirmation', fields: object = {}) =>
    message(1, { job: { company: 'Acme' }, proposal: { class: said, because: 'words' } }, fields);
  const job = { position: 'Engineer', company: 'Acme', stage: 'applied', applied_on: '2026-02-01' };

  test('is undecided at first, and changes nothing', () => {
    const shop = new Shop();
    const id = shop.has('applications', job);
    const plan = shop.plan([saying('rejection')]);
    expect(plan.rows[0]?.proposal).toMatchObject({
      chosen: 'undecided',
      application: { id },
      edit: { stage: 'closed', outcome: 'rejected' },
    });
    shop.apply(plan);
    expect(shop.get('applications', id)).toMatchObject({ stage: 'applied', version: 1 });
  });

  test('when accepted, moves the application on the day of the message, once', () => {
    const shop = new Shop();
    const id = shop.has('applications', job);
    const accept = { ...NO_CHOICES, all: { proposals: 'accepted' as const } };
    shop.apply(shop.plan([saying('interview_invitation')], accept));
    expect(shop.get('applications', id)).toMatchObject({ stage: 'interview' });
    expect(shop.get('applications', id)?.stage_history).toMatchObject([
      { stage: 'applied', on: '2026-02-01' },
      { stage: 'interview', on: '2026-03-05' },
    ]);
    expect(shop.of('tasks')).toMatchObject([{ kind: 'prep', application_id: id }]);
    expect(shop.plan([saying('interview_invitation')], accept).writes).toEqual([]);
  });

  test('begins an application where it confirms one that is not known, once for all its messages', () => {
    const shop = new Shop();
    const confirming = (line: number) =>
      message(
        line,
        {
          job: { company: 'Acme', position: 'Engineer' },
          proposal: { class: 'application_confirmation', because: 'words' },
        },
        { subject: `Confirmation ${line}`, source_id: `${line}@x` },
      );
    const file = [
      confirming(1),
      confirming(2),
      message(
        3,
        { job: { company: 'Acme' }, proposal: { class: 'rejection', because: 'no' } },
        { subject: 'No', occurred_at: '2026-03-08T10:00:00Z' },
      ),
    ];
    expect(shop.plan(file).rows[0]?.proposal).toMatchObject({
      application: null,
      edit: { position: 'Engineer', stage: 'applied' },
    });
    const accept = { ...NO_CHOICES, all: { proposals: 'accepted' as const } };
    const before = shop.seen();
    const parts = shop.apply(shop.plan(file, accept));
    expect(shop.of('applications')).toMatchObject([
      { position: 'Engineer', company: 'Acme', applied_on: '2026-03-05', stage: 'closed', outcome: 'rejected' },
    ]);
    expect(shop.plan(file, accept).writes).toEqual([]);
    shop.undo(parts);
    expect(shop.seen()).toEqual(before);
  });

  test('begins one as well where a system wrote that names nobody: until then the message waits', () => {
    const shop = new Shop();
    const written = (line: number, said: 'application_confirmation' | 'rejection', at: string) =>
      message(
        line,
        { people: [], job: { company: 'Acme', position: 'Engineer' }, proposal: { class: said, because: 'words' } },
        { subject: said, occurred_at: at, source_id: `${line}@ats` },
      );
    const file = [
      written(1, 'rejection', '2026-03-08T10:00:00Z'),
      written(2, 'application_confirmation', '2026-03-05T10:00:00Z'),
    ];
    const waiting = shop.plan(file);
    expect([waiting.writes, waiting.bad]).toEqual([[], []]);
    const key = waiting.rows[1]?.key ?? '';
    const saying = (proposal: 'application_confirmation' | 'recruiter_approach' | 'dismissed') =>
      shop.plan(file, { ...NO_CHOICES, rows: { [key]: { proposal } } });
    for (const { rows } of [waiting, saying('recruiter_approach'), saying('dismissed')]) {
      const isWaiting = { action: 'alone', offers: [], told: [{ code: 'waits' }], proposal: { application: null } };
      expect(rows).toMatchObject([isWaiting, isWaiting]);
    }
    const accepted = saying('application_confirmation');
    expect(accepted.rows.map(({ title, action }) => [title, action])).toEqual([
      ['rejection', 'create'],
      ['application_confirmation', 'create'],
    ]);
    const before = shop.seen();
    const parts = shop.apply(accepted);
    expect(shop.of('applications')).toMatchObject([
      { position: 'Engineer', applied_on: '2026-03-05', stage: 'applied' },
    ]);
    const application_id = shop.of('applications')[0]?.application_id;
    expect(shop.of('interactions')).toMatchObject([{ application_id }, { application_id }]);
    expect(saying('application_confirmation').writes).toEqual([]);
    shop.undo(parts);
    expect(shop.seen()).toEqual(before);
    const all = shop.plan(file, { ...NO_CHOICES, all: { proposals: 'accepted' } });
    shop.apply(all);
    expect(shop.of('applications')).toMatchObject([{ stage: 'closed', outcome: 'rejected' }]);
  });

  const SAID = [
    ['rejection', { stage: 'closed', outcome: 'rejected', applied_on: null }],
    ['assessment', { stage: 'assessment', applied_on: null }],
    ['interview_invitation', { stage: 'interview', applied_on: null }],
    ['availability_request', { stage: 'screening', applied_on: null }],
    ['application_confirmation', { stage: 'applied', applied_on: '2026-03-05' }],
  ] as const;
  test.each(SAID)('of a system, is of the application that is here, or begins it: %s', (said, standing) => {
    const shop = new Shop();
    const job = { company: 'Acme', position: 'Backend Engineer' };
    const file = [message(1, { people: [], job, proposal: { class: said, because: 'words' } })];
    const accept = { ...NO_CHOICES, all: { proposals: 'accepted' as const } };
    const { rows, bad, writes } = shop.plan(file);
    expect({ bad, writes }).toEqual({ bad: [], writes: [] });
    expect(rows).toMatchObject([{ told: [{ code: 'waits' }], proposal: { edit: { ...job, stage: standing.stage } } }]);
    const parts = shop.apply(shop.plan(file, accept));
    expect(shop.of('applications')).toMatchObject([{ ...job, ...standing }]);
    expect(shop.of('interactions')).toMatchObject([{ application_id: shop.of('applications')[0]?.application_id }]);
    expect(shop.plan(file, accept).writes).toEqual([]);
    shop.undo(parts);
    const id = shop.has('applications', job);
    shop.apply(shop.plan(file));
    expect(shop.of('interactions')).toMatchObject([{ application_id: id, contact_id: null }]);
    expect(shop.of('applications')).toHaveLength(1);
  });

  test('of a system that names no position is bad where no one application is meant, with what to do', () => {
    const shop = new Shop();
    for (const position of ['Engineer', 'Designer']) shop.has('applications', { ...job, position });
    const file = [
      message(1, { people: [], job: { company: 'Acme' }, proposal: { class: 'rejection', because: 'no' } }),
    ];
    expect(shop.plan(file).bad).toMatchObject([{ why: expect.stringMatching(/Acme.*more than one.*Add that/) }]);
  });

  test('may be said to be something else, or nothing', () => {
    const shop = new Shop();
    const id = shop.has('applications', job);
    const [row] = shop.plan([saying('rejection')]).rows;
    const saidOf = (proposal: 'offer' | 'dismissed') => ({ ...NO_CHOICES, rows: { [row?.key ?? '']: { proposal } } });
    shop.apply(shop.plan([saying('rejection')], saidOf('dismissed')));
    expect(shop.get('applications', id)).toMatchObject({ stage: 'applied' });
    shop.apply(shop.plan([saying('rejection')], saidOf('offer')));
    expect(shop.get('applications', id)).toMatchObject({ stage: 'offer', outcome: null });
  });

  test('is not undone where the application moved on since', () => {
    const shop = new Shop();
    const id = shop.has('applications', job);
    const parts = shop.apply(shop.plan([saying('rejection')], { ...NO_CHOICES, all: { proposals: 'accepted' } }));
    const moved = { stage: 'closed', outcome: 'withdrawn' };
    shop.do({ op: 'edit', type: 'applications', id, record: { outcome: 'withdrawn' }, change_id: 'moved-since' });
    expect(shop.undo(parts).kept).toEqual([{ type: 'applications', id }]);
    expect(shop.get('applications', id)).toMatchObject(moved);
    expect(shop.of('interactions')).toEqual([]);
  });

  test('never moves it back, nor says anew how it ended', () => {
    const shop = new Shop();
    shop.has('applications', { ...job, stage: 'closed', outcome: 'withdrawn' });
    const accept = { ...NO_CHOICES, all: { proposals: 'accepted' as const } };
    const plan = shop.plan([saying('application_confirmation'), saying('rejection', { subject: 'No' })], accept);
    expect(plan.writes.map(({ type }) => type)).toEqual(['contacts', 'interactions', 'interactions']);
  });
});
