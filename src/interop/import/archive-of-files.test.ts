import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { archiveOfFiles } from './archive-of-files.ts';
import { type Format, Refused } from './format.ts';
import { FORMATS } from './formats.ts';
import type { Item } from './found.ts';
import { recognise } from './recognise.ts';
import { headOf, type Source, sourceOf } from './source.ts';

const READING = { today: '2026-03-10', zone: 'UTC', own: { names: [], emails: [] }, mappings: {} };

/** A format of the files that begin with this letter: each is one contact. */
const beginning = (letter: string): Format => ({
  id: letter,
  name: letter,
  recognises: (head) => head[0] === letter.charCodeAt(0),
  async *read(source) {
    const name = new TextDecoder().decode(await headOf(source));
    yield { found: { type: 'contacts', where: { file: source.name }, fields: { name } } };
    yield { read: source.size };
  },
});
const archive = archiveOfFiles([beginning('A'), beginning('B')]);

function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Source {
  const entries = Object.entries(files).map(([path, content]) => {
    return [path, typeof content === 'string' ? strToU8(content) : content] as const;
  });
  return sourceOf('all.zip', zipSync(Object.fromEntries(entries)));
}

async function itemsOf(source: Source, format = archive): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of format.read(source, READING)) items.push(item);
  return items;
}

describe('an archive of files', () => {
  test('brings in each that is known, by its path, and tells how far it has come', async () => {
    const source = zipOf({ 'Ann.txt': 'Ann', 'more/Ben.txt': 'Ben' });
    const items = await itemsOf(source);
    expect(items.flatMap((item) => ('found' in item ? [[item.found.where.file, item.found.fields.name]] : []))).toEqual(
      [
        ['all.zip/Ann.txt', 'Ann'],
        ['all.zip/more/Ben.txt', 'Ben'],
      ],
    );
    const read = items.flatMap((item) => ('read' in item ? [item.read] : []));
    expect(read).toEqual([Math.round(source.size / 2), source.size]);
  });

  test('leaves out what is of other kinds, archives in it among them, in one note', async () => {
    const inner = zipSync({ 'Ann.txt': strToU8('Ann') });
    const others = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`z${at}.txt`, 'zzz']));
    const items = await itemsOf(zipOf({ 'Ann.txt': 'Ann', 'inner.zip': inner, ...others }));
    const what = expect.stringMatching(/^Files of other kinds: inner\.zip, z0\.txt, .*, z8\.txt and 3 more$/);
    expect(items.filter((item) => 'leftOut' in item)).toEqual([{ leftOut: { where: { file: 'all.zip' }, what } }]);
  });

  test.each([
    ['with nothing of the kind', { 'z.txt': 'zzz' }, 'There is nothing in all.zip that can be brought in.'],
    ['that is empty', {}, 'There is nothing in all.zip that can be brought in.'],
    [
      'that is a workbook',
      { '[Content_Types].xml': '<Types/>', 'A.xml': 'A' },
      'all.zip is a workbook or a document. Save it as CSV in the program it is from.',
    ],
  ])('%s is refused with what to do', async (_, files, why) => {
    await expect(itemsOf(zipOf(files))).rejects.toThrow(new Refused(why));
  });

  test('with a file that is refused tells so, and takes no other with it', async () => {
    const failing: Format = {
      ...beginning('F'),
      read() {
        throw new Refused('This file is spoilt: save it anew.');
      },
    };
    const source = zipOf({ 'Ann.txt': 'Ann', 'F.txt': 'F', 'Zoe.txt': 'Ben' });
    const items = await itemsOf(source, archiveOfFiles([beginning('A'), failing, beginning('B')]));
    expect(items.filter((item) => 'found' in item)).toHaveLength(2);
    expect(items).toContainEqual({
      bad: { where: { file: 'all.zip/F.txt' }, why: 'This file is spoilt: save it anew.', excerpt: '' },
    });
  });

  test('in which nothing could be read is refused for the reason of its one file', async () => {
    const bomb = zipOf({ 'Ann.txt': new Uint8Array(24 * 1024 ** 2).fill(65) });
    await expect(itemsOf(bomb, archiveOfFiles([{ ...beginning('A'), read: wholly }]))).rejects.toThrow(
      /unpacks to far more than it may hold/,
    );
  });

  test('holds cards, calendars, messages and tables as they would be read alone', async () => {
    const source = zipOf({
      'a.vcf': 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Noa N\r\nEMAIL:noa@example.org\r\nEND:VCARD\r\n',
      'people.csv': 'Name,E-mail\nAnn,ann@example.org\n',
    });
    const format = await recognise(source, FORMATS);
    expect(format.id).toBe('archive');
    const items = await itemsOf(source, format);
    expect(items.flatMap((item) => ('found' in item ? [item.found.fields.name] : []))).toEqual(['Noa N', 'Ann']);
  });
});

async function* wholly(source: Source): AsyncGenerator<Item> {
  for await (const piece of source.stream()) yield { read: piece.length };
}
