import { expect, test } from 'vitest';
import { storage } from '../cloud/stand-ins.ts';
import { LastWords } from './last-words.ts';

const change = {
  ...{ type: 'contacts', id: 'a', change_id: 'change-1', at: '2026-03-01T10:00:00.000Z', seen: { phone: null } },
  operation: { op: 'edit', record: { phone: '5' } },
} as const;

test('what closing pages left is found by the next one, once, and only for the same replica', () => {
  const browser = storage();
  new LastWords(browser, 'touchbase').leave('one', [change]);
  new LastWords(browser, 'touchbase').leave('two', [{ ...change, change_id: 'change-2' }]);
  new LastWords(browser, 'touchbase').leave('three', []);
  expect(new LastWords(browser, 'touchbase.other').take()).toEqual([]);
  const words = new LastWords(browser, 'touchbase');
  expect(words.take().map(({ change_id }) => change_id)).toEqual(['change-1', 'change-2']);
  expect(words.take()).toEqual([]);
});

test('a page that goes on after all leaves nothing, and what cannot be read is passed over', () => {
  const browser = storage();
  const words = new LastWords(browser, 'touchbase');
  words.leave('one', [change]);
  words.unsay('one');
  browser.setItem('touchbase.unwritten.two', 'no JSON');
  expect(words.take()).toEqual([]);
});
