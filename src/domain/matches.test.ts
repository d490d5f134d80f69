import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markRanges } from './matches.ts';
import { words } from './search.ts';

/** The text with its marked parts in brackets. */
function marked(text: string, query: string): string {
  let result = '';
  let at = 0;
  for (const [start, end] of markRanges(text, words(query))) {
    result += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return result + text.slice(at);
}

test.each([
  ['the beginning of a word, not its middle', 'Annika Hanna', 'an', '[An]nika Hanna'],
  ['every word that is searched for', 'Ann Lee, Acme', 'le ac', 'Ann [Le]e, [Ac]me'],
  ['the longest of several that begin the same word', 'Annika', 'an annik', '[Annik]a'],
  ['a letter with its accent, whichever was typed', 'Zoë Ångström', 'zoe ång', '[Zoë] [Ång]ström'],
  ['accents that are characters of their own', 'Zoe\u0308 Lee', 'zoe', '[Zoe\u0308] Lee'],
  ['a letter that is two to a search', 'Straße Æsop', 'stras aes', '[Straß]e [Æs]op'],
  ['each character of a script without spaces', '王小明', '小明', '王[小明]'],
  ['a syllable of which a part is searched for', '한국', '하', '[한]국'],
  ['characters of two code units', '𝐀nn 🙂 Ann', 'ann', '[𝐀nn] 🙂 [Ann]'],
  ['nothing where nothing is searched for', 'Ann', '', 'Ann'],
])('marks %s', (_, text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', 'A', 'e', '\u0301', 'ß', 'ﬁ', 'İ', 'Σ', ' ', '-', '王', '한', '😀') }),
);

test('something is marked exactly where the search finds the text, in order and whole', () => {
  fc.assert(
    fc.property(text, text, (text, search) => {
      const query = words(search);
      const ranges = markRanges(text, query);
      const finds = words(text).some((word) => query.some((part) => word.startsWith(part)));
      expect(ranges.length > 0).toBe(finds);
      let last = -1;
      for (const [start, end] of ranges) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        const [first = ''] = words(text.slice(start, end));
        expect(query.some((part) => first.startsWith(part) || part.startsWith(first))).toBe(true);
        last = end;
      }
    }),
  );
});
