import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slotsFor } from './slots.ts';

const slots = (before: Record<string, number>, ids: string, pinned: string | null = null) =>
  Object.fromEntries(slotsFor([...ids], new Map(Object.entries(before)), pinned));

test('a row that stays keeps its slot, wherever it moves', () => {
  expect(slots({ a: 0, b: 1, c: 2 }, 'cab')).toEqual({ a: 0, b: 1, c: 2 });
});

test('a new row takes a slot that became free', () => {
  expect(slots({ a: 0, b: 1, c: 2 }, 'bcd')).toEqual({ b: 1, c: 2, d: 0 });
  expect(slots({ a: 0, b: 1 }, 'xyz')).toEqual({ x: 0, y: 1, z: 2 });
});

test('nobody takes the slot of the row that had the focus', () => {
  expect(slots({ a: 0, b: 1 }, 'bc', 'a')).toEqual({ b: 1, c: 2 });
});

test('no two rows share a slot', () => {
  const rows = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(rows), fc.constantFrom(null, 'a', 'b'), (all, pinned) => {
      let now: ReadonlyMap<string, number> = new Map();
      for (const ids of all) {
        now = slotsFor(ids, now, pinned);
        expect([...now.keys()]).toEqual(ids);
        expect(new Set(now.values()).size).toBe(ids.length);
      }
    }),
  );
});
