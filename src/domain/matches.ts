import { fold, WORD } from './search.ts';

/** From which code unit of a text to which, the second not included. */
export type Range = readonly [start: number, end: number];

/**
 * Where the words of a text begin as a search has it: in order, none touching another. Whole characters, with their
 * accents, even where only a part of what they fold to is searched for (`ß` for `s`).
 *
 * @param query folded words (`words` of search.ts)
 */
export function markRanges(text: string, query: readonly string[]): readonly Range[] {
  const folded = fold(text);
  if (!query.some((word) => folded.includes(word))) return [];
  const { letters, ends, starts } = spelled(text);
  const ranges: Range[] = [];
  for (const { 0: word, index } of letters.matchAll(WORD)) {
    const length = Math.max(0, ...query.filter((part) => word.startsWith(part)).map((part) => part.length));
    const [start, end] = [starts[index], ends[index + length - 1]];
    if (length > 0 && start !== undefined && end !== undefined) join(ranges, [start, end]);
  }
  return ranges;
}

interface Spelled {
  /** The folded text. */
  readonly letters: string;
  /** Where in the text each folded letter comes from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Folds a text character by character; an accent that is one of its own belongs to the letter before it. */
function spelled(text: string): Spelled {
  const starts: number[] = [];
  const ends: number[] = [];
  let letters = '';
  let at = 0;
  for (const character of text) {
    const folded = fold(character);
    const end = at + character.length;
    if (folded === '') extend(starts, ends, end);
    for (let n = 0; n < folded.length; n++) {
      starts.push(at);
      ends.push(end);
    }
    letters += folded;
    at = end;
  }
  return { letters, starts, ends };
}

/** All letters of the last character reach to `end`. */
function extend(starts: readonly number[], ends: number[], end: number): void {
  const start = starts.at(-1);
  for (let n = ends.length - 1; n >= 0 && starts[n] === start; n--) ends[n] = end;
}

function join(ranges: Range[], [start, end]: Range): void {
  const last = ranges.at(-1);
  if (last && last[1] >= start) ranges.splice(-1, 1, [last[0], Math.max(last[1], end)]);
  else ranges.push([start, end]);
}
