import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownText } from './own-text.ts';

test('is the same text, whatever is in it: half a character too', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ownText(text) === text));
  expect(ownText('\ud83d Zoë 李 \ud83d\udc4b')).toBe('\ud83d Zoë 李 \ud83d\udc4b');
});
