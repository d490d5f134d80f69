/**
 * A `searchable` text in which a word is found quickly: the first letter of each is a capital, and no other letter is. To
 * look for a capital passes over most of a text at once; to look for a space stops at every word. A space ends it, so that
 * each word has one after it.
 */
export function quickText(searchable: string): string {
  return `${searchable} `.replace(/ [a-z]/g, (start) => start.toUpperCase());
}

/** How a folded word begins in a quick text. Letters that have no capital here keep their space. */
export function wordStart(word: string): string {
  return /^[a-z]/.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : ` ${word}`;
}

/** As `matchesWords`, for one query and many quick texts. */
export function quickMatcher(query: readonly string[]): (text: string) => boolean {
  const starts = query.map(wordStart);
  return (text) => starts.every((start) => text.includes(start));
}
