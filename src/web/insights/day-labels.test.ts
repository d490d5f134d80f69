import { expect, test } from 'vitest';
import { dayLabels } from './day-labels.ts';

test('the last column has its label, and never more have one than there is room for', () => {
  for (const count of [1, 2, 5, 12, 13, 27, 53]) {
    const labels = dayLabels(count, 5);
    expect(labels.has(count - 1)).toBe(true);
    expect(labels.size).toBeLessThanOrEqual(5);
  }
  expect([...dayLabels(3, 5)]).toEqual([0, 1, 2]);
  expect([...dayLabels(0, 5)]).toEqual([]);
});
