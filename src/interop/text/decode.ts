import { Refused } from '../import/format.ts';
import { HEAD_SIZE, joined } from '../import/source.ts';
import { binaryKind } from './binary-kind.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const NOT_TEXT =
  'This is not a text file. Open it in the program that made it and export it from there, for example as CSV.';

/** Of so many characters of UTF-16 one at least has a zero byte: a comma, a space, the end of a line. */
const ONE_ZERO_IN = 50;

/** So many bytes at most belong to one character of UTF-8 (RFC 3629, 3). */
const LONGEST = 4;

/**
 * The text of a file, as a stream, without a byte order mark. What is not UTF-8 is read as Windows-1252, line by line: a file
 * of which only some lines were written by an old program loses nothing.
 *
 * @param pieces its bytes, in pieces of any size, which may end within a character
 * @throws Refused where it is no text, with what to do instead
 */
export async function* decode(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const first: Uint8Array[] = [];
  let size = 0;
  let decoder: Decoder | undefined;
  for await (const piece of pieces) {
    if (decoder) {
      yield decoder.decode(piece);
      continue;
    }
    first.push(piece);
    size += piece.length;
    if (size < HEAD_SIZE) continue;
    const head = joined(first);
    decoder = decoderFor(head);
    yield decoder.decode(head);
  }
  const rest = decoder ? new Uint8Array() : joined(first);
  yield (decoder ?? decoderFor(rest)).decode(rest, true);
}

/**
 * What a file is written in: by its byte order mark, else by its zeros (UTF-16), else by whether it is UTF-8.
 *
 * @param head its first bytes
 * @throws Refused where it is no text
 */
export function encodingOf(head: Uint8Array): Encoding {
  const kind = binaryKind(head);
  if (kind) throw new Refused(kind.refusal);
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  if (head.includes(0)) return byZeros(head);
  return utf8(head.subarray(0, wholeCharacters(head))) === undefined ? 'windows-1252' : 'utf-8';
}

/**
 * The beginning of a file as text; a character that was begun at its end is not in it.
 *
 * @throws Refused where it is no text
 */
export function headText(head: Uint8Array): string {
  return decoderFor(head).decode(head);
}

interface Decoder {
  decode(piece: Uint8Array, isLast?: boolean): string;
}

function decoderFor(head: Uint8Array): Decoder {
  const encoding = encodingOf(head);
  const decoder = encoding === 'utf-8' || encoding === 'windows-1252' ? bytewise(encoding) : wide(encoding);
  let isFirst = true;
  return {
    decode(piece, isLast = false) {
      const text = decoder.decode(piece, isLast);
      if (text.includes('\0')) throw new Refused(NOT_TEXT);
      const bare = isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
      isFirst &&= text === '';
      return bare;
    },
  };
}

function wide(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { decode: (piece, isLast) => decoder.decode(piece, { stream: !isLast }) };
}

function bytewise(encoding: Encoding): Decoder {
  let carried = new Uint8Array();
  return {
    decode(piece, isLast) {
      const bytes = carried.length > 0 ? joined([carried, piece]) : piece;
      const end = isLast ? bytes.length : wholeCharacters(bytes);
      carried = bytes.slice(end);
      const whole = bytes.subarray(0, end);
      return utf8(whole) ?? (encoding === 'utf-8' ? byLine(whole) : windows1252(whole));
    },
  };
}

/** How many of the bytes are whole characters, if they are UTF-8: what was begun at the end is left for the next piece. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - LONGEST; at--) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return at;
  }
  return bytes.length;
}

function byLine(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1);
    lines.push(utf8(line) ?? windows1252(line));
    from += line.length;
  }
  return lines.join('');
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const western = new TextDecoder('windows-1252');

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function windows1252(bytes: Uint8Array): string {
  return western.decode(bytes);
}

/** Latin letters have their zero byte second in little endian and first in big endian; other files have them anywhere. */
function byZeros(head: Uint8Array): Encoding {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [first = 0, second = 0] = zeros;
  if (first > 0 === second > 0 || (first + second) * ONE_ZERO_IN < head.length / 2) throw new Refused(NOT_TEXT);
  const encoding = second > 0 ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)));
  if (/[\0-\x08\x0e-\x1f]/.test(text)) throw new Refused(NOT_TEXT);
  return encoding;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
