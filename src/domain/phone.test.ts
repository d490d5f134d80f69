import { describe, expect, test } from 'vitest';
import { phoneKeys, phoneMatcher } from './phone.ts';

const isFound = (stored: string, typed: string) => phoneMatcher(typed)?.(stored) ?? null;

test.each(['079 123 45 67', '+41 79 123-45-67', 'tel:+41791234567', '(030) 123 45', '123', '+41 79 123–45–67'])(
  '%s may be a number',
  (typed) => expect(phoneMatcher(typed)).not.toBeNull(),
);

test.each(['', '12', '079', 'anna', 'room 101', '2026-03-x', '+', 'ext 12'])(
  '%s is none, or too little of one',
  (typed) => expect(phoneMatcher(typed)).toBeNull(),
);

const SAME = ['+41 79 123 45 67', '079 123 45 67', '0041791234567', '079/123.45.67', '+41 (0)79 123 45 67'];

describe('one number in several ways of writing', () => {
  test.each(SAME.flatMap((stored) => SAME.map((typed) => [stored, typed] as const)))(
    '%s is found by %s',
    (stored, typed) => expect(isFound(stored, typed)).toBe(true),
  );

  test.each(['4567', '79 123', '79123', '123 45', '+41 79 12', '0041 791', '+41 (0)79 123 4', '079 123 45 67 ext. 3'])(
    'is found by %s',
    (typed) => {
      for (const stored of SAME) expect(isFound(stored, typed)).toBe(true);
    },
  );

  test.each(['079 123 45 68', '+1 555 0100', '999', '+49 79 123 45 67 8'])('is not found by another: %s', (typed) => {
    for (const stored of SAME) expect(isFound(stored, typed)).toBe(false);
  });

  test('is found by a copy with the unseen marks that address books add', () =>
    expect(isFound(SAME[0] ?? '', '\u202a+41 79 123 45 67\u202c')).toBe(true));
});

test('the zero that is dialled only within a country is passed over', () =>
  expect(isFound('+44 (0)20 7946 0018', '+44 2')).toBe(true));

test('a country is taken off only from a number that says so', () => {
  expect(isFound('079 123 45 67', '41 791')).toBe(false);
  expect(isFound('+1 791 234 5678', '+41 791 2')).toBe(false);
});

test.each([
  '+41 79 123 45 67, office 044 765 43 21 ext. 12',
  '+41 79 123 45 67 / 044 765 43 21',
  '044 765 43 21 +41791234567',
  '079/123 45 67; 044/765 43 21',
])('either of two numbers in one field is found: %s', (stored) => {
  expect(isFound(stored, '+41 44 765 43 21')).toBe(true);
  expect(isFound(stored, '0041 79 123 45 67')).toBe(true);
  expect(isFound(stored, '6744')).toBe(false);
});

test('a text without a number has none', () => expect(isFound('ask Ann', '791234567')).toBe(false));

const agree = (one: string, other: string) =>
  phoneKeys(one).some((a) =>
    phoneKeys(other).some(
      (b) => a.local === b.local && (a.worldwide === null || b.worldwide === null || a.worldwide === b.worldwide),
    ),
  );

describe('the keys of a number', () => {
  test.each(SAME.flatMap((one) => SAME.map((other) => [one, other] as const)))('%s and %s agree', (one, other) =>
    expect(agree(one, other)).toBe(true),
  );

  test.each([
    ['another country', '+41 44 123 45 67', '+43 44 123 45 67'],
    ['another number', '079 123 45 67', '079 123 45 68'],
    ['another extension', '044 123 45 67 ext. 12', '044 123 45 67 ext. 13'],
    ['the switchboard', '044 123 45 67 ext. 12', '044 123 45 67'],
    ['too few digits', '117', '117'],
    ['no digits', 'ask Ann', 'ask Ann'],
    ['nothing', '', ''],
  ])('%s does not agree', (_, one, other) => expect(agree(one, other)).toBe(false));

  test('are those of each number in a text', () => {
    expect(agree('+41 79 123 45 67, office 044 765 43 21', '0041 44 765 43 21')).toBe(true);
  });

  test('pass over the zero of an area behind its country', () => {
    expect(agree('+39 06 6982 1234', '06 6982 1234')).toBe(true);
  });
});
