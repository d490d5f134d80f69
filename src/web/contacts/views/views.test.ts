import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { contact } from '../../../domain/contact.ts';
import { NOUNS } from '../../../domain/nouns.ts';
import { type ListAddress, PLAIN_LIST } from '../../route.ts';
import { replicaInMemory } from '../../sync/replica-in-memory.ts';
import { Toasts } from '../../ui/toasts.ts';
import { Views } from './views.ts';

const ghosted: ListAddress = { ...PLAIN_LIST, values: { status: 'ghosted' }, columns: ['name', 'company'] };

function open() {
  const replica = replicaInMemory(NOUNS);
  const address = signal<ListAddress>(PLAIN_LIST);
  const toasts = new Toasts();
  let sent = 0;
  const outbox = { send: async () => void sent++ };
  const views = new Views({ noun: contact, replica, outbox, toasts, address });
  return { views, address, toasts, replica, sent: () => sent };
}

const names = (views: Views) => views.all.value.map(({ name }) => name);

test('a saved view is the current one while its list is shown', () => {
  const { views, address, sent } = open();
  address.value = ghosted;
  views.save(' Ghosts ');
  expect(views.current.value).toMatchObject({ name: 'Ghosts', href: '/contacts?status=ghosted&columns=name,company' });
  expect(sent()).toBe(1);
  address.value = { ...ghosted, due: 'today' };
  expect(views.current.value).toBeNull();
});

test('a name that is used already means that view, whatever its case', () => {
  const { views, address } = open();
  address.value = ghosted;
  views.save('Ghosts');
  address.value = { ...ghosted, due: 'overdue' };
  views.save('ghosts');
  expect(views.all.value).toHaveLength(1);
  expect(views.current.value?.name).toBe('ghosts');
});

test('views are in the order of their names', () => {
  const { views, address } = open();
  address.value = ghosted;
  for (const name of ['Week 10', 'Äpfel', 'week 9', 'Zoo']) views.save(name);
  expect(names(views)).toEqual(['Äpfel', 'week 9', 'Week 10', 'Zoo']);
});

test('a view is renamed, deleted, and brought back by Undo', () => {
  const { views, address, toasts } = open();
  address.value = ghosted;
  views.save('Ghosts');
  const [one] = views.all.value;
  if (!one) throw new Error('Nothing was saved.');
  views.rename(one.id, 'Silent');
  expect(names(views)).toEqual(['Silent']);
  views.remove(one);
  expect(names(views)).toEqual([]);
  toasts.all.value[0]?.action?.run();
  expect(names(views)).toEqual(['Silent']);
});

test.each<[string, Partial<ListAddress>]>([
  ['columns', { columns: ['name', 'notes'] }],
  ['an order', { sort: { field: 'name', descending: false } }],
  ['the usual order the other way round', { sort: { field: 'next_follow_up', descending: true } }],
])('a list with only %s of its own can be saved', (_, asked) => {
  const { views, address } = open();
  address.value = { ...PLAIN_LIST, ...asked };
  expect(views.isPlain.value).toBe(false);
  views.save('Mine');
  expect(views.current.value?.name).toBe('Mine');
});

test('a list that is as with nothing asked for has nothing to save', () => {
  const { views, address } = open();
  expect(views.isPlain.value).toBe(true);
  address.value = { ...PLAIN_LIST, query: ' ', sort: { field: 'next_follow_up', descending: false } };
  expect(views.isPlain.value).toBe(true);
});

test('a list with nothing asked for has no address to save: a message says why, and nothing is kept', () => {
  const { views, toasts, sent } = open();
  views.save('All');
  expect([names(views), sent(), toasts.all.value.length]).toEqual([[], 0, 1]);
});

test('an address that was written otherwise is the same list', () => {
  const { views, address, replica } = open();
  const record = { name: 'Ghosts', address: 'columns=company&colour=red&status=ghosted' };
  replica.change({ type: 'views', id: '0198f3b1-0000-7000-8000-000000000001' }, { op: 'create', record });
  address.value = ghosted;
  expect(views.current.value?.name).toBe('Ghosts');
});
