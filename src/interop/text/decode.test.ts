import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refused } from '../import/format.ts';
import { HEAD_SIZE, joined } from '../import/source.ts';
import { decode, type Encoding, encodingOf } from './decode.ts';

const TEXT = 'name;město\r\nZoë “田中” 🙂;Łódź\r\n';

describe('a text file', () => {
  test.each<[string, Uint8Array, Encoding]>([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16, little endian, with a mark', utf16(`\uFEFF${TEXT}`, true), 'utf-16le'],
    ['UTF-16, big endian, with a mark', utf16(`\uFEFF${TEXT}`, false), 'utf-16be'],
    ['UTF-16, little endian, without a mark', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16, big endian, without a mark', utf16(TEXT, false), 'utf-16be'],
  ])('is read in %s, wherever its pieces end', async (_, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
    for (const size of [1, 2, 3, 7, bytes.length]) expect(await textOf(bytes, size)).toBe(TEXT);
  });

  test('that is not UTF-8 is read as Windows-1252', async () => {
    const bytes = Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80, 0x93);
    expect(encodingOf(bytes)).toBe('windows-1252');
    for (const size of [1, 2, 100]) expect(await textOf(bytes, size)).toBe('Müller €“');
  });

  test('of which some lines only are old keeps the others', async () => {
    const start = utf8('Zoë,田中\n'.repeat(HEAD_SIZE / 8));
    const bytes = joined([start, Uint8Array.of(0x4d, 0xfc, 0x0a), utf8('Zoë\n')]);
    expect((await textOf(bytes, 1000)).endsWith('田中\nMü\nZoë\n')).toBe(true);
  });

  test('is the same text in pieces of any size', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((one) => !/[\0\uFEFF]/.test(one));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (one, size) => {
        expect(await textOf(utf8(`,${one}`), size)).toBe(`,${one}`);
      }),
    );
  });

  test('is empty where there is nothing', async () => {
    expect(await textOf(new Uint8Array(), 1)).toBe('');
  });
});

describe('a binary file', () => {
  test.each([
    ['an Excel workbook', 'PK\x03\x04\x14\0\x06\0', /workbook.*save the sheet as CSV/],
    ['an old Excel workbook', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', /97 to 2003.*save it as CSV/],
    ['a PDF', '%PDF-1.7\n', /PDF.*save that as CSV/],
    ['a PNG', '\x89PNG\r\n\x1a\n', /picture.*CSV/],
    ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', /picture.*CSV/],
    ['a gzip', '\x1f\x8b\x08\0', /Unpack it/],
    ['zeros anywhere', 'a\0b\0\0c\0def', /not a text file/],
    ['one zero', `${'abc'.repeat(100)}\0`, /not a text file/],
  ])('%s is refused with what to do', async (_, content, why) => {
    const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0));
    await expect(textOf(bytes, 3)).rejects.toThrow(why);
    await expect(textOf(bytes, 3)).rejects.toBeInstanceOf(Refused);
  });

  test('is refused where its zeros come late', async () => {
    await expect(textOf(utf8(`${'abc,'.repeat(HEAD_SIZE)}\0`), 5000)).rejects.toBeInstanceOf(Refused);
  });

  test('of any bytes is text or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
        const read = await textOf(bytes, size).catch((error: unknown) => error);
        expect(typeof read === 'string' || read instanceof Refused).toBe(true);
      }),
    );
  });
});

async function textOf(bytes: Uint8Array, size: number): Promise<string> {
  let text = '';
  for await (const part of decode(inPieces(bytes, size))) text += part;
  return text;
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}
