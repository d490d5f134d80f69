import { describe, expect, test } from 'vitest';
import { isEqual } from './json.ts';

describe('two values of JSON are equal', () => {
  test.each([
    [
      { a: 1, b: [{ c: null }] },
      { b: [{ c: null }], a: 1 },
    ],
    [[], []],
    ['x', 'x'],
    [null, null],
  ])('%j and %j', (one, other) => {
    expect(isEqual(one, other)).toBe(true);
  });
  test.each([
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: 1 }, { b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    ['1', 1],
  ])('%j and %j are not', (one, other) => {
    expect(isEqual(one, other)).toBe(false);
  });
});
