import { expect, test } from 'vitest';
import { enImport } from './en-import.ts';
import { enPlan } from './en-plan.ts';

const { done, earlier } = enImport;
const { plan, columns } = enPlan;

test('what is imported is counted in the right form of each noun', () => {
  expect(plan.apply({ contacts: 1, applications: 0 })).toBe('Import 1 contact');
  expect(plan.apply({ contacts: 9897, interactions: 1 })).toBe('Import 9,897 contacts and 1 conversation');
  expect(done.bad(1)).toBe('1 thing could not be read');
  expect(done.leftOut(2)).toBe('2 things left out');
  expect(enImport.export.unchanged(1)).toBe('1 record was here already');
  expect(enImport.export.refused(2)).toBe('2 records break a rule and were not taken');
  expect(earlier.kept(1)).toBe('1 record that was edited since stays');
});

test('an undone import is named where it has a name', () => {
  expect(earlier.wasUndone('people.csv')).toBe('The import of people.csv is undone');
  expect(earlier.wasUndone('')).toBe('The import is undone');
});

test('columns that become nothing of their own are told to go into the notes', () => {
  expect(columns.title(9, 5)).toBe('Columns: 5 of 9 become fields, what else is filled in goes into the notes');
  expect(columns.title(2, 2)).toBe('Columns: 2 of 2 become fields');
});

test('a message is a whole file: it is named without a line', () => {
  const line = (at: number) => `line\u00a0${at}`;
  expect(plan.where({ file: 'mail.eml', line: 1 }, true)).toBe('mail.eml');
  expect(plan.where({ file: 'people.csv', line: 4 }, true)).toBe(line(4));
  expect(plan.where({ file: 'people.csv', line: 4 }, false)).toBe(`people.csv, ${line(4)}`);
});
