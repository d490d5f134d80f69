import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { view } from '../../domain/view.ts';
import type { Change, Conflict } from '../sync/change.ts';
import { confirm, NOW, replicaInMemory } from '../sync/replica-in-memory.ts';
import { dateWords, momentWords } from '../words/moment.ts';
import { changeWords, conflictWords, titleOf, typedWords } from './change-words.ts';

const ANN = { type: 'contacts', id: 'ann' };
const KEPT = { created_at: NOW, updated_at: NOW, version: 1, deleted_at: null };

/** A replica that knows Ann. */
async function withAnn(values: Readonly<Record<string, unknown>> = {}) {
  const replica = replicaInMemory([contact, view]);
  const ann = { contact_id: 'ann', name: 'Ann', email: 'a@example.org', ...values, ...KEPT };
  await confirm(replica, 'contacts', ann);
  return replica;
}

function changeOf(op: Change['operation']['op'], record?: Change['operation']['record'], ref = ANN): Change {
  return { ...ref, change_id: 'c', operation: { op, ...(record && { record }) }, at: NOW, seen: {} };
}

function conflictOf(field: string, theirs: unknown, ref = ANN): Conflict {
  return { ...ref, field, theirs, change_id: 'c', at: NOW };
}

test('each change is named by what was done, its fields by their labels, its record by its title', async () => {
  const replica = await withAnn();
  const ben = { type: 'contacts', id: 'ben' };
  expect(changeWords(replica, changeOf('create', { name: 'Ben', email: 'b@example.org' }, ben))).toBe('Added Ben');
  expect(changeWords(replica, changeOf('edit', { phone: '1', recruiter_company: 'X' }))).toBe(
    'Edited Phone, Recruiter’s company of Ann',
  );
  expect(changeWords(replica, changeOf('remove'))).toBe('Deleted Ann');
  expect(changeWords(replica, changeOf('restore'))).toBe('Brought back Ann');
});

test('a change of a view is named as one of a contact is', async () => {
  const replica = replicaInMemory([contact, view]);
  await confirm(replica, 'views', { view_id: 'v', name: 'Ghosts', address: 'status=ghosted', ...KEPT });
  const ref = { type: 'views', id: 'v' };
  expect(changeWords(replica, changeOf('edit', { name: 'Silent' }, ref))).toBe('Edited Name of Ghosts');
  expect(conflictWords(replica, conflictOf('name', 'Quiet', ref))).toBe(
    'Name of Ghosts: your other device wrote “Quiet”. Here it says “Ghosts”.',
  );
});

test('a record that is not here any more, or was never named, still has a name', async () => {
  const replica = await withAnn();
  expect(titleOf(replica, { type: 'contacts', id: 'gone' })).toBe('A new contact');
  expect(changeWords(replica, changeOf('remove', undefined, { type: 'contacts', id: 'gone' }))).toBe(
    'Deleted A new contact',
  );
  replica.change(ANN, { op: 'remove' });
  expect(changeWords(replica, changeOf('edit', { phone: '1' }))).toBe('Edited Phone of Ann');
});

test('what was typed is listed whole, as it was typed; what was emptied is not', async () => {
  const replica = await withAnn();
  const notes = 'She said: “call <b>me</b>” · 王\nand more';
  const change = changeOf('edit', { notes, phone: null, company: '', tags: ['ä', 'b'] });
  expect(typedWords(replica, change)).toBe(`Notes: ${notes} · Tags: ä, b`);
  expect(typedWords(replica, changeOf('remove'))).toBe('');
});

test('a mark that is set is told by a word', async () => {
  const replica = await withAnn();
  expect(typedWords(replica, changeOf('edit', { email: null, needs_email: true }))).toBe('Needs e-mail: yes');
});

test('a choice is told by its label and a date in the manner of the person, whoever wrote it', async () => {
  const replica = await withAnn({ kind: 'referral', next_follow_up: '2026-03-31' });
  const typed = changeOf('edit', { kind: 'agency_recruiter', last_contacted: '2026-03-01T10:00:00Z' });
  expect(typedWords(replica, typed)).toBe(
    `Kind: Agency recruiter · Last contacted: ${momentWords('2026-03-01T10:00:00Z')}`,
  );
  expect(conflictWords(replica, conflictOf('kind', 'hiring_manager'))).toBe(
    'Kind of Ann: your other device wrote “Hiring manager”. Here it says “Referral”.',
  );
  expect(conflictWords(replica, conflictOf('next_follow_up', '2026-04-01'))).toBe(
    `Next follow-up of Ann: your other device wrote “${dateWords('2026-04-01')}”. Here it says “${dateWords('2026-03-31')}”.`,
  );
});

test('a conflict tells both values, and that a field is empty', async () => {
  const replica = await withAnn({ phone: null });
  expect(conflictWords(replica, conflictOf('phone', '5'))).toBe(
    'Phone of Ann: your other device wrote “5”. Here it says nothing.',
  );
  expect(conflictWords(replica, conflictOf('phone', null))).toContain('your other device wrote nothing.');
});

test('a conflict with a deletion tells what was deleted and what was written meanwhile', async () => {
  const replica = await withAnn();
  replica.change(ANN, { op: 'remove' });
  expect(conflictWords(replica, conflictOf('kind', 'other'))).toBe(
    'You deleted Ann. Meanwhile your other device wrote “Other” in Kind.',
  );
});

test('a field that this version does not know is told by its name', async () => {
  const replica = await withAnn();
  expect(conflictWords(replica, conflictOf('shoe_size', '43'))).toContain('shoe_size of Ann');
  expect(typedWords(replica, changeOf('edit', { shoe_size: '43' }))).toBe('shoe_size: 43');
});
