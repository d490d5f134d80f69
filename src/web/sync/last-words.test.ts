import { expect, test } from 'vitest';
import { storage } from '../cloud/stand-ins.ts';
import { LastWords } from './last-words.ts';

const change = {
  ...{ type: 'contacts', id: 'a', change_id: 'change-1', at: '2026-03-01T10:00:00.000Z', seen: { phone: null } },
  operation: { op: 'edit', record: { phone: '5' } },
} as const;

/** What the next page of a replica finds. */
async function found(browser: ReturnType<typeof storage>, name = 'touchbase'): Promise<string[]> {
  const ids: string[] = [];
  await new LastWords(browser, name).handOver(async (changes) => void ids.push(...changes.map((one) => one.change_id)));
  return ids;
}

test('what closing pages left is found by the next one, once, and only for the same replica', async () => {
  const browser = storage();
  new LastWords(browser, 'touchbase').leave('one', [change]);
  new LastWords(browser, 'touchbase').leave('two', [{ ...change, change_id: 'change-2' }]);
  new LastWords(browser, 'touchbase').leave('three', []);
  expect(await found(browser, 'touchbase.other')).toEqual([]);
  expect(await found(browser)).toEqual(['change-1', 'change-2']);
  expect(await found(browser)).toEqual([]);
});

test('a page that goes on after all leaves nothing, and what cannot be read is passed over', async () => {
  const browser = storage();
  const words = new LastWords(browser, 'touchbase');
  words.leave('one', [change]);
  words.unsay('one');
  browser.setItem('touchbase.unwritten.two', 'no JSON');
  expect(await found(browser)).toEqual([]);
});

test('what cannot be kept now is found again', async () => {
  const browser = storage();
  new LastWords(browser, 'touchbase').leave('one', [change]);
  const fails = new LastWords(browser, 'touchbase').handOver(() => Promise.reject(new Error('No room.')));
  await expect(fails).rejects.toThrow('No room.');
  expect(await found(browser)).toEqual(['change-1']);
});
