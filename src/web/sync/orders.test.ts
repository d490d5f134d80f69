import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { choice, dateTime, text } from '../../domain/field.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { Orders, sortKey } from './orders.ts';

const person = (id: string, fields: Record<string, unknown>): AnyRecord => ({
  contact_id: id,
  tags: [],
  created_at: '',
  updated_at: '',
  version: 1,
  deleted_at: null,
  ...fields,
});

const ids = (records: readonly AnyRecord[]) => records.map(({ contact_id }) => contact_id).join('');

test('empty values come last both ways', () => {
  const people = [
    person('a', { name: 'A', company: null }),
    person('b', { name: 'B', company: 'Zeta' }),
    person('c', { name: 'C', company: 'Acme' }),
    person('d', { name: 'D', company: '' }),
  ];
  const orders = new Orders(contact, () => people);
  expect(ids(orders.sorted({ field: 'company', descending: false }))).toBe('cbad');
  expect(ids(orders.sorted({ field: 'company', descending: true }))).toBe('bcad');
});

test('text is sorted as people do: case and accents barely count, numbers by value', () => {
  const people = ['zoe', 'Élise', 'emil', 'Eva 10', 'Eva 9'].map((name, index) => person(String(index), { name }));
  const orders = new Orders(contact, () => people);
  const names = orders.sorted({ field: 'name', descending: false }).map(({ name }) => name);
  expect(names).toEqual(['Élise', 'emil', 'Eva 9', 'Eva 10', 'zoe']);
});

test('a record that changes moves to its place in every order that was built', () => {
  let people = ['A', 'B', 'C', 'D'].map((name) => person(name, { name, company: name }));
  const orders = new Orders(contact, () => people);
  for (const _ of orders.prepare());
  const before = people[0];
  const after = person('A', { name: 'A', company: 'Cz' });
  people = people.with(0, after);
  orders.replace(before, after);
  expect(ids(orders.sorted({ field: 'company', descending: false }))).toBe('BCAD');
  expect(ids(orders.sorted({ field: 'name', descending: false }))).toBe('ABCD');
  orders.replace(after, undefined);
  expect(ids(orders.sorted({ field: 'company', descending: true }))).toBe('DCB');
});

test('records that are equal in all but their id keep one order and can be found again', () => {
  const people = ['c', 'a', 'b'].map((id) => person(id, { name: 'Same' }));
  const orders = new Orders(contact, () => people);
  expect(ids(orders.sorted({ field: 'name', descending: false }))).toBe('abc');
  orders.replace(people[2], undefined);
  expect(ids(orders.sorted({ field: 'name', descending: false }))).toBe('ac');
});

test('a choice is sorted by its label', () => {
  expect(sortKey(choice({ label: 'Kind', choices: { a: 'Zebra', b: 'Ape' } }), 'a')).toBe('Zebra');
  expect(sortKey(text({ label: 'Text', maxLength: 9 }), '')).toBeNull();
  expect(sortKey(dateTime({ label: 'When' }), null)).toBeNull();
});

test('date-times are sorted by their instant, whatever their offsets', () => {
  const times = ['2026-03-12T14:30:00+09:00', '2026-03-12T14:30:00-05', '2026-03-12T06:00:00Z'];
  const people = times.map((last_contacted, index) => person(String(index), { name: 'A', last_contacted }));
  expect(ids(new Orders(contact, () => people).sorted({ field: 'last_contacted', descending: false }))).toBe('021');
});
