import { joined, type Source } from '../import/source.ts';

/** The bytes of a source from `start` up to `end`, in pieces; fewer where the source ends before. */
export async function* stretch(source: Source, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = source.from ? start : 0;
  for await (const piece of source.from ? source.from(start) : source.stream()) {
    const wanted = piece.subarray(Math.max(0, start - at), Math.max(0, end - at));
    at += piece.length;
    if (wanted.length > 0) yield wanted;
    if (at >= end) return;
  }
}

/** The same as one: for stretches whose length is bounded. */
export async function bytesOf(source: Source, start: number, end: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stretch(source, start, end)) pieces.push(piece);
  return joined(pieces);
}
