import { expect, test } from 'vitest';
import { storageOrMemory, type TextStorage } from '../storage.ts';
import { Habits } from './habits.ts';

const TODAY = '2026-03-10';

const empty = () => storageOrMemory(() => null);
const read = (storage: TextStorage, replica = 'mine') => new Habits(storage, replica).reading(TODAY);

test('what a person said is there the next time, for the same workspace alone', () => {
  const storage = empty();
  const habits = new Habits(storage, 'mine');
  habits.own(['me@example.org', 'me@work.example', 'me@example.org']);
  habits.map('name|shoe size', { 0: 'contacts.name', 1: null });
  habits.map('name|shoe size', { 0: 'contacts.name', 1: '' });
  expect(habits.emails).toEqual(['me@example.org', 'me@work.example']);
  expect(read(storage)).toMatchObject({
    today: TODAY,
    own: { names: [], emails: ['me@example.org', 'me@work.example'] },
    mappings: { 'name|shoe size': { 0: 'contacts.name', 1: '' } },
  });
  expect(read(storage, 'another')).toMatchObject({ own: { emails: [] }, mappings: {} });
});

test('of very many tables the latest fifty are remembered', () => {
  const storage = empty();
  const habits = new Habits(storage, 'mine');
  for (let at = 0; at < 50; at++) habits.map(`table ${at}`, { 0: null });
  habits.map('table 0', { 0: 'contacts.name' });
  habits.map('table 50', { 0: null });
  const { mappings } = read(storage);
  expect(Object.keys(mappings)).toHaveLength(50);
  expect(mappings['table 0']).toEqual({ 0: 'contacts.name' });
  expect(mappings['table 1']).toBeUndefined();
});

test.each(['', 'nonsense', '{"emails":1}', '{"emails":["a@b.example"],"mappings":{"x":{"0":7}}}'])(
  'a storage with %j in it is as one that is empty',
  (text) => {
    const storage = empty();
    storage.setItem('mine.import', text);
    expect(read(storage)).toMatchObject({ own: { emails: [] }, mappings: {} });
  },
);

test('a storage that is full forgets, and what was said holds for this time', () => {
  const full = {
    ...empty(),
    getItem: () => null,
    setItem: () => {
      throw new DOMException('', 'QuotaExceededError');
    },
  };
  const habits = new Habits(full, 'mine');
  habits.own(['me@example.org']);
  habits.map('name', { 0: 'contacts.name' });
  expect(habits.reading(TODAY)).toMatchObject({
    own: { emails: ['me@example.org'] },
    mappings: { name: { 0: 'contacts.name' } },
  });
});
