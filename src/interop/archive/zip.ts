import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive; its text comes in pieces, so that none needs to be in memory whole. */
export interface ArchiveFile {
  readonly name: string;
  pieces(): Iterable<string>;
}

/** Texts are put together to so many characters before they are compressed: small pieces cost time. */
const PIECE = 256 * 1024;

/**
 * A ZIP archive (PKWARE APPNOTE) of text files, in pieces as they are made. The same files give the same bytes.
 *
 * @param at the time that the files bear
 */
export function* zipped(files: readonly ArchiveFile[], at: Date): Iterable<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  for (const file of files) {
    const entry = new ZipDeflate(file.name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    for (const text of gathered(file.pieces())) {
      entry.push(encoder.encode(text));
      yield* made;
      made = [];
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  yield* made;
}

const encoder = new TextEncoder();

function* gathered(pieces: Iterable<string>): Iterable<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    // Half of a pair of surrogates at the end would be lost.
    const end = /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
    yield text.slice(0, end);
    text = text.slice(end);
  }
  if (text) yield text;
}
