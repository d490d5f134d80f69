import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { Drafts } from './drafts.ts';
import { FormState } from './form-state.ts';
import { storageInMemory } from './storage-in-memory.ts';

const kept = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const alice: AnyRecord = { ...kept, contact_id: 'a', name: 'Alice', phone: '5', tags: ['x'] };

function draftsInMemory(): Drafts {
  return new Drafts(storageInMemory(), 'contacts');
}

test('untouched fields follow what others change; touched ones stay', () => {
  const form = new FormState(contact, draftsInMemory(), 'a');
  form.type('phone', '555', alice);
  const changed = { ...alice, name: 'Alicia', phone: '999' };
  expect([form.textOf('name', changed), form.textOf('phone', changed)]).toEqual(['Alicia', '555']);
  expect(form.values()).toEqual({ phone: '555' });
});

test('what others change under a draft is told, also in the next form, until it is taken', () => {
  const drafts = draftsInMemory();
  const before = new FormState(contact, drafts, 'a');
  before.type('phone', '55', alice);
  const changed = { ...alice, phone: '999' };
  before.type('phone', '555', changed);
  const form = new FormState(contact, drafts, 'a');
  expect([form.meanwhileOf('phone', alice), form.meanwhileOf('phone', changed)]).toEqual([null, '999']);
  expect([form.meanwhileOf('name', changed), form.fromBefore.value]).toEqual([null, ['phone']]);
  form.type('phone', '999', changed);
  expect([form.meanwhileOf('phone', changed), form.fromBefore.value, drafts.get('a')]).toEqual([null, [], undefined]);
});

test('a field that was emptied meanwhile is told of as well', () => {
  const form = new FormState(contact, draftsInMemory(), 'a');
  form.type('phone', '55', alice);
  expect(form.meanwhileOf('phone', { ...alice, phone: null })).toBe('');
});

test('a field that is typed back to what it was is not touched, and leaves no draft', () => {
  const drafts = draftsInMemory();
  const form = new FormState(contact, drafts, 'a');
  form.type('phone', '55', alice);
  form.type('phone', '5', alice);
  expect(form.values()).toEqual({});
  expect(drafts.get('a')).toBeUndefined();
});

test('what was typed and not saved is there in the next form', () => {
  const drafts = draftsInMemory();
  new FormState(contact, drafts, 'a').type('tags', 'x, y', alice);
  const next = new FormState(contact, drafts, 'a');
  expect([next.drafted, next.textOf('tags', alice), next.values()]).toEqual([['tags'], 'x, y', { tags: ['x', 'y'] }]);
});

test('a review begins at the first drafted field that is wrong or was changed meanwhile, or else at the first', () => {
  const drafts = draftsInMemory();
  const over = {};
  drafts.keep('a', { texts: { linkedin_url: 'https://', email: 'nope', company: 'Globex' }, over });
  drafts.keep('b', { texts: { phone: '5', company: 'Globex' }, over });
  const firstOf = (key: string, record?: AnyRecord) => new FormState(contact, drafts, key).firstToReview(record);
  expect([firstOf('a'), firstOf('b'), firstOf('c')]).toEqual(['email', 'company', null]);
  expect(firstOf('b', { ...alice, company: '', phone: '7' })).toBe('phone');
});

test('the errors of the server are at their fields until those are touched', () => {
  const drafts = draftsInMemory();
  const email = { field: 'email', code: 'bad_email', detail: 'No.' };
  const phone = { field: 'phone', code: 'bad_text', detail: 'Out of service.' };
  const refused = { detail: 'Twice no.', errors: [email, phone] };
  drafts.giveBack('a', { texts: { email: 'a@b', phone: '6' }, over: {}, refused });
  const form = new FormState(contact, drafts, 'a');
  expect([form.refusal, form.errors.value]).toEqual(['Twice no.', { email, phone }]);
  form.type('email', 'a@b.c', alice);
  form.find({});
  expect(form.errors.value).toEqual({ phone });
});

test('what a new record begins with is saved untouched, and typed over; it is no draft', () => {
  const drafts = draftsInMemory();
  const form = new FormState(contact, drafts, 'new', { company: 'Globex' });
  expect([form.textOf('company', undefined), form.values(), drafts.get('new')]).toEqual([
    'Globex',
    { company: 'Globex' },
    undefined,
  ]);
  form.type('company', '', undefined);
  expect([form.textOf('company', undefined), form.values()]).toEqual(['', { company: '' }]);
  form.type('company', 'Globex', undefined);
  expect(drafts.get('new')).toBeUndefined();
});
