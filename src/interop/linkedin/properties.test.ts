import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeCsv } from '../csv/write-csv.ts';
import { Refused } from '../import/format.ts';
import type { Item } from '../import/found.ts';
import { sourceOf } from '../import/source.ts';
import { archiveOf, IN, itemsOf } from './fixtures/files.ts';
import { linkedinArchive } from './linkedin-archive.ts';
import { linkedinCsv } from './linkedin-csv.ts';

const CONNECTIONS = ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'];
const MESSAGES = ['CONVERSATION ID', 'FROM', 'SENDER PROFILE URL', 'TO', 'DATE', 'CONTENT', 'FOLDER'];

/** Any text, commas, quotation marks and line ends included, with something in it. */
const words = fc.string({
  unit: fc.oneof(fc.constantFrom(',', '"', '\n', '\r\n', ' ', '<', '&'), fc.string()),
  minLength: 1,
});
const name = words.map((text) => `N${text}`);
/** Nobody of those: what somebody writes to themselves is left out. */
const otherName = words.map((text) => `M${text}`);

function foundOf(items: readonly Item[]) {
  return items.flatMap((item) => ('found' in item ? [item.found] : []));
}

test('no connection is lost, whatever stands in it', async () => {
  const row = fc.tuple(name, words, fc.constant(`${IN}/x`), fc.constant(''), words, words, fc.constant('12 Mar 2025'));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const source = sourceOf('Connections.csv', writeCsv([CONNECTIONS, ...rows]));
      const found = foundOf(await itemsOf(linkedinCsv, source));
      expect(found).toHaveLength(rows.length);
      expect(found.every(({ fields }) => String(fields.name).startsWith('N'))).toBe(true);
    }),
  );
});

test('no message is lost, and each has an id of its own that stays', async () => {
  const row = fc.tuple(
    words,
    name,
    fc.constantFrom(`${IN}/a`, ''),
    otherName,
    fc.constant('2025-03-12 08:15:22 UTC'),
    words,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const numbered = rows.map((cells, index) => [...cells.slice(0, 5), `${index} ${cells[5]}`, 'INBOX']);
      const source = sourceOf('messages.csv', writeCsv([MESSAGES, ...numbered]));
      const found = foundOf(await itemsOf(linkedinCsv, source));
      expect(found).toHaveLength(rows.length);
      const ids = found.map(({ fields }) => String(fields.source_id));
      expect(new Set(ids).size).toBe(rows.length);
      expect(ids.every((id) => id.length <= 500)).toBe(true);
      expect(foundOf(await itemsOf(linkedinCsv, source)).map(({ fields }) => fields.source_id)).toEqual(ids);
    }),
  );
});

test('any bytes are read or refused, never anything else', async () => {
  const headers = fc.constantFrom(CONNECTIONS, MESSAGES).map((cells) => new TextEncoder().encode(writeCsv([cells])));
  await fc.assert(
    fc.asyncProperty(headers, fc.uint8Array({ maxLength: 2000 }), async (header, rest) => {
      const bytes = new Uint8Array([...header, ...rest]);
      linkedinCsv.recognises(rest);
      linkedinArchive.recognises(rest);
      for (const content of [bytes, rest]) {
        await itemsOf(linkedinCsv, sourceOf('a.csv', content)).catch((error) => expect(error).toBeInstanceOf(Refused));
      }
      const archive = sourceOf('a.zip', zipSync({ 'messages.csv': bytes, 'b.csv': rest }));
      await itemsOf(linkedinArchive, archive).catch((error) => expect(error).toBeInstanceOf(Refused));
    }),
  );
});

test('a damaged archive ends in a refusal or in what is whole of it, and does end', async () => {
  const whole: Uint8Array[] = [];
  for await (const piece of archiveOf('2023').stream()) whole.push(piece);
  const [bytes = new Uint8Array()] = whole;
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
      const damaged = bytes.slice();
      damaged[at] = value;
      linkedinArchive.recognises(damaged);
      for (const content of [damaged, bytes.subarray(0, at)]) {
        await itemsOf(linkedinArchive, sourceOf('a.zip', content)).catch((error) =>
          expect(error).toBeInstanceOf(Refused),
        );
      }
    }),
    { numRuns: 150 },
  );
});
