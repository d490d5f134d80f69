import { fold, words } from './search.ts';

/** What says that a posting is for all genders, in a folded text: `(m/w/d)`, `f/m/x`, `h|f`, `(all genders)`. */
const GENDERS = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])\(?[mwfdhxv](?:\s*[/|,]\s*(?:div|[mwfdhxvi*])\.?){1,4}\)?(?![\p{L}\p{N}])`,
    String.raw`\((?:a|gn|all genders?|alle geschlechter|mwd|fmd|mfd|wmd|fmx|mwx|mfx)\)`,
  ].join('|'),
  'gu',
);

/** The endings of `Entwickler:in`, `Leiter/-in`, `BeraterIn`, `Ingénieur·e` and `Chargé(e)`. */
const ENDINGS = new RegExp(
  [
    String.raw`(?<=\p{L})(?:[:*_]|/-?)(?:innen|in)(?![\p{L}-])`,
    String.raw`(?<=r|[ns]t)In(?:nen)?(?!\p{L})`,
    String.raw`(?<=[\p{L}\p{M}])[·•](?:e|ne|euse|rice|trice)(?!\p{L})`,
    String.raw`(?<=[\p{L}\p{M}])\(-?(?:innen|in|e|ne|euse|rice|trice)\)`,
  ].join('|'),
  'gu',
);

/** `80-100 %`, `60% – 80%`, `100%`. */
const WORKLOAD = /(?:\d{1,3}\s*%?\s*(?:\p{Pd}|to|bis|a)\s*)?\d{1,3}\s*%\+?/gu;

/** Numbers by which an employer files a posting; a year, a level or a version has fewer digits. */
const REQUISITION = /(?<![\p{L}\p{N}])\d{5,}(?![\p{L}\p{N}])/gu;

/** Names that are told apart only by what is no letter. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})c\+\+/gu, 'cpp'],
  [/(?<!\p{L})([cf])#/gu, '$1sharp'],
  [/(?<!\p{L})\.net(?!\p{L})/gu, 'dotnet'],
];

/** They tie words together and say nothing of the role. */
const SMALL = new Set(
  'a an and at de der des die das du et for fur im in la le of the und zum zur pensum workload m w d f x'.split(' '),
);

/** So many words make a role: one alone, such as `Engineer`, is in too many others. */
const FEWEST = 2;

/**
 * The words that say what a role is: folded, each once, sorted. Marks of gender, workloads and requisition numbers are no
 * part of it; seniority is.
 */
export function roleWords(position: string): readonly string[] {
  const plain = fold(position.replace(ENDINGS, ''))
    .replace(GENDERS, ' ')
    .replace(WORKLOAD, ' ')
    .replace(REQUISITION, ' ');
  const named = SIGNS.reduce((text, [sign, name]) => text.replace(sign, name), plain);
  return [...new Set(words(named).filter((word) => !SMALL.has(word)))].sort();
}

/**
 * Whether two positions are likely the same role: their words are the same in any order, or all words of the one, at
 * least two, are among those of the other (`Software Engineer` and `Senior Software Engineer, Payments`). `Junior` and
 * `Senior` of the same are two roles, since each has a word that the other has not.
 */
export function isSameRole(one: string, other: string): boolean {
  const [few, many] = [roleWords(one), roleWords(other)].sort((a, b) => a.length - b.length);
  if (!few || !many || few.length === 0) return false;
  const isWithin = few.every((word) => many.includes(word));
  return isWithin && (few.length === many.length || few.length >= FEWEST);
}
