/** What a person brings: a file, or what they pasted. It can be read again as often as needed. */
export interface Source {
  /** Its name as the person knows it; it decides nothing. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Its bytes from the beginning, in pieces of any size. */
  stream(): AsyncIterable<Uint8Array>;
  /** The same from a place on, where that needs no reading of what comes before: a file has it, what is unpacked has not. */
  from?(at: number): AsyncIterable<Uint8Array>;
}

/** So much of the beginning is looked at to tell what a file is, in bytes. */
export const HEAD_SIZE = 64 * 1024;

/** The first bytes of a source, at most `HEAD_SIZE`. */
export async function headOf(source: Source): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source.stream()) {
    pieces.push(piece.subarray(0, HEAD_SIZE - size));
    size += piece.length;
    if (size >= HEAD_SIZE) break;
  }
  return joined(pieces);
}

/** Bytes that were read in pieces, as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A source of bytes that are in memory already, as what was pasted is. */
export function sourceOf(name: string, content: Uint8Array | string): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async *stream() {
      yield bytes;
    },
    async *from(at) {
      yield bytes.subarray(at);
    },
  };
}
