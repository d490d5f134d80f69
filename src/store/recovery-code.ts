/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 24;

/** How many random bytes a code is made of: 24 digits of 5 bits. */
export const RECOVERY_BYTES = 15;

/** A code as a person reads it: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`. */
export function recoveryCode(random: Uint8Array): string {
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = (bits.match(/.{5}/g) ?? []).map((five) => DIGITS[Number.parseInt(five, 2)]).join('');
  return digits.match(/.{4}/g)?.join('-') ?? '';
}

/** A code as a person typed it, in one form; undefined where it cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  const digits = typed
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
  const isCode = digits.length === LENGTH && [...digits].every((digit) => DIGITS.includes(digit));
  return isCode ? digits : undefined;
}
