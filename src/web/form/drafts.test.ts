import { expect, test } from 'vitest';
import { Drafts } from './drafts.ts';
import { storageInMemory } from './storage-in-memory.ts';

const over = {};

test('what was typed is there again, for each record apart', () => {
  const storage = storageInMemory();
  new Drafts(storage, 'contacts').keep('a', { texts: { name: 'Alice' }, over: { name: 'Al' } });
  const later = new Drafts(storage, 'contacts');
  expect(later.get('a')).toEqual({ texts: { name: 'Alice' }, over: { name: 'Al' } });
  expect(later.get('new')).toBeUndefined();
});

test('nothing typed leaves nothing behind', () => {
  const storage = storageInMemory();
  const drafts = new Drafts(storage, 'contacts');
  drafts.keep('a', { texts: { name: 'Alice' }, over });
  drafts.keep('a', { texts: {}, over });
  expect(storage.kept.size).toBe(0);
});

test('a refused change joins the draft, and what was typed since wins', () => {
  const drafts = new Drafts(storageInMemory(), 'contacts');
  const refused = { detail: 'No.', errors: [] };
  drafts.keep('a', { texts: { name: 'Alice' }, over: { name: '2' } });
  drafts.giveBack('a', { texts: { name: 'Al', phone: '5' }, over: { name: '1', phone: '' }, refused });
  expect(drafts.get('a')).toEqual({ texts: { name: 'Alice', phone: '5' }, over: { name: '2', phone: '' }, refused });
});

test('a text that is set aside wins over an older one of the same field, and leaves the others', () => {
  const drafts = new Drafts(storageInMemory(), 'contacts');
  drafts.keep('a', { texts: { email: 'old@', phone: '5' }, over });
  drafts.setAside('a', { texts: { email: 'new@' }, over: { email: 'a@b.c' } });
  expect(drafts.get('a')).toEqual({ texts: { email: 'new@', phone: '5' }, over: { email: 'a@b.c' } });
});

test('what is no draft is passed over', () => {
  const storage = storageInMemory({
    'touchbase.draft.contacts.a': '{"texts":5,"over":{}}',
    'touchbase.draft.contacts.b': '{',
  });
  const drafts = new Drafts(storage, 'contacts');
  expect([drafts.get('a'), drafts.get('b')]).toEqual([undefined, undefined]);
});

test('a draft that a form begins with is not one from before, until the form is opened again', () => {
  const drafts = new Drafts(storageInMemory(), 'contacts');
  drafts.begin('new', { name: 'Alice' });
  expect([drafts.get('new')?.texts, drafts.isFromBefore('new')]).toEqual([{ name: 'Alice' }, false]);
  expect(drafts.isFromBefore('new')).toBe(true);
});

test('a draft that changes elsewhere than in its form is told of, and no other', () => {
  const drafts = new Drafts(storageInMemory(), 'contacts');
  const before = [drafts.revisionOf('a'), drafts.revisionOf('b')];
  drafts.keep('a', { texts: { name: 'Al' }, over });
  expect(drafts.revisionOf('a')).toBe(before[0]);
  drafts.giveBack('a', { texts: { phone: '5' }, over });
  expect(drafts.revisionOf('a')).not.toBe(before[0]);
  expect(drafts.revisionOf('b')).toBe(before[1]);
});
