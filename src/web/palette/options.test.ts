import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { PLAIN_LIST } from '../route.ts';
import { Collection } from '../sync/collection.ts';
import { person } from '../sync/stand-ins.ts';
import { groupsFor, type Option, type Places } from './options.ts';

const action = (label: string): Option => ({ id: label, label, detail: '', run: () => {} });
const ACTIONS = [action('Sort by Name'), action('Switch the theme')];

/** What is found among people, with a view named “Ghosted, agencies”; and what choosing it did. */
function find(people: readonly AnyRecord[], query: string, opened: readonly string[] = []) {
  const collection = new Collection(contact);
  collection.show(people);
  const done: string[] = [];
  const places: Places = {
    contacts: { noun: contact, collection },
    today: signal('2026-03-02'),
    views: { all: signal([{ id: 'v', name: 'Ghosted, agencies', href: '/contacts?status=ghosted' }]) },
    lastOpened: { ids: opened },
    router: {
      route: signal({ list: PLAIN_LIST, open: { id: 'here' } }),
      open: (open) => void done.push(JSON.stringify(open)),
      follow: (href) => void done.push(href),
    },
    unsaved: { startNew: (name) => void done.push(`new ${name}`) },
  };
  const groups = groupsFor(places, ACTIONS, query);
  return { groups, done, labels: groups.map(({ title, options }) => [title, ...options.map(({ label }) => label)]) };
}

test('with nothing typed there is who is due until today, the longest due first, then views and all actions', () => {
  const people = [
    person('today', { next_follow_up: '2026-03-02' }),
    person('overdue', { next_follow_up: '2026-02-27' }),
    person('tomorrow', { next_follow_up: '2026-03-03' }),
    person('never'),
  ];
  expect(find(people, ' ').labels).toEqual([
    ['Contacts', 'overdue', 'today'],
    ['Views', 'Ghosted, agencies'],
    ['Actions', 'Sort by Name', 'Switch the theme'],
  ]);
});

test('with nothing typed those that were opened last come first, once, without the one that is open or gone', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f', 'here'].map((id) => person(id, { next_follow_up: '2026-03-01' }));
  const opened = ['here', 'c', 'gone', 'a', 'f', 'b', 'e', 'd'];
  expect(find(people, '', opened).labels.slice(0, 2)).toEqual([
    ['Opened last', 'c', 'a', 'f', 'b', 'e'],
    ['Contacts', 'd', 'here'],
  ]);
  expect(find(people, 'a', opened).labels[0]).toEqual(['Contacts', 'a']);
});

test('several beginnings of words find contacts, views and actions, whatever the accents', () => {
  expect(find([person('José Núñez'), person('Ann')], 'nun jos').labels[0]).toEqual(['Contacts', 'José Núñez']);
  expect(find([], 'age gho').labels[0]).toEqual(['Views', 'Ghosted, agencies']);
  expect(find([], 'them').labels[0]).toEqual(['Actions', 'Switch the theme', 'Add “them”']);
});

test('whose name it is comes before who mentions it', () => {
  const people = [person('Ann', { notes: 'knows Lee' }), person('Lee')];
  expect(find(people, 'lee').labels[0]).toEqual(['Contacts', 'Lee', 'Ann']);
});

test('whose number it is comes before who mentions it, once', () => {
  const people = [person('Mentions', { notes: 'room 555 0100' }), person('Caller', { phone: '555 0100' })];
  expect(find(people, '555 0100').labels[0]).toEqual(['Contacts', 'Caller', 'Mentions']);
});

test('of many contacts some are listed, and it is said how many more there are', () => {
  const [contacts] = find(
    Array.from({ length: 30 }, (_, n) => person(`Ann ${n}`)),
    'ann',
  ).groups;
  expect([contacts?.options.length, contacts?.more]).toEqual([12, 18]);
});

test('a smiley finds nothing, and may be somebody’s name', () =>
  expect(find([person('Ann')], '🙂').labels).toEqual([['Actions', 'Add “🙂”']]));

test('a choice opens the contact, goes to the view, or begins a contact with the name', () => {
  const { groups, done } = find([person('Gho')], 'gho');
  for (const { options } of groups) options[0]?.run();
  expect(done).toEqual(['{"id":"Gho"}', '/contacts?status=ghosted', 'new gho']);
});
