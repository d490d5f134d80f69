import { expect, test } from 'vitest';
import { date, required, text } from '../../../domain/field.ts';
import { type AnyRecord, defineNoun } from '../../../domain/noun.ts';
import { neededColumns, spread } from './widths.ts';

const thing = defineNoun({
  type: 'things',
  singular: 'thing',
  idField: 'thing_id',
  titleField: 'name',
  dueField: 'due',
  fields: {
    name: required(text({ label: 'Name', maxLength: 200 })),
    due: date({ label: 'Due' }),
    place: text({ label: 'Place', maxLength: 200 }),
    notes: text({ label: 'Notes', maxLength: 200, column: false }),
  },
});

const kept = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const things = (names: readonly string[]): AnyRecord[] =>
  names.map((name) => ({ ...kept, name, due: null, place: 'x' }));
const columnsOf = (names: readonly string[], available: number) =>
  spread(neededColumns(thing, things(names).values(), names.length), available, 'due');
const widthsOf = (names: readonly string[], available = 0) =>
  Object.fromEntries(columnsOf(names, available).map(({ name, width }) => [name, width]));

test('a column is as wide as what is in it, within bounds', () => {
  const short = widthsOf(['Al', 'Bo']).name ?? 0;
  const long = widthsOf(['Alexandra Papadopoulou', 'Bartholomew Featherstone']).name ?? 0;
  const endless = widthsOf(['x'.repeat(20_000)]).name ?? 0;
  expect(short).toBeLessThan(long);
  expect(long).toBeLessThan(endless);
  expect(endless).toBe(260);
});

test('one long value among many does not widen its column', () => {
  const names = Array.from({ length: 50 }, () => 'Al');
  expect(widthsOf([...names, 'x'.repeat(200)]).name).toBe(widthsOf(names).name);
});

test('of very many records some are looked at, from all over', () => {
  const names = Array.from({ length: 50_000 }, (_, n) => (n < 25_000 ? 'Al' : 'Alexandra Papadopoulou'));
  expect(widthsOf(names).name).toBe(widthsOf(['Alexandra Papadopoulou']).name);
});

test('characters of two widths take two', () => {
  expect(widthsOf(['田中太郎田中太郎田中太郎']).name).toBe(widthsOf(['x'.repeat(24)]).name);
});

test('capitals and an m take more than an i', () => {
  const [narrow = 0, wide = 0] = ['illicit little lilli', 'WILLIAM MCMAMMOND WM'].map((name) => widthsOf([name]).name);
  expect(wide).toBeGreaterThan(1.5 * narrow);
});

test('remaining space is shared, and dates keep their width', () => {
  const tight = widthsOf(['Alexandra Papadopoulou']);
  const wide = widthsOf(['Alexandra Papadopoulou'], 1000);
  expect(wide.due).toBe(tight.due);
  expect(wide.name).toBeGreaterThan(tight.name ?? 0);
  const total = Object.values(wide).reduce((sum, width) => sum + width, 0);
  expect(total).toBeGreaterThan(990);
  expect(total).toBeLessThanOrEqual(1000);
});

test('where the due date would be cut, the texts before it give way', () => {
  const names = ['Alexandra Papadopoulou'];
  const { name = 0, due = 0, place } = widthsOf(names);
  expect(widthsOf(names, name + due - 40)).toEqual({ name: name - 40, due, place });
  expect(widthsOf(names, name + due + 1)).toEqual({ name, due, place });
});

test('where too much is missing no text gives way, and the table is wider than its box', () => {
  const names = ['Alexandra Papadopoulou'];
  expect(widthsOf(names, 100)).toEqual(widthsOf(names));
});

test('a field that is no column is left out', () => {
  expect(Object.keys(widthsOf([]))).toEqual(['name', 'due', 'place']);
});
