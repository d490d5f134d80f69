import { describe, expect, test } from 'vitest';
import { isPhoneMatch, phoneDigits } from './phone.ts';

describe('a text that may be a number', () => {
  test.each([
    ['079 123 45 67', '791234567'],
    ['+41 79 123-45-67', '41791234567'],
    ['0041791234567', '41791234567'],
    ['+44 (0)20 7946 0018', '442079460018'],
    ['tel:+41791234567', '41791234567'],
    ['(030) 123 45', '3012345'],
    ['123', '123'],
  ])('%s has its digits', (text, digits) => expect(phoneDigits(text)).toBe(digits));

  test.each(['', '12', 'anna', 'room 101', '2026-03-x', '+'])('%s is none', (text) =>
    expect(phoneDigits(text)).toBeNull(),
  );
});

const SAME = ['+41 79 123 45 67', '079 123 45 67', '0041791234567', '079/123.45.67', '+41 (0)79 123 45 67'];

describe('one number in several ways of writing', () => {
  test.each(SAME.flatMap((stored) => SAME.map((typed) => [stored, typed] as const)))(
    '%s is found by %s',
    (stored, typed) => expect(isPhoneMatch(stored, phoneDigits(typed) ?? 'none')).toBe(true),
  );

  test.each(['4567', '79 123', '123 45'])('is found by a part of it: %s', (typed) => {
    for (const stored of SAME) expect(isPhoneMatch(stored, phoneDigits(typed) ?? 'none')).toBe(true);
  });

  test.each(['079 123 45 68', '+1 555 0100', '999'])('is not found by another: %s', (typed) => {
    for (const stored of SAME) expect(isPhoneMatch(stored, phoneDigits(typed) ?? 'none')).toBe(false);
  });
});

test('the beginning of a number with its country’s code finds one that is written without it', () => {
  for (const typed of ['+41 79 123', '0041 79 123 45']) {
    expect(isPhoneMatch('079 123 45 67', phoneDigits(typed) ?? 'none')).toBe(true);
  }
  expect(isPhoneMatch('079 123 45 67 / 044 765 43 21', phoneDigits('+41 44 765 43 21') ?? 'none')).toBe(true);
});

test('either of two numbers in one field is found, and an extension does no harm', () => {
  const stored = '+41 79 123 45 67, office 044 765 43 21 ext. 12';
  expect(isPhoneMatch(stored, '447654321')).toBe(true);
  expect(isPhoneMatch(stored, '791234567')).toBe(true);
  expect(isPhoneMatch('', '791234567')).toBe(false);
});
