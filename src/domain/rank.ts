import { quickText, wordStart } from './quick-text.ts';

/** A record as a search sees it: its title and all its text, both `quickText`. */
export interface Ranked {
  readonly title: string;
  readonly text: string;
}

/** How well one word fits, the best first. */
const WORD_OF_TITLE = 0;
const BEGINS_WORD_OF_TITLE = 1;
const WORD = 2;
const BEGINS_WORD = 3;

/**
 * What fits a search best comes first; what fits as well stays in its order.
 *
 * @param found all of which match the words
 * @param words folded, each of which begins a word of the text
 */
export function bestFirst<T>(found: readonly T[], words: readonly string[], ranked: (one: T) => Ranked): readonly T[] {
  const rankOf = ranker(words);
  const byRank: T[][] = [];
  for (const one of found) {
    const rank = rankOf(ranked(one));
    const equals = byRank[rank];
    if (equals) equals.push(one);
    else byRank[rank] = [one];
  }
  return byRank.flat();
}

/**
 * How well something fits the words: 0 is best. A whole word of the title is better than the beginning of one, that is
 * better than a whole word elsewhere, and that than the beginning of one; several words count together. Of two that fit
 * as well, a title that begins with all of them, in their order, is better.
 */
export function ranker(words: readonly string[]): (one: Ranked) => number {
  const sought = words.map((word) => ({ start: wordStart(word), whole: `${wordStart(word)} ` }));
  const beginning = quickText(` ${words.join(' ')}`).trimEnd();
  return ({ title, text }) => {
    let fit = 0;
    for (const word of sought) fit += fitOf(word, title, text);
    return 2 * fit + Number(!title.startsWith(beginning));
  };
}

function fitOf(
  { start, whole }: { readonly start: string; readonly whole: string },
  title: string,
  text: string,
): number {
  if (title.includes(whole)) return WORD_OF_TITLE;
  if (title.includes(start)) return BEGINS_WORD_OF_TITLE;
  return text.includes(whole) ? WORD : BEGINS_WORD;
}
