import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quickMatcher, quickText } from './quick-text.ts';
import { matchesWords, searchable, words } from './search.ts';

const few = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '1', 'é', 'ß', '王', 'и', '-') });

test('it finds what a search of the text itself finds', () => {
  fc.assert(
    fc.property(few, few, (text, query) => {
      const quick = quickMatcher(words(query))(quickText(searchable(text)));
      expect(quick).toBe(matchesWords(searchable(text), words(query)));
    }),
    { numRuns: 1000 },
  );
});
