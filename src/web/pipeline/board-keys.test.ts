import { expect, test } from 'vitest';
import { spotAfter, stageStep } from './board-keys.ts';

const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
const after = (key: string, column: number, row: number, counts = [3, 0, 2, 0]) =>
  spotAfter({ ...plain, key }, { column, row }, counts);

test('up and down stay in the column and stop at its ends', () => {
  expect(after('ArrowDown', 0, 0)).toEqual({ column: 0, row: 1 });
  expect(after('ArrowDown', 0, 2)).toEqual({ column: 0, row: 2 });
  expect(after('ArrowUp', 0, 0)).toEqual({ column: 0, row: 0 });
  expect(after('End', 0, 0)).toEqual({ column: 0, row: 2 });
  expect(after('Home', 0, 2)).toEqual({ column: 0, row: 0 });
});

test('left and right pass over empty columns and stay as far down as there are cards', () => {
  expect(after('ArrowRight', 0, 2)).toEqual({ column: 2, row: 1 });
  expect(after('ArrowLeft', 2, 1)).toEqual({ column: 0, row: 1 });
  expect(after('ArrowRight', 2, 0)).toBeNull();
  expect(after('ArrowLeft', 0, 0)).toBeNull();
});

test('any other key, and any of them with Ctrl, is not the board’s', () => {
  expect(after('x', 0, 0)).toBeNull();
  expect(spotAfter({ ...plain, ctrlKey: true, key: 'ArrowDown' }, { column: 0, row: 0 }, [2])).toBeNull();
});

test('brackets and Shift with an arrow move a stage', () => {
  expect(stageStep({ ...plain, key: ']' })).toBe(1);
  expect(stageStep({ ...plain, key: '[' })).toBe(-1);
  expect(stageStep({ ...plain, shiftKey: true, key: 'ArrowRight' })).toBe(1);
  expect(stageStep({ ...plain, shiftKey: true, key: 'ArrowLeft' })).toBe(-1);
  expect(stageStep({ ...plain, key: 'ArrowRight' })).toBeNull();
  expect(stageStep({ ...plain, ctrlKey: true, shiftKey: true, key: 'ArrowRight' })).toBeNull();
});

test('a bracket that needs AltGr is one; with Command or Ctrl it is the browser’s', () => {
  expect(stageStep({ ...plain, ctrlKey: true, altKey: true, key: '[' })).toBe(-1);
  expect(stageStep({ ...plain, metaKey: true, key: '[' })).toBeNull();
  expect(stageStep({ ...plain, ctrlKey: true, key: ']' })).toBeNull();
});
