import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { contact } from '../../../domain/contact.ts';
import { type ListAddress, PLAIN_LIST } from '../../route.ts';
import { Collection } from '../../sync/collection.ts';
import { person } from '../../sync/stand-ins.ts';
import { ContactList } from '../contact-list.ts';
import { Grid } from './grid.ts';

const byName: ListAddress = { ...PLAIN_LIST, sort: { field: 'name', descending: false } };

function newGrid() {
  const collection = new Collection(contact);
  collection.show(['ann', 'ben', 'cleo'].map((id) => person(id)));
  const address = signal(byName);
  const grid = new Grid(new ContactList(collection, address, signal('2026-03-12')));
  return { grid, collection, address };
}

test('a wish for the focus is served once: a table that is drawn anew takes nothing', () => {
  const { grid } = newGrid();
  grid.focus();
  expect([grid.takeWish(), grid.takeWish()]).toEqual(['focus', null]);
  grid.focus();
  expect(grid.takeWish()).toBe('focus');
});

test('another list begins at its top, and the same one asked for again stays where it was', () => {
  const { grid, address } = newGrid();
  grid.set({ row: 2, column: 3 });
  grid.takeWish();
  address.value = { ...byName };
  expect([grid.place.value, grid.takeWish()]).toEqual([{ row: 2, column: 3 }, null]);
  address.value = { ...byName, sort: { field: 'name', descending: true } };
  expect([grid.place.value, grid.takeWish()]).toEqual([{ row: 0, column: 0 }, 'top']);
});

test('a header that sorts stays the active cell', () => {
  const { grid, address } = newGrid();
  grid.set({ row: -1, column: 1 });
  address.value = { ...byName, query: 'a' };
  expect(grid.place.value).toEqual({ row: -1, column: 1 });
});

test('a contact is made the active one without taking the focus', () => {
  const { grid } = newGrid();
  grid.reveal('cleo');
  expect([grid.place.value, grid.takeWish()]).toEqual([{ row: 2, column: 0 }, 'sight']);
});

test('Tab goes on to the next cell of the contact that was edited', () => {
  const { grid } = newGrid();
  grid.set({ row: 1, column: 1 });
  grid.edit();
  grid.stopEditing('ben', 1);
  expect([grid.place.value, grid.isEditing.value]).toEqual([{ row: 1, column: 2 }, true]);
});

test('Tab edits no one else where the edited contact has left the list', () => {
  const { grid, collection, address } = newGrid();
  collection.show(['ann', 'ben', 'cleo'].map((id) => person(id, { company: 'Globex', version: 2 })));
  address.value = { ...byName, values: { company: 'Globex' } };
  grid.set({ row: 1, column: 1 });
  grid.edit();
  collection.show([person('ben', { company: 'Hooli', version: 3 })]);
  grid.stopEditing('ben', 1);
  expect([grid.place.value, grid.idAt(1), grid.isEditing.value]).toEqual([{ row: 1, column: 1 }, 'cleo', false]);
});

test('what cannot be edited says so', () => {
  const { grid } = newGrid();
  grid.set({ row: -1, column: 0 });
  expect(grid.edit()).toBe(false);
  grid.set({ row: 0, column: 99 });
  expect(grid.edit()).toBe(false);
  grid.set({ row: 0, column: -1 });
  expect(grid.edit()).toBe(false);
  grid.set({ row: 0, column: 0 });
  expect(grid.edit()).toBe(true);
});
