import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { storageInMemory } from '../form/storage-in-memory.ts';
import { PLAIN_LIST, type Route } from '../route.ts';
import { LastOpened } from './last-opened.ts';

/** What is known after these were opened one after the other. */
function opened(ids: readonly string[], storage: Pick<Storage, 'getItem' | 'setItem'> = storageInMemory()) {
  const route = signal<Route>({ list: PLAIN_LIST, open: null });
  const last = new LastOpened(storage, 'touchbase', route);
  for (const id of ids) route.value = { list: PLAIN_LIST, open: id === 'new' ? 'new' : { id } };
  route.value = { list: PLAIN_LIST, open: null };
  return last.ids;
}

test('the contact that was opened last comes first, and each once; a new one is none', () => {
  expect(opened(['a', 'b', 'new', 'a', 'c'])).toEqual(['c', 'a', 'b']);
});

test('they are known when the page is loaded again, to the same replica only', () => {
  const storage = storageInMemory();
  opened(['a', 'b'], storage);
  expect(opened(['c'], storage)).toEqual(['c', 'b', 'a']);
  const route = signal<Route>({ list: PLAIN_LIST, open: null });
  expect(new LastOpened(storage, 'touchbase.other', route).ids).toEqual([]);
});

test('only the latest are kept', () => {
  const ids = Array.from({ length: 30 }, (_, n) => `${n}`);
  expect(opened(ids)).toEqual(ids.toReversed().slice(0, 20));
});

test('what cannot be read is passed over, and where nothing can be kept a contact opens all the same', () => {
  expect(opened(['a'], storageInMemory({ 'touchbase.opened': '{"a":1}' }))).toEqual(['a']);
  const full = () => {
    throw new DOMException('No room.', 'QuotaExceededError');
  };
  expect(opened(['a'], { getItem: () => null, setItem: full })).toEqual([]);
});
