import { words } from '../../domain/search.ts';

/** What words mean, in whatever case, with whatever accents and punctuation. */
export type WordTable<Meaning> = (text: string) => Meaning | undefined;

/** @param rows each meaning with the words for it, separated by commas */
export function wordTable<Meaning>(rows: readonly (readonly [Meaning, string])[]): WordTable<Meaning> {
  const meanings = new Map(
    rows.flatMap(([meaning, all]) => all.split(',').map((one) => [wordKey(one), meaning] as const)),
  );
  return (text) => meanings.get(wordKey(text));
}

/** A word without what differs from one writer to the next; a number in front, as boards have it, aside. */
function wordKey(text: string): string {
  return words(text)
    .join('')
    .replace(/^\d+(?=\D)/, '');
}
