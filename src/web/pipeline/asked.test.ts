import { expect, test } from 'vitest';
import { isNarrowed, readAsked, sortBy, writeAsked } from './asked.ts';

test('an address without parameters asks for the whole board, Closed folded', () => {
  const plain = { query: '', values: {}, isTable: false, sort: null, showsClosed: false };
  expect(readAsked({})).toEqual(plain);
  expect(writeAsked(readAsked({}))).toEqual({});
  expect(isNarrowed(readAsked({}))).toBe(false);
});

test('what is asked for is read from the address again, filters by the names that the API has for them', () => {
  const asked = { q: 'platform', tag: 'swiss', via: 'Hays', as: 'table', sort: '-in_stage', closed: 'shown' };
  expect(readAsked(asked)).toEqual({
    query: 'platform',
    values: { tags: 'swiss', via: 'Hays' },
    isTable: true,
    sort: { field: 'in_stage', descending: true },
    showsClosed: true,
  });
  expect(writeAsked(readAsked(asked))).toEqual(asked);
});

test('what it does not know is passed over', () => {
  expect(writeAsked(readAsked({ sort: 'shoe_size', as: 'tarot', colour: 'red' }))).toEqual({});
});

test('a search of spaces narrows nothing', () => {
  expect(isNarrowed(readAsked({ q: '  ' }))).toBe(false);
  expect(isNarrowed(readAsked({ route: 'referral' }))).toBe(true);
});

test('a header sorts by its column, and then the other way round', () => {
  const first = sortBy({ field: 'position', descending: true }, 'company');
  expect(first).toEqual({ field: 'company', descending: false });
  expect(sortBy(first, 'company')).toEqual({ field: 'company', descending: true });
});
