import { expect, test } from 'vitest';
import { contact } from '../../../domain/contact.ts';
import type { AnyRecord } from '../../../domain/noun.ts';
import { Drafts } from './drafts.ts';
import { FormState } from './form-state.ts';

const kept = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const alice: AnyRecord = { ...kept, contact_id: 'a', name: 'Alice', phone: '5', tags: ['x'] };

function draftsInMemory(): Drafts {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return new Drafts(storage, 'contacts');
}

test('untouched fields follow what others change; touched ones stay', () => {
  const form = new FormState(contact, draftsInMemory(), 'a');
  form.type('phone', '555', alice);
  const changed = { ...alice, name: 'Alicia', phone: '999' };
  expect([form.textOf('name', changed), form.textOf('phone', changed)]).toEqual(['Alicia', '555']);
  expect(form.values()).toEqual({ phone: '555' });
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
  expect([next.hasDraft, next.textOf('tags', alice), next.values()]).toEqual([true, 'x, y', { tags: ['x', 'y'] }]);
});

test('the errors of the server are at their fields until those are touched', () => {
  const drafts = draftsInMemory();
  const email = { field: 'email', code: 'bad_email', detail: 'No.' };
  const phone = { field: 'phone', code: 'bad_text', detail: 'Out of service.' };
  drafts.add('a', { texts: { email: 'a@b', phone: '6' }, refused: { detail: 'Twice no.', errors: [email, phone] } });
  const form = new FormState(contact, drafts, 'a');
  expect([form.refusal, form.errors.value]).toEqual(['Twice no.', { email, phone }]);
  form.type('email', 'a@b.c', alice);
  form.find({});
  expect(form.errors.value).toEqual({ phone });
});
