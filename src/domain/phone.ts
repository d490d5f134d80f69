/** So many digits can be of somebody's number; fewer are of everybody's. */
const FEWEST = 3;

/** From so many digits on, a number without its country is one person's. */
const WHOLE = 7;

/** The code of a country has no more digits (ITU-T E.164). */
const LONGEST_COUNTRY = 3;

/** The codes of countries that have fewer than three digits (ITU-T E.164, list of assigned country codes). */
const COUNTRY = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})0*/;

/** What people put around digits (RFC 3966: visual separators), and the unseen marks that come along with a copied number. */
const NUMBER = /^(?:tel:)?[\s+(\p{Cf}]*\d[\d\s().+/·\p{Pd}\p{Cf}]*$/iu;

const EXTENSION = /[\s,;]*(?:ext(?:ension|n)?|x|#)[\s.:=]*(\d+)$/i;

/** A word, a mark between two numbers, or a `+`, which begins another, part one number from the next. */
const BETWEEN = /[,;|\n]|\p{L}+|\s\/\s|(?=\+)/u;

/** Most fields hold one number and nothing else. */
const ONE = /^\+?[\d ().-]+$/;

/** A number in digits, without zeros at the front (of a country or an area). */
interface PhoneNumber {
  readonly digits: string;
  /** Whether it begins with a country, after `+` or `00`. */
  readonly isWorldwide: boolean;
}

/**
 * Recognises a phone number, or the beginning, middle or end of one, however it is written.
 *
 * @param typed any text
 * @returns tells whether one of the numbers in a stored text may be the one typed; null where that is no number. A number
 * that is written for its own country and the same one written for the world match, also while it is being typed
 */
export function phoneMatcher(typed: string): ((stored: string) => boolean) | null {
  const bare = typed.trim().replace(EXTENSION, '');
  if (!NUMBER.test(bare)) return null;
  const sought = read(bare);
  return sought.digits.length < FEWEST ? null : (stored) => isIn(stored, sought);
}

/** What a number has in common with other ways of writing it. Two are the same where both parts agree. */
export interface PhoneKey {
  /** The digits after the country, and the extension: those of one switchboard are different people's. */
  readonly local: string;
  /** The digits with the country; null where none is written, which agrees with any. */
  readonly worldwide: string | null;
}

/**
 * The keys of each number in a text. Fewer than seven digits are no number of one person.
 *
 * @param text any text, such as `+41 79 123 45 67, office 044 765 43 21`
 */
export function phoneKeys(text: string): readonly PhoneKey[] {
  const bare = text.trim();
  const [ending = '', extension] = EXTENSION.exec(bare) ?? [];
  const numbers = numbersIn(bare.slice(0, bare.length - ending.length)).filter(({ digits }) => digits.length >= WHOLE);
  return numbers.map(({ digits, isWorldwide }) => {
    const local = isWorldwide ? digits.replace(COUNTRY, '') : digits;
    return { local: extension ? `${local}x${extension}` : local, worldwide: isWorldwide ? digits : null };
  });
}

/** Most texts are passed over by their digits alone: to take a text apart is slow, and there are thousands. */
function isIn(stored: string, sought: PhoneNumber): boolean {
  const all = stored.replace(/\(0\)|\D/g, '');
  const last = sought.digits.slice(-FEWEST);
  return all.includes(last) && numbersIn(stored).some((number) => isMatch(number, sought));
}

function isMatch(number: PhoneNumber, sought: PhoneNumber): boolean {
  return (
    number.digits.includes(sought.digits) ||
    (number.digits.length >= WHOLE && sought.digits.endsWith(number.digits)) ||
    (sought.isWorldwide && !number.isWorldwide && beginsAfterCountry(number.digits, sought.digits))
  );
}

/** Whether some of the digits are a country, and the others begin the number. */
function beginsAfterCountry(number: string, digits: string): boolean {
  for (let length = 1; length <= LONGEST_COUNTRY; length++) {
    const rest = digits.slice(length);
    if (rest.length >= FEWEST && number.startsWith(rest)) return true;
  }
  return false;
}

function numbersIn(text: string): readonly PhoneNumber[] {
  if (ONE.test(text)) return [read(text)];
  return text
    .split(BETWEEN)
    .map(read)
    .filter(({ digits }) => digits.length >= FEWEST);
}

/** The zero in `+44 (0)20` is dialled only within the country. */
function read(text: string): PhoneNumber {
  const bare = text.replace(/\(0\)|[^\d+]/g, '');
  return { digits: bare.replace(/^[+0]+|\D/g, ''), isWorldwide: /^(?:\+|00)/.test(bare) };
}
