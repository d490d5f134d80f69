import { expect, test } from 'vitest';
import { placeAfter, placeBeside } from './grid-keys.ts';

const size = { rows: 100, columns: 5, page: 20 };
const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
const press = (key: string, row: number, column: number, ctrlKey = false) =>
  placeAfter({ ...plain, key, ctrlKey }, { row, column }, size);

test('arrows move one cell and stop at the edges; above the first row is the header, before the first column a checkbox', () => {
  expect(press('ArrowDown', 3, 2)).toEqual({ row: 4, column: 2 });
  expect(press('ArrowUp', 0, 2)).toEqual({ row: -1, column: 2 });
  expect(press('ArrowUp', -1, 2)).toEqual({ row: -1, column: 2 });
  expect(press('ArrowDown', 99, 2)).toEqual({ row: 99, column: 2 });
  expect(press('ArrowLeft', 3, 0)).toEqual({ row: 3, column: -1 });
  expect(press('ArrowLeft', 3, -1)).toEqual({ row: 3, column: -1 });
  expect(press('ArrowRight', 3, 4)).toEqual({ row: 3, column: 4 });
});

test('Home and End go to the ends of the row, with Ctrl to the ends of the table', () => {
  expect(press('Home', 3, 2)).toEqual({ row: 3, column: 0 });
  expect(press('End', 3, 2)).toEqual({ row: 3, column: 4 });
  expect(press('Home', 3, 2, true)).toEqual({ row: 0, column: 0 });
  expect(press('End', 3, 2, true)).toEqual({ row: 99, column: 4 });
});

test('Page keys move by what is seen at once', () => {
  expect(press('PageDown', 3, 2)).toEqual({ row: 23, column: 2 });
  expect(press('PageDown', 95, 2)).toEqual({ row: 99, column: 2 });
  expect(press('PageUp', 5, 2)).toEqual({ row: 0, column: 2 });
});

test('other keys lead nowhere', () => {
  expect(press('a', 3, 2)).toBeNull();
  expect(press('toString', 3, 2)).toBeNull();
});

test.each(['altKey', 'metaKey', 'shiftKey'] as const)('what is pressed with %s is left to the browser', (modifier) => {
  expect(placeAfter({ ...plain, key: 'ArrowLeft', [modifier]: true }, { row: 3, column: 2 }, size)).toBeNull();
});

test('Tab goes on into the next row, and nowhere after the last cell', () => {
  expect(placeBeside({ row: 0, column: 4 }, 1, size)).toEqual({ row: 1, column: 0 });
  expect(placeBeside({ row: 1, column: 0 }, -1, size)).toEqual({ row: 0, column: 4 });
  expect(placeBeside({ row: 99, column: 4 }, 1, size)).toBeNull();
  expect(placeBeside({ row: 0, column: 0 }, -1, size)).toBeNull();
});
