import { expect, test } from 'vitest';
import { shareOf } from '../../domain/sample.ts';
import { rateRows } from './rate-rows.ts';
import { shareWords } from './share-words.ts';

const rate = (of: string | null, part: number, n: number) => ({ of, waiting: 1, ...shareOf(part, n) });
const many = Array.from({ length: 15 }, (_, place) => rate(`Board ${place}`, 1, 20 - place));

test('the largest groups stand for themselves, the others are one row that loses nobody, those without a group are last', () => {
  const rows = rateRows([...many, rate(null, 2, 3)], (of) => of.toUpperCase());
  expect(rows.map(({ label }) => label)).toEqual([
    ...Array.from({ length: 11 }, (_, place) => `BOARD ${place}`),
    '4 other sources',
    'Not known',
  ]);
  expect(rows.at(-2)).toMatchObject({ part: 4, n: 9 + 8 + 7 + 6, waiting: 4, isSmall: false });
  expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(many.reduce((sum, { n }) => sum + n, 0) + 3);
});

test('as many as have room stand for themselves', () => {
  expect(rateRows(many.slice(0, 12), (of) => of).map(({ label }) => label)).toHaveLength(12);
});

test('a source that is called like the rest is another row', () => {
  const keys = rateRows([...many, rate('others', 1, 1), rate('unknown', 1, 1), rate(null, 1, 1)], (of) => of);
  expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
});

test('a share of few says of how few, a share of none is none', () => {
  expect(shareWords(shareOf(2, 3))).toBe('67% (from only 3 cases)');
  expect(shareWords(shareOf(1, 1))).toBe('100% (from only 1 case)');
  expect(shareWords(shareOf(2, 5))).toBe('40%');
  expect(shareWords(shareOf(0, 0))).toBe('–');
});
