/** Goes up with every change of how text is folded or split: an index of words that was made by another is made anew. */
export const FOLDING = 1;

/** Letters that are one of their own to Unicode but a spelling of another to a person who searches. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'gu');
const NOT_ASCII = /[^\0-\x7f]/;

/** Scripts written without spaces have no word starts to find, so each of their characters is a word. */
export const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;

/** `text` without case, accents and compatibility forms: what two spellings of a name have in common. */
export function fold(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter);
}

/** The folded words of a text, in order. `alice@example.com` is three. */
export function words(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** Whether a search for this text finds nothing at all: it is not empty, and no word is in it (a smiley, a dash). */
export function isWordless(query: string): boolean {
  return query.trim() !== '' && words(query).length === 0;
}

/** A text made ready for `matchesWords`: its folded words, a space before each. */
export function searchable(text: string): string {
  // The same, ten times as fast for most texts.
  if (!NOT_ASCII.test(text))
    return ` ${text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim()}`;
  return ` ${words(text).join(' ')}`;
}

/** Whether every one of `query` begins a word of the searchable `text`. */
export function matchesWords(text: string, query: readonly string[]): boolean {
  return query.every((word) => text.includes(` ${word}`));
}
