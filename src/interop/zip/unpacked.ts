import { Inflate } from 'fflate';
import { Refused } from '../import/format.ts';
import type { Source } from '../import/source.ts';
import { crc32 } from './crc32.ts';
import { damaged, type Listed, UNPACK } from './directory.ts';
import { MOST_BYTES, MOST_RATIO, RATIO_FROM } from './limits.ts';
import { bytesOf, stretch } from './stretch.ts';

/** How much each entry of an archive has given so far, at most: read twice, it counts once. */
export interface Allowance {
  readonly taken: Map<Listed, number>;
  total: number;
}

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

/** So much is inflated at a time: at the most that deflate can do (1032 to 1) it fills 8 MB. */
const BITE = 8 * 1024;

/**
 * What an entry holds, unpacked as it is read. What comes out is counted: the sizes that the archive claims only say how much
 * may come at the most.
 *
 * @param end where what is packed must have ended
 */
export async function* unpacked(
  archive: Source,
  listed: Listed,
  end: number,
  allowance: Allowance,
): AsyncGenerator<Uint8Array> {
  const start = await dataStart(archive, listed, end);
  const packed = stretch(archive, start, start + listed.packedSize);
  let [size, crc] = [0, 0];
  for await (const piece of piecesOf(packed, listed, archive)) {
    size += piece.length;
    crc = crc32(piece, crc);
    if (size > listed.size) throw damaged(archive);
    judge(archive, listed, size, allowance);
    if (piece.length > 0) yield piece;
  }
  if (size !== listed.size || crc !== listed.crc) throw damaged(archive);
}

async function dataStart(archive: Source, listed: Listed, end: number): Promise<number> {
  const header = await bytesOf(archive, listed.at, listed.at + LOCAL_SIZE);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < LOCAL_SIZE || view.getUint32(0, true) !== LOCAL) throw damaged(archive);
  const start = listed.at + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + listed.packedSize > end) throw damaged(archive);
  return start;
}

function piecesOf(packed: AsyncIterable<Uint8Array>, listed: Listed, archive: Source): AsyncIterable<Uint8Array> {
  if (listed.method === STORED) return packed;
  if (listed.method === DEFLATED) return inflated(packed, archive);
  throw new Refused(`${archive.name} is packed in a way that cannot be read here. ${UNPACK}`);
}

async function* inflated(packed: AsyncIterable<Uint8Array>, archive: Source): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  const inflate = new Inflate((piece) => out.push(piece));
  const push = (bite: Uint8Array, isLast: boolean) => {
    try {
      inflate.push(bite, isLast);
    } catch {
      throw damaged(archive);
    }
    return out.splice(0);
  };
  for await (const piece of packed) {
    for (let at = 0; at < piece.length; at += BITE) yield* push(piece.subarray(at, at + BITE), false);
  }
  yield* push(new Uint8Array(0), true);
}

/** Refuses what unpacks to far more than anybody packs. */
function judge(archive: Source, listed: Listed, size: number, allowance: Allowance): void {
  const before = allowance.taken.get(listed) ?? 0;
  if (size > before) {
    allowance.taken.set(listed, size);
    allowance.total += size - before;
  }
  const isBomb = size > RATIO_FROM && size > listed.packedSize * MOST_RATIO;
  if (!isBomb && allowance.total <= MOST_BYTES) return;
  throw new Refused(`${archive.name} unpacks to far more than it may hold. ${UNPACK}`);
}
