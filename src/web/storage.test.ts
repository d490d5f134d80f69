import { expect, test } from 'vitest';
import { storageOrMemory } from './storage.ts';

function blocked(): null {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
}

test.each([
  { how: 'throws', storage: blocked },
  { how: 'is null', storage: () => null },
])('where the storage of a browser $how, texts are kept in memory', ({ storage }) => {
  const texts = storageOrMemory(storage);
  texts.setItem('a', '1');
  texts.setItem('b', '2');
  texts.setItem('a', '3');
  expect([texts.length, texts.key(0), texts.key(1), texts.key(2), texts.getItem('a')]).toEqual([
    2,
    'a',
    'b',
    null,
    '3',
  ]);
  texts.removeItem('a');
  expect([texts.length, texts.getItem('a')]).toEqual([1, null]);
});
