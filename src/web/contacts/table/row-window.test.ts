import { expect, test } from 'vitest';
import { rowWindow } from './row-window.ts';

test('draws what is seen and a few rows more', () => {
  expect(rowWindow(0, 720, 36, 10_000)).toEqual({ start: 0, end: 26 });
  expect(rowWindow(36_000, 720, 36, 10_000)).toEqual({ start: 995, end: 1026 });
});

test('draws no row that is not there', () => {
  expect(rowWindow(0, 720, 36, 3)).toEqual({ start: 0, end: 3 });
  expect(rowWindow(359_999, 720, 36, 10_000).end).toBe(10_000);
});

test('a list that has become shorter than the place scrolled to is not drawn backwards', () => {
  const { start, end } = rowWindow(36_000, 720, 36, 5);
  expect(start).toBeLessThanOrEqual(end);
});
