/** So many digits can be of somebody's number; fewer are of everybody's. */
const FEWEST = 3;

/** A country's code has at most so many digits (ITU-T E.164). */
const LONGEST_CODE = 3;

/** What people put between the digits of a number: RFC 3966 calls them visual separators. */
const NUMBER = /^(tel:)?[\s+(]*\d[\d\s().\-/+]*$/i;

/**
 * The digits of a text that may be a phone number, or the beginning, middle or end of one, however it is written.
 *
 * @returns what is left without separators, `+`, and zeros at the front (of a country or an area); null where it is none
 */
export function phoneDigits(text: string): string | null {
  const bare = text.trim();
  if (!NUMBER.test(bare)) return null;
  const digits = significant(bare);
  return digits.length >= FEWEST ? digits : null;
}

/**
 * Whether one of the numbers in a text may be the one with these digits. A number that is written for its own country
 * and the same one written for the world match: the one ends the other.
 *
 * @param stored any text, with one number or several
 * @param digits of `phoneDigits`
 */
export function isPhoneMatch(stored: string, digits: string): boolean {
  return numbersIn(stored).some(
    (number) => number.includes(digits) || (number.length >= 7 && digits.endsWith(number)) || isBegun(number, digits),
  );
}

/** Whether digits are a country's code and the beginning of a number that is written without it. */
function isBegun(number: string, digits: string): boolean {
  return Array.from({ length: LONGEST_CODE }, (_, index) => digits.slice(index + 1)).some(
    (rest) => rest.length > FEWEST && number.startsWith(rest),
  );
}

/** A word, or two separators that no number has, part one number from the next. */
function numbersIn(text: string): string[] {
  return text
    .split(/[,;|\n]| \/ |\p{L}+/u)
    .map((part) => significant(part.replace(/\(0\)/g, '')))
    .filter((number) => number.length >= FEWEST);
}

function significant(text: string): string {
  return text.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '');
}
