import { Inflate } from 'fflate';

/** What the first bytes of an archive show of an entry. */
export interface Beginning {
  readonly path: string;
  /** The first bytes of what it holds, as many as there are. */
  readonly content: Uint8Array;
}

const HEADER_SIZE = 30;

/** So much of an entry is unpacked: its first lines tell what it is. At the most it gives a thousand times as much. */
const BITE = 1024;

/** So many entries are looked at. */
const MOST = 64;

/** The entries that begin within the first bytes of an archive. Nothing of it is certain: it only tells what the archive may be. */
export function beginningsIn(head: Uint8Array): readonly Beginning[] {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const beginnings: Beginning[] = [];
  for (let at = 0; at + HEADER_SIZE < head.length && beginnings.length < MOST; at++) {
    if (head[at] !== 0x50 || view.getUint32(at, true) !== 0x04034b50) continue;
    const name = at + HEADER_SIZE;
    const data = name + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (data > head.length) break;
    const packed = head.subarray(data, data + BITE);
    beginnings.push({
      path: new TextDecoder().decode(head.subarray(name, name + view.getUint16(at + 26, true))),
      content: view.getUint16(at + 8, true) === 8 ? inflated(packed) : packed,
    });
    at = data - 1;
  }
  return beginnings;
}

function inflated(packed: Uint8Array): Uint8Array {
  let content = new Uint8Array();
  const inflate = new Inflate((piece) => {
    content = piece;
  });
  try {
    inflate.push(packed);
  } catch {
    return content;
  }
  return content;
}
