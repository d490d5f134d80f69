import { expect, test } from 'vitest';
import { madeRecord } from '../../../test/made-record.ts';
import { application } from '../../domain/application.ts';
import type { Plan, ProposalRow, Row } from '../../interop/import/plan.ts';
import { byType, canAccept, rowsWith, whyNothing } from './shown-rows.ts';

const said: ProposalRow = {
  class: 'application_confirmation',
  because: 'we received your application',
  chosen: 'undecided',
  application: null,
  edit: {},
};

test('what a message says can be accepted for a known application, or where it begins one; else there is nothing to do', () => {
  expect(canAccept({ ...said, application: { id: '1', title: 'Engineer' } })).toBe(true);
  expect(canAccept({ ...said, edit: { position: 'Engineer', stage: 'applied' } })).toBe(true);
  expect(canAccept(said)).toBe(false);
});

test('who said that it says something else, which does nothing, can still say otherwise', () => {
  expect(canAccept({ ...said, chosen: 'rejection' })).toBe(true);
  expect(canAccept({ ...said, chosen: 'dismissed' })).toBe(false);
});

const known: Row = {
  key: '1',
  type: 'contacts',
  where: [{ file: 'people.csv', line: 2 }],
  title: 'Ann',
  action: 'alone',
  offers: [],
  match: { id: '1', title: 'Ann', certain: true, by: ['email'] },
  id: '1',
  fields: {},
  differences: [],
  isImplied: false,
  told: [],
  proposal: null,
};

test('an import that would change nothing says why', () => {
  const bad = { where: { file: 'people.csv', line: 3 }, why: 'Name is missing.', excerpt: '' };
  const of = (some: Partial<Plan>) => whyNothing({ rows: [], bad: [], leftOut: [], writes: [], ...some });
  expect(of({})).toBe('empty');
  expect(of({ bad: [bad] })).toBe('unread');
  expect(of({ rows: [known], bad: [bad] })).toBe('known');
  expect(of({ rows: [known, { ...known, match: null, id: null }] })).toBe('left');
  const opening = { ...said, edit: { position: 'Engineer' } };
  expect(of({ rows: [{ ...known, match: null, id: null, proposal: opening }] })).toBe('undecided');
  const write = { key: '1', type: 'contacts', id: '1', before: undefined, record: { name: 'Ann' } } as const;
  expect(of({ rows: [known], writes: [write] })).toBeNull();
});

test('rows are found by the beginnings of words in their names and in what they bring', () => {
  const ben: Row = {
    ...known,
    key: '2',
    title: 'Ben Łukasz',
    fields: { name: 'Ben Łukasz', email: 'ben@acme.example' },
  };
  const found = (text: string) => rowsWith([known, ben], text).map(({ title }) => title);
  expect(found(' ')).toEqual(['Ann', 'Ben Łukasz']);
  expect(found('luk acme')).toEqual(['Ben Łukasz']);
  expect(found('nn')).toEqual([]);
});

test('an application that a message begins or moves on is counted, though it has no row', () => {
  const begun = {
    key: 'm',
    type: 'applications',
    id: '7',
    before: undefined,
    record: { position: 'Engineer' },
  } as const;
  const row: Row = { ...known, type: 'applications', id: '8', action: 'create' };
  const own = { ...begun, id: '8' };
  const moved = { ...begun, id: '9', before: madeRecord(application, 9, { position: 'Designer' }) };
  const plan = { rows: [row], writes: [begun, own, moved] };
  expect(byType(plan, 'create').applications).toBe(2);
  expect(byType(plan, 'update').applications).toBe(1);
});
