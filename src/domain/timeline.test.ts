import { expect, test } from 'vitest';
import type { AnyRecord } from './noun.ts';
import { timelineOf, wakesOn } from './timeline.ts';

const server = {
  created_at: '2026-03-01T08:00:00.000Z',
  updated_at: '2026-03-01T08:00:00.000Z',
  version: 1,
  deleted_at: null,
};
const record = (fields: object): AnyRecord => ({ ...server, ...fields });

const application = record({
  application_id: 'a',
  stage_history: [
    { stage: 'saved', outcome: null, on: '2026-03-01' },
    { stage: 'applied', outcome: null, on: '2026-03-03' },
  ],
});
const call = record({ interaction_id: 'i', occurred_at: '2026-03-03T10:00' });
const done = record({ task_id: 't1', done_at: '2026-03-02', due_on: '2026-03-02', snoozed_until: null });
const late = record({ task_id: 't2', done_at: null, due_on: '2026-03-20', snoozed_until: null });
const soon = record({ task_id: 't3', done_at: null, due_on: '2026-03-05', snoozed_until: '2026-03-10' });
const someday = record({ task_id: 't4', done_at: null, due_on: null, snoozed_until: null });

test('everything that touches an application is in one timeline, the newest first, and what is ahead by its day', () => {
  const { ahead, happened } = timelineOf({
    subject: application,
    interactions: [call],
    tasks: [someday, late, done, soon],
    applications: [application],
  });
  expect(happened.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
    'stage 2026-03-03',
    'interaction 2026-03-03T10:00',
    'task 2026-03-02',
    'stage 2026-03-01',
    'added 2026-03-01T08:00:00.000Z',
  ]);
  expect(ahead.map(({ task_id }) => task_id)).toEqual(['t3', 't2', 't4']);
});

test('a contact has the history of its status, and the stages of its applications', () => {
  const contact = record({ contact_id: 'c', status_history: [{ status: 'ghosted', on: '2026-03-04' }] });
  const { happened } = timelineOf({ subject: contact, interactions: [], tasks: [], applications: [application] });
  expect(happened.map(({ kind }) => kind)).toEqual(['status', 'stage', 'stage', 'added']);
});

test('every entry has a key of its own', () => {
  const { happened } = timelineOf({
    subject: application,
    interactions: [call],
    tasks: [done],
    applications: [application],
  });
  expect(new Set(happened.map(({ key }) => key)).size).toBe(happened.length);
});

test.each([
  [{ due_on: '2026-03-05', snoozed_until: null }, '2026-03-05'],
  [{ due_on: '2026-03-05', snoozed_until: '2026-03-09' }, '2026-03-09'],
  [{ due_on: '2026-03-05', snoozed_until: '2026-03-01' }, '2026-03-05'],
  [{ due_on: null, snoozed_until: '2026-03-01' }, '2026-03-01'],
  [{ due_on: null, snoozed_until: null }, null],
])('a task %j asks for attention on %s', (fields, day) => {
  expect(wakesOn(record(fields))).toBe(day);
});
