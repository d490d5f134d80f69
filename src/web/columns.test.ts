import { expect, test } from 'vitest';
import { application } from '../domain/application.ts';
import { contact } from '../domain/contact.ts';
import { interaction } from '../domain/interaction.ts';
import { task } from '../domain/task.ts';
import { chosenColumns, columnFields, fieldsOf, movedColumn, toggledColumn } from './columns.ts';

const usual = columnFields(contact.fields).map(([name]) => name);

test('the title is a column always, and the first', () => {
  expect(chosenColumns(contact, ['company'])).toEqual(['name', 'company']);
  expect(chosenColumns(contact, ['company', 'name'])).toEqual(['name', 'company']);
  expect(toggledColumn(contact, ['name', 'company'], 'name')).toEqual(['name', 'company']);
  expect(movedColumn(contact, ['name', 'company'], 'company', -1)).toEqual(['name', 'company']);
  expect(movedColumn(contact, ['name', 'company'], 'name', 1)).toEqual(['name', 'company']);
});

test('the usual columns are the same as none chosen', () => {
  expect(chosenColumns(contact, usual)).toBeNull();
  expect(toggledColumn(contact, toggledColumn(contact, null, 'notes'), 'notes')).toBeNull();
});

test('what is no field is passed over, and what is named twice is one column', () => {
  expect(chosenColumns(contact, ['name', 'shoe_size', 'toString', 'email', 'email'])).toEqual(['name', 'email']);
});

test('what programs set is no column, and cannot be made one', () => {
  for (const noun of [application, interaction, task]) {
    expect(columnFields(noun.fields).map(([name]) => name)).not.toContain('source_id');
    expect(chosenColumns(noun, [noun.titleField, 'source_id'])).toEqual([noun.titleField]);
  }
});

test('a column that is chosen comes last, and one left out goes', () => {
  expect(toggledColumn(contact, ['name', 'email'], 'notes')).toEqual(['name', 'email', 'notes']);
  expect(toggledColumn(contact, ['name', 'email', 'notes'], 'email')).toEqual(['name', 'notes']);
});

test('a column moves one place, and stays where it is at an end or where it is none', () => {
  const columns = ['name', 'email', 'phone'];
  expect(movedColumn(contact, columns, 'email', 1)).toEqual(['name', 'phone', 'email']);
  expect(movedColumn(contact, columns, 'phone', -1)).toEqual(['name', 'phone', 'email']);
  expect(movedColumn(contact, columns, 'phone', 1)).toBe(columns);
  expect(movedColumn(contact, columns, 'notes', 1)).toBe(columns);
});

test('each column has its field', () => {
  expect(fieldsOf(contact, ['name', 'notes'])).toEqual([
    ['name', contact.fields.name],
    ['notes', contact.fields.notes],
  ]);
  expect(fieldsOf(contact, null).map(([name]) => name)).toEqual(usual);
});

test('a history is no column', () => {
  expect(chosenColumns(contact, ['name', 'status_history', 'company'])).toEqual(['name', 'company']);
});
