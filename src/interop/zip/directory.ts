import { Refused } from '../import/format.ts';
import type { Source } from '../import/source.ts';
import { MOST_DIRECTORY_BYTES, MOST_ENTRIES } from './limits.ts';
import { bytesOf } from './stretch.ts';

/** What the directory at the end of an archive says of an entry. All of it is a claim. */
export interface Listed {
  /** With the folders, as written: only ever a name, never a place to write to. */
  readonly path: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
}

export interface Directory {
  readonly listed: readonly Listed[];
  /** Where the directory begins, and what is packed ends. */
  readonly at: number;
}

/** What to do about an archive that cannot be read as one. */
export const UNPACK = 'Unpack it, and bring in the files that you want.';

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const IS_IN_ZIP64 = 0xffffffff;

/**
 * Reads the list of entries at the end of a ZIP archive (APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16): the only one that is
 * whole, since local headers may leave the sizes out.
 */
export async function directoryOf(archive: Source): Promise<Directory> {
  const { count, size, at } = await endOf(archive);
  if (count > MOST_ENTRIES) throw new Refused(`${archive.name} holds more than ${MOST_ENTRIES} files. ${UNPACK}`);
  if (size > MOST_DIRECTORY_BYTES)
    throw new Refused(`${archive.name} has a list of files that is far too long. ${UNPACK}`);
  const bytes = await bytesOf(archive, at, at + size);
  if (bytes.length < size) throw damaged(archive);
  return { listed: entriesIn(bytes, count, archive), at };
}

async function endOf(archive: Source) {
  const tailAt = Math.max(0, archive.size - END_SIZE - LONGEST_COMMENT);
  const bytes = await bytesOf(archive, tailAt, archive.size);
  const view = viewOf(bytes);
  for (let at = bytes.length - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) !== END || at + END_SIZE + view.getUint16(at + 20, true) !== bytes.length) continue;
    const [disk, count] = [view.getUint16(at + 4, true), view.getUint16(at + 10, true)];
    const [size, start] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    if (start === IS_IN_ZIP64) throw new Refused(`${archive.name} is too large. ${UNPACK}`);
    if (disk !== 0) throw new Refused(`${archive.name} is one part of several. ${UNPACK}`);
    if (start + size !== tailAt + at) throw damaged(archive);
    return { count, size, at: start };
  }
  throw damaged(archive);
}

function entriesIn(bytes: Uint8Array, count: number, archive: Source): readonly Listed[] {
  const view = viewOf(bytes);
  const listed: Listed[] = [];
  let at = 0;
  while (at + ENTRY_SIZE <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const name = at + ENTRY_SIZE;
    const extra = name + view.getUint16(at + 28, true);
    const comment = extra + view.getUint16(at + 30, true);
    const next = comment + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged(archive);
    const flags = view.getUint16(at + 8, true);
    listed.push({
      path: nameOf(bytes.subarray(name, extra)),
      isEncrypted: (flags & 0x2041) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...placed(view, at, extra, comment),
    });
    at = next;
  }
  if (at !== bytes.length || listed.length !== count) throw damaged(archive);
  return listed;
}

/** Sizes and place; some programs write them as ZIP64 (4.5.3) although they are small. */
function placed(view: DataView, at: number, extra: number, end: number) {
  let wide = wideFields(view, extra, end);
  const read = (offset: number) => {
    const value = view.getUint32(at + offset, true);
    if (value !== IS_IN_ZIP64 || wide + 8 > end) return value;
    wide += 8;
    return Number(view.getBigUint64(wide - 8, true));
  };
  const size = read(24);
  return { size, packedSize: read(20), at: read(42) };
}

function wideFields(view: DataView, extra: number, end: number): number {
  let at = extra;
  while (at + 4 <= end) {
    if (view.getUint16(at, true) === 0x0001) return at + 4;
    at += 4 + view.getUint16(at + 2, true);
  }
  return end;
}

/** UTF-8, which nearly all programs write, whether they say so (flag 11) or not; else one byte a letter. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An archive that cannot be what was downloaded. */
export function damaged(archive: Source): Refused {
  return new Refused(`${archive.name} is damaged or was not downloaded to its end. Download it once more.`);
}
