import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECOVERY_BYTES, readRecoveryCode, recoveryCode } from './recovery-code.ts';

test('a code holds every bit of what it is made of', () => {
  expect(recoveryCode(new Uint8Array(RECOVERY_BYTES))).toBe('0000-0000-0000-0000-0000-0000');
  expect(recoveryCode(new Uint8Array(RECOVERY_BYTES).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  const bytes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(recoveryCode(one) === recoveryCode(other)).toBe(Buffer.from(one).equals(other));
    }),
  );
});

test('a code is read in whatever case, with whatever blanks and hyphens, and with letters for the digits they look like', () => {
  const code = '0123-4567-89AB-CDEF-GHJK-MN01';
  const read = readRecoveryCode(code);
  expect(read).toBe('0123456789ABCDEFGHJKMN01');
  for (const typed of [
    code.toLowerCase(),
    '  0123 4567 89AB CDEF GHJK MN01\n',
    'O123—4567–89AB-CDEF-GHJK-MNol',
    '0i23456789abcdefghjkmnOI',
  ]) {
    expect(readRecoveryCode(typed)).toBe(read);
  }
});

test.each(['', '0123', 'U123-4567-89AB-CDEF-GHJK-MN01', '0123-4567-89AB-CDEF-GHJK-MN012', 'É'.repeat(24)])(
  '%j is no code',
  (typed) => {
    expect(readRecoveryCode(typed)).toBeUndefined();
  },
);
