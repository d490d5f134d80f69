import { expect, test } from 'vitest';
import { Drafts } from './drafts.ts';

function storageWith(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('what was typed is there again, for each record apart', () => {
  const storage = storageWith();
  new Drafts(storage, 'contacts').keep('a', { texts: { name: 'Alice' } });
  const later = new Drafts(storage, 'contacts');
  expect(later.get('a')?.texts).toEqual({ name: 'Alice' });
  expect(later.get('new')).toBeUndefined();
});

test('nothing typed leaves nothing behind', () => {
  const storage = storageWith();
  const drafts = new Drafts(storage, 'contacts');
  drafts.keep('a', { texts: { name: 'Alice' } });
  drafts.keep('a', { texts: {} });
  expect(storage.kept.size).toBe(0);
});

test('a refused change joins the draft, and what was typed since wins', () => {
  const drafts = new Drafts(storageWith(), 'contacts');
  drafts.keep('a', { texts: { name: 'Alice' } });
  drafts.add('a', { texts: { name: 'Al', phone: '5' }, refused: { detail: 'No.', errors: [] } });
  expect(drafts.get('a')).toEqual({ texts: { name: 'Alice', phone: '5' }, refused: { detail: 'No.', errors: [] } });
});

test('what is no draft is passed over', () => {
  const storage = storageWith({ 'touchbase.draft.contacts.a': '{"texts":5}', 'touchbase.draft.contacts.b': '{' });
  const drafts = new Drafts(storage, 'contacts');
  expect([drafts.get('a'), drafts.get('b')]).toEqual([undefined, undefined]);
});

test('a draft that a form begins with is not one from before, and takes nothing away from one that is', () => {
  const drafts = new Drafts(storageWith(), 'contacts');
  drafts.begin('new', { name: 'Alice' });
  expect([drafts.get('new')?.texts, drafts.isFromBefore('new')]).toEqual([{ name: 'Alice' }, false]);
  drafts.begin('new', { name: 'Bob' });
  expect([drafts.get('new')?.texts, drafts.isFromBefore('new')]).toEqual([{ name: 'Alice' }, true]);
});

test('a draft that changes elsewhere than in its form is told of, and no other', () => {
  const drafts = new Drafts(storageWith(), 'contacts');
  const before = [drafts.revisionOf('a'), drafts.revisionOf('b')];
  drafts.keep('a', { texts: { name: 'Al' } });
  expect(drafts.revisionOf('a')).toBe(before[0]);
  drafts.add('a', { texts: { phone: '5' } });
  expect(drafts.revisionOf('a')).not.toBe(before[0]);
  expect(drafts.revisionOf('b')).toBe(before[1]);
});
