import fc from 'fast-check';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refused } from '../import/format.ts';
import { joined, type Source, sourceOf } from '../import/source.ts';
import { directoryOf } from './directory.ts';
import { entriesOf, isZip } from './entries.ts';
import { MOST_BYTES, MOST_ENTRIES } from './limits.ts';
import { unpacked } from './unpacked.ts';

const text = new TextDecoder();

/** A source that can only be read from its beginning, in small pieces, as a download is. */
function trickle(name: string, bytes: Uint8Array, size = 7): Source {
  return {
    name,
    size: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

async function contentOf(source: Source): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.stream()) pieces.push(piece);
  return joined(pieces);
}

async function allOf(source: Source): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const entry of await entriesOf(source)) all[entry.path] = text.decode(await contentOf(entry));
  return all;
}

/** The archive with bytes at some place overwritten; a negative place counts from the end. */
function patched(bytes: Uint8Array, at: number, ...values: number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at < 0 ? bytes.length + at : at);
  return copy;
}

/** Where the first entry of the directory begins. */
function directoryAt(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 6, true);
}

/** An archive of one entry whose sizes and place stand in an extra field of the directory (APPNOTE.TXT, 4.5.3). */
function asZip64(bytes: Uint8Array): Uint8Array {
  const at = directoryAt(bytes);
  const end = bytes.length - 22;
  const was = new DataView(bytes.buffer, bytes.byteOffset);
  const extra = new DataView(new ArrayBuffer(28));
  extra.setUint16(0, 0x0001, true);
  extra.setUint16(2, 24, true);
  for (const [index, field] of [24, 20, 42].entries()) {
    extra.setBigUint64(4 + index * 8, BigInt(was.getUint32(at + field, true)), true);
  }
  const wide = [255, 255, 255, 255];
  const entry = patched(patched(bytes.subarray(at, end), 20, ...wide, ...wide), 42, ...wide);
  entry[30] = extra.byteLength;
  const tail = bytes.slice(end);
  new DataView(tail.buffer).setUint32(12, entry.length + extra.byteLength, true);
  return joined([bytes.subarray(0, at), entry, new Uint8Array(extra.buffer), tail]);
}

const folder = zipSync({
  'Connections.csv': strToU8('First Name\nMaïté\n'),
  'Jobs/': new Uint8Array(),
  'Jobs/Größe – 応募.csv': [strToU8('stored as it is'), { level: 0 }],
  '../../etc/passwd': strToU8('only a name'),
  '__MACOSX/._Connections.csv': strToU8('of the Finder'),
  '.DS_Store': strToU8('of the Finder'),
});

describe('the entries of an archive', () => {
  const expected = {
    'Connections.csv': 'First Name\nMaïté\n',
    'Jobs/Größe – 応募.csv': 'stored as it is',
    '../../etc/passwd': 'only a name',
  };

  test('are its files, whatever their names, without folders and what macOS adds', async () => {
    expect(await allOf(sourceOf('a.zip', folder))).toEqual(expected);
  });

  test('are the same from a source that can only be read from its beginning', async () => {
    expect(await allOf(trickle('a.zip', folder))).toEqual(expected);
  });

  test('can be read again, and are named with the archive', async () => {
    const [first] = await entriesOf(sourceOf('a.zip', folder));
    expect(first).toMatchObject({ name: 'a.zip/Connections.csv', size: 19 });
    if (!first) return;
    expect(await contentOf(first)).toEqual(await contentOf(first));
  });

  test('come back as they went in, whatever they hold', async () => {
    const files = fc.dictionary(fc.stringMatching(/^[a-z0-9 ü-]{1,12}$/), fc.uint8Array({ maxLength: 40_000 }));
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 0, max: 9 }), async (content, level) => {
        const bytes = zipSync(content, { level: level as 0 });
        const back: Record<string, Uint8Array> = {};
        for (const entry of await entriesOf(sourceOf('a.zip', bytes))) back[entry.path] = await contentOf(entry);
        expect(back).toEqual({ ...content });
      }),
      { numRuns: 50 },
    );
  });

  test('are read where their sizes follow them, as in an archive that was written in one go', async () => {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_, piece) => pieces.push(piece));
    for (const path of ['a.csv', 'b.csv']) {
      const file = new ZipDeflate(path);
      zip.add(file);
      file.push(strToU8(`this is ${path}`), true);
    }
    zip.end();
    expect(await allOf(sourceOf('a.zip', joined(pieces)))).toEqual({
      'a.csv': 'this is a.csv',
      'b.csv': 'this is b.csv',
    });
  });

  test('are read where sizes are written for large archives although they are small', async () => {
    expect(await allOf(sourceOf('a.zip', asZip64(zipSync({ 'a.csv': strToU8('small') }))))).toEqual({
      'a.csv': 'small',
    });
  });

  test('have their names of before UTF-8 too', async () => {
    const bytes = zipSync({ 'aXb.csv': strToU8('x') });
    const old = patched(bytes, directoryAt(bytes) + 46 + 1, 0xe9);
    expect(Object.keys(await allOf(sourceOf('a.zip', old)))).toEqual(['aéb.csv']);
  });

  test('an empty archive has none', async () => {
    const bytes = zipSync({});
    expect(isZip(bytes)).toBe(true);
    expect(await entriesOf(sourceOf('a.zip', bytes))).toEqual([]);
  });
});

describe('an archive is refused', () => {
  const one = zipSync({ 'a.csv': strToU8('name,company\nAda,Acme\n'.repeat(20)) });
  const list = directoryAt(one);
  const cases: Record<string, [Uint8Array, RegExp]> = {
    'when it was cut short': [one.subarray(0, one.length - 9), /damaged/],
    'when its beginning is missing': [one.subarray(5), /damaged/],
    'when it is protected by a password': [patched(one, list + 8, 1), /password/],
    'when it is packed in an unknown way': [patched(one, list + 10, 99), /packed in a way/],
    'when it is one part of several': [patched(one, -18, 1), /one part of several/],
    'when more comes out than it says': [patched(one, list + 24, 5, 0, 0, 0), /damaged/],
    'when less comes out than it says': [patched(one, list + 24, 255, 255), /damaged/],
    'when its content is not what was packed': [patched(one, list + 16, 1, 2, 3, 4), /damaged/],
    'when an entry begins beyond its end': [patched(one, list + 42, 255, 255), /damaged/],
    'when it lists another number of entries': [patched(one, -12, 7), /damaged/],
  };
  test.each(Object.entries(cases))('%s', async (_, [bytes, why]) => {
    await expect(allOf(sourceOf('a.zip', bytes))).rejects.toThrow(why);
    await expect(allOf(sourceOf('a.zip', bytes))).rejects.toBeInstanceOf(Refused);
  });

  test('when its entries overlap', async () => {
    const two = zipSync({ 'a.csv': strToU8('a'), 'b.csv': strToU8('b') });
    const second = directoryAt(two) + 46 + 'a.csv'.length;
    await expect(entriesOf(sourceOf('a.zip', patched(two, second + 42, 0, 0, 0, 0)))).rejects.toThrow(/damaged/);
  });

  test('when it holds more files than anybody has', async () => {
    const many = Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, n) => [`${n}`, new Uint8Array()]));
    await expect(entriesOf(sourceOf('a.zip', zipSync(many)))).rejects.toThrow(/more than 10000 files/);
  });

  test('never otherwise than by a refusal, and always in the end, whatever its bytes are', async () => {
    const wrong = fc.tuple(fc.nat(folder.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 8 }), async (places) => {
        const bytes = folder.slice();
        for (const [at, value] of places) bytes[at] = value;
        await allOf(sourceOf('a.zip', bytes)).catch((error) => expect(error).toBeInstanceOf(Refused));
      }),
      { numRuns: 500 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await allOf(sourceOf('a.zip', bytes)).catch((error) => expect(error).toBeInstanceOf(Refused));
      }),
    );
  });
});

describe('a bomb', () => {
  const bytes = zipSync({ 'zeros.csv': [new Uint8Array(64 * 1024 ** 2), { level: 9 }], 'b.csv': strToU8('harmless') });

  test('is refused after a little of it, and never held as a whole', async () => {
    const [bomb] = await entriesOf(sourceOf('bomb.zip', bytes));
    let [total, largest] = [0, 0];
    const reading = async () => {
      for await (const piece of bomb?.stream() ?? []) {
        total += piece.length;
        largest = Math.max(largest, piece.length);
      }
    };
    await expect(reading()).rejects.toThrow(/unpacks to far more than it may hold/);
    expect(total).toBeLessThan(20 * 1024 ** 2);
    expect(largest).toBeLessThan(10 * 1024 ** 2);
  });

  test('of many entries is refused when all of them together are too much', async () => {
    const archive = sourceOf('many.zip', zipSync({ 'a.csv': strToU8('a') }));
    const { listed, at } = await directoryOf(archive);
    const [entry] = listed;
    if (!entry) throw new Error('There is one entry.');
    const reading = unpacked(archive, entry, at, { taken: new Map(), total: MOST_BYTES });
    await expect(reading.next()).rejects.toThrow(/unpacks to far more than it may hold/);
  });

  test('harms nobody who does not read it', async () => {
    const entries = await entriesOf(sourceOf('bomb.zip', bytes));
    const harmless = entries.find((entry) => entry.path === 'b.csv');
    expect(harmless && text.decode(await contentOf(harmless))).toBe('harmless');
  });
});
