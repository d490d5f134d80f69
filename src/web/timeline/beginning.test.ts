import { expect, test } from 'vitest';
import { beginning } from './beginning.ts';

test('a short text is all of it, and what is hardly longer is not cut for that', () => {
  expect(beginning('Hello.\n')).toBe('Hello.\n');
  const longer = 'word '.repeat(74);
  expect(beginning(longer)).toBe(longer);
});

test('a long text is cut between words, and no emoji in half', () => {
  const cut = beginning('word '.repeat(200));
  expect(cut.length).toBeLessThanOrEqual(320);
  expect(cut).toMatch(/word$/);
  expect(beginning('🙂'.repeat(400)).isWellFormed()).toBe(true);
  expect(beginning(`x${'🙂'.repeat(400)}`).isWellFormed()).toBe(true);
});

test('many lines are cut after a few', () => {
  expect(beginning(['1', '2', '3', '4', '5', '6', '7', '8'].join('\n'))).toBe('1\n2\n3\n4\n5\n6');
});
