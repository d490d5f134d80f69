import { expect, test } from 'vitest';
import { quickText } from './quick-text.ts';
import { bestFirst, ranker } from './rank.ts';
import { searchable, words } from './search.ts';

const quick = (text: string) => quickText(searchable(text));
const person = (title: string, rest = '') => ({ title: quick(title), text: quick(`${title}\n${rest}`) });
const rank = (query: string, title: string, rest?: string) => ranker(words(query))(person(title, rest));

test('a whole word of the title, its beginning, a whole word elsewhere, its beginning: the best first', () => {
  const ranks = [rank('ann', 'Ann'), rank('ann', 'Annabel'), rank('ann', 'Bo', 'Ann'), rank('ann', 'Bo', 'Annabel')];
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(new Set(ranks).size).toBe(4);
});

test('of two that fit as well, the title that begins with the search is better', () => {
  expect(rank('ann', 'Ann Lee')).toBeLessThan(rank('ann', 'Lee Ann'));
  expect(rank('ann l', 'Ann Lee')).toBeLessThan(rank('ann l', 'Lena Ann'));
});

test('a whole word is better than a title that only begins with it', () => {
  expect(rank('lee', 'Ann Lee')).toBeLessThan(rank('lee', 'Leena Virtanen'));
});

test('case and accents do not count', () => {
  expect(rank('ZOE', 'Zoë')).toBe(rank('zoe', 'Zoe'));
});

test('what fits as well stays in its order', () => {
  const found = ['Bo Ann', 'Ann B', 'Cy Ann', 'Ann A'];
  expect(bestFirst(found, ['ann'], (title) => person(title))).toEqual(['Ann B', 'Ann A', 'Bo Ann', 'Cy Ann']);
});
