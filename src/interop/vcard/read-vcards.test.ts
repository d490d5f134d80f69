import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '../import/format.ts';
import type { Item } from '../import/found.ts';
import { sourceOf } from '../import/source.ts';
import { vcard } from './format.ts';

const reading = { today: '2026-03-02', zone: 'Europe/Zurich', own: { names: [], emails: [] }, mappings: {} };

async function read(content: Uint8Array | string, piece = 1 << 20): Promise<Item[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = {
    ...sourceOf('cards.vcf', bytes),
    async *stream() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
  const items: Item[] = [];
  for await (const item of vcard.read(source, reading)) if (!('read' in item)) items.push(item);
  return items;
}

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.vcf`, import.meta.url));
const foundIn = (items: readonly Item[]) => items.flatMap((item) => ('found' in item ? [item.found] : []));
const badIn = (items: readonly Item[]) => items.flatMap((item) => ('bad' in item ? [item.bad] : []));
const leftOutIn = (items: readonly Item[]) => items.flatMap((item) => ('leftOut' in item ? [item.leftOut] : []));
const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');

describe('a card of each program', () => {
  it.each(['google', 'apple', 'android', 'outlook', 'four'])('%s', async (name) => {
    expect(await read(fixture(name))).toMatchSnapshot();
  });

  it.each(['android', 'outlook', 'four'])('%s reads the same in pieces of any size', async (name) => {
    const whole = await read(fixture(name));
    for (const piece of [1, 2, 7, 100]) expect(await read(fixture(name), piece)).toEqual(whole);
  });
});

describe('what is wrong in a file', () => {
  it('is told with its line, and no other card is lost', async () => {
    const items = await read(fixture('broken'));
    expect(foundIn(items).map(({ fields }) => fields.name)).toEqual(['Whole One', 'Whole Two', 'Whole Three']);
    expect(badIn(items).map(({ where, why }) => `${where.line} ${why.split(':')[0]}`)).toEqual([
      '1 This line belongs to no card',
      '5 This line of the card is no property, such as TEL',
      '8 This card does not end',
      '17 This card names nobody',
      '26 This card does not end',
    ]);
  });

  it('a binary file, and a field of more than 10 MB, are refused', async () => {
    await expect(read(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).rejects.toThrow(Refused);
    const long = `BEGIN:VCARD\r\nNOTE:${`${'x'.repeat(70)}\r\n `.repeat(160_000)}\r\nEND:VCARD\r\n`;
    await expect(read(long, 1 << 16)).rejects.toThrow('10 MB');
  });

  it('a large photo is left out and never kept', async () => {
    const items = await read(
      card('FN:Ada', `PHOTO;ENCODING=b:${`${'A'.repeat(75)}\r\n `.repeat(50_000)}`, 'TEL:1234567'),
    );
    expect(foundIn(items)[0]?.fields).toEqual({ name: 'Ada', phone: '1234567' });
    expect(leftOutIn(items)).toEqual([{ where: { file: 'cards.vcf', line: 4 }, what: 'The photo of Ada' }]);
  });
});

describe('small print', () => {
  it.each([
    ['a name of its parts', ['N:Lee;Ada;B.;Dr.;PhD'], { name: 'Dr. Ada B. Lee PhD' }],
    ['a company as name', ['ORG:Acme', 'TEL:1'], { name: 'Acme', company: 'Acme', phone: '1' }],
    ['a name and address in one', ['FN:A', 'EMAIL:"A, B" <a@x.example>'], { name: 'A', email: 'a@x.example' }],
    ['a type without a value', ['FN:A', 'EMAIL;INTERNET=:a@x.example'], { name: 'A', email: 'a@x.example' }],
    [
      'LinkedIn without https',
      ['FN:A', 'URL:linkedin.com/in/a'],
      { name: 'A', linkedin_url: 'https://linkedin.com/in/a' },
    ],
    ['a fax where nothing else is', ['FN:A', 'TEL;TYPE=FAX:12'], { name: 'A', phone: '12' }],
    ['a state where no country is', ['FN:A', 'ADR:;;;Reno;NV;;'], { name: 'A', location: 'Reno, NV' }],
    ['notes one after another', ['FN:A', 'NOTE:one', 'NOTE:two'], { name: 'A', notes: 'one\n\ntwo' }],
    ['a backslash before no mark', ['FN:A', 'NOTE:C:\\data'], { name: 'A', notes: 'C:\\data' }],
    ['lower case and spaces', ['fn : A', ' ', 'email;type=work:a@x.example'], { name: 'A', email: 'a@x.example' }],
  ])('%s', async (_, lines, fields) => {
    expect(foundIn(await read(card(...lines))).map((found) => found.fields)).toEqual([fields]);
  });

  it('a card of UTF-16 is read by its byte order mark', async () => {
    const text = `\ufeff${card('FN:Zoë')}`;
    const wide = Uint8Array.from(text, (_, at) => at).length;
    const bytes = new Uint8Array(wide * 2);
    for (let at = 0; at < text.length; at++) new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), true);
    expect(foundIn(await read(bytes, 3))[0]?.fields).toEqual({ name: 'Zoë' });
    expect(vcard.recognises(bytes)).toBe(true);
  });

  it('a byte order mark before any of the cards is passed over', async () => {
    const items = await read(`\ufeff${card('FN:A')}\ufeff${card('FN:B')}`, 1);
    expect(foundIn(items).map(({ fields }) => fields.name)).toEqual(['A', 'B']);
    expect(badIn(items)).toEqual([]);
  });

  it('the card of an agent within a card is one of its own', async () => {
    const items = await read(
      'BEGIN:VCARD\nVERSION:2.1\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\nTEL:1\nEND:VCARD\n',
    );
    expect(foundIn(items).map(({ fields }) => fields)).toEqual([{ name: 'Agent' }, { name: 'Boss', phone: '1' }]);
    expect(badIn(items)).toEqual([]);
  });

  it.each([
    ['\ufeff\r\nBEGIN:VCARD\r\n', true],
    ['begin:vcard\n', true],
    ['BEGIN:VCALENDAR\r\n', false],
    ['Name,E-mail\n', false],
    ['', false],
  ])('recognises a vCard by its first line: %j', (head, is) => {
    expect(vcard.recognises(new TextEncoder().encode(head))).toBe(is);
  });
});

describe('a hostile line of a megabyte takes no longer than any other', () => {
  const many = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
  it.each([
    ['parameters', `X${many(';"')}:1`],
    ['values of parameters', `X;A=${many('"",')}`],
    ['the same parameter', `X${many(';A="')}:1`],
    ['addresses', `EMAIL:${many('<a@')}`],
    ['words of a name', `N:${many('ab ')};b`],
    ['parts of a host', `URL:${many('a.')}`],
    ['marks', `NOTE:${many('\\;,')}`],
    ['quotes', `NOTE;ENCODING=QUOTED-PRINTABLE:${many('==3')}`],
    ['spaces', `TEL:1${many(' ')}1`],
  ])('%s', async (_, line) => {
    const before = performance.now();
    expect(foundIn(await read(card('FN:Ada', line)))[0]?.fields.name).toBe('Ada');
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});

const junk = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'BEGIN:VCARD',
        'END:VCARD',
        'VERSION:2.1',
        'AGENT:',
        ' folded',
        '\t',
        'item1.X-ABLabel:_$!<a>!$_',
        'N:;;;',
      ),
      fc.constantFrom(
        'NOTE;ENCODING=QUOTED-PRINTABLE:a=',
        'PHOTO;ENCODING=BASE64:',
        'AAAA',
        'TEL;=;:',
        'X;"a:b',
        'FN;CHARSET=nope:\xff',
      ),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\n').replaceAll('\0', ''));

it('no lines around a well-formed card throw, hang or lose it', async () => {
  await fc.assert(
    fc.asyncProperty(junk, junk, fc.integer({ min: 1, max: 50 }), async (before, after, piece) => {
      const items = await read(`${before}\r\n${card('FN:Well Formed', 'EMAIL:well@example.org')}${after}`, piece);
      const found = foundIn(items).filter(({ fields }) => fields.email === 'well@example.org');
      expect(found.map(({ fields }) => fields)).toContainEqual({ name: 'Well Formed', email: 'well@example.org' });
    }),
    { numRuns: 500 },
  );
});
