import { Refused } from '../import/format.ts';
import { joined, type Source } from '../import/source.ts';

/** A line as it stands in the file: each character is one byte, for its charset is told only by what the line says. */
export interface ByteLine {
  readonly bytes: string;
  /** From 1. */
  readonly line: number;
}

/** The lines that end in one piece of a source, and how many bytes of it were read by then. */
export interface LinesRead {
  readonly lines: readonly ByteLine[];
  readonly read: number;
}

/** No line, and nothing that is put together of lines, is longer, in bytes. */
export const LONGEST = 10 * 1024 * 1024;

/** So many bytes tell a byte order mark. */
const MARK = 3;

/**
 * The lines of a file that is made of content lines (RFC 6350, 3.2; RFC 5545, 3.1), not yet unfolded. They end with CRLF,
 * LF or CR. UTF-16 is known by its byte order mark and comes as UTF-8.
 *
 * @throws Refused where the file is binary, or a line is longer than `LONGEST`
 */
export async function* linesOf(source: Source): AsyncGenerator<LinesRead> {
  let [read, line, rest, held] = [0, 0, '', ''];
  const decode = byteDecoder();
  for await (const piece of source.stream()) {
    read += piece.length;
    const text = held + decode(piece);
    held = text.endsWith('\r') ? '\r' : '';
    const ended = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
    ended[0] = rest + ended[0];
    rest = ended.pop() ?? '';
    if (rest.length > LONGEST) throw tooLong(line + ended.length + 1);
    yield { lines: ended.map((bytes) => ({ bytes: withoutMark(bytes), line: ++line })), read };
  }
  yield { lines: [{ bytes: withoutMark(rest), line: line + 1 }], read };
}

/** A sentence for a line that nothing sensible is so long as. */
export function tooLong(line: number): Refused {
  return new Refused(
    `What begins on line ${line} is longer than 10 MB: this is no list of people or events. Export it again, without attachments.`,
  );
}

/** The beginning of a file as a character a byte, to recognise it by its first words. */
export function beginning(head: Uint8Array): string {
  return withoutMark(decoderFor(head)(head)).trimStart();
}

/** Pieces of a file as a character a byte. */
function byteDecoder(): (piece: Uint8Array) => string {
  let decode: ((piece: Uint8Array) => string) | undefined;
  let first: Uint8Array = new Uint8Array();
  return (piece) => {
    if (decode) return decode(piece);
    first = joined([first, piece]);
    if (first.length < MARK) return '';
    decode = decoderFor(first);
    const text = decode(first);
    if (text.includes('\0')) throw new Refused('This is a binary file, not text. Choose the file as it was exported.');
    return text;
  };
}

function decoderFor([one, two]: Uint8Array): (piece: Uint8Array) => string {
  const isLittle = one === 0xff && two === 0xfe;
  if (!isLittle && !(one === 0xfe && two === 0xff)) return binary;
  const [wide, utf8] = [new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be'), new TextEncoder()];
  return (piece) => binary(utf8.encode(wide.decode(piece, { stream: true })));
}

/** Files that were put together have a byte order mark in the middle too. */
function withoutMark(bytes: string): string {
  return bytes.replace(/^\xef\xbb\xbf/, '');
}

/** Windows-1252 is a character a byte, but 27 of them are not of the same number. */
const single = new TextDecoder('windows-1252');
const BYTES = new Map(
  Array.from({ length: 0x20 }, (_, at) => [single.decode(Uint8Array.of(0x80 + at)), String.fromCharCode(0x80 + at)]),
);

function binary(bytes: Uint8Array): string {
  return single.decode(bytes).replace(/[^\x00-\xff]/g, (wide) => BYTES.get(wide) ?? wide);
}
