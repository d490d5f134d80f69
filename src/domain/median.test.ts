import { expect, test } from 'vitest';
import { median, percentile } from './median.ts';

test.each([
  [[], null],
  [[3], 3],
  [[10, 2], 6],
  [[9, 1, 5], 5],
  [[10, 9, 1, 2], 5.5],
])('the median of %j is %j', (numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});

test.each([
  [[], null],
  [[3], 3],
  [[5, 1, 4, 2, 3], 5],
  [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 9],
])('nine of ten of %j are at most %j', (numbers, expected) => {
  expect(percentile(numbers, 0.9)).toBe(expected);
});
