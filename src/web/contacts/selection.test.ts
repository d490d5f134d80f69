import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { type ListAddress, PLAIN_LIST } from '../route.ts';
import { Collection } from '../sync/collection.ts';
import { person } from '../sync/stand-ins.ts';
import { ContactList } from './contact-list.ts';
import { Selection } from './selection.ts';

const byName: ListAddress = { ...PLAIN_LIST, sort: { field: 'name', descending: false } };

function newSelection() {
  const collection = new Collection(contact);
  collection.show(['a', 'b', 'c', 'd', 'e'].map((id) => person(id, { company: id < 'c' ? 'Globex' : 'Hooli' })));
  const address = signal(byName);
  const selection = new Selection(new ContactList(collection, address, signal('2026-03-12')));
  const chosen = () => [...selection.ids.value].sort().join('');
  return { selection, collection, address, chosen };
}

test('one is selected and unselected; a range goes from there, either way, and only as far as it was extended last', () => {
  const { selection, chosen } = newSelection();
  selection.toggle('c');
  selection.extendTo('e');
  expect(chosen()).toBe('cde');
  selection.extendTo('b');
  expect(chosen()).toBe('bc');
  selection.toggle('e');
  selection.extendTo('d');
  expect(chosen()).toBe('bcde');
  selection.toggle('c');
  expect(chosen()).toBe('bde');
});

test('a range without a beginning is the one contact', () => {
  const { selection, chosen } = newSelection();
  selection.extendTo('d');
  expect(chosen()).toBe('d');
  selection.extendTo('e');
  expect(chosen()).toBe('de');
});

test('step by step it grows and shrinks, and a new start leaves the old range alone', () => {
  const { selection, chosen } = newSelection();
  selection.step('a', 'b');
  selection.step('b', 'c');
  expect(chosen()).toBe('abc');
  selection.step('c', 'b');
  expect(chosen()).toBe('ab');
  selection.step('d', 'e');
  expect(chosen()).toBe('abde');
});

test('what is filtered out stays selected and is counted; all that are shown join it, and none leaves nothing', () => {
  const { selection, address, chosen } = newSelection();
  selection.toggle('a');
  expect(selection.share.value).toBe('some');
  address.value = { ...byName, values: { company: 'Hooli' } };
  expect([selection.count.value, selection.hidden.value, selection.share.value]).toEqual([1, 1, 'none']);
  selection.toggleAll();
  expect([chosen(), selection.hidden.value, selection.share.value]).toEqual(['acde', 1, 'all']);
  selection.toggleAll();
  expect([chosen(), selection.share.value]).toEqual(['', 'none']);
});

test('a contact that is deleted leaves the selection, and does not join it again when it comes back', () => {
  const { selection, collection, chosen } = newSelection();
  selection.all();
  collection.show([person('b', { version: 2, deleted_at: '2026-03-12T10:00:00Z' })]);
  expect(chosen()).toBe('acde');
  collection.show([person('b', { version: 3 })]);
  expect(chosen()).toBe('acde');
});
