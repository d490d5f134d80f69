import { expect, test } from 'vitest';
import { linkedinCsv } from '../linkedin/linkedin-csv.ts';
import { vcard } from '../vcard/format.ts';
import { bounded } from './bounded.ts';
import type { Format } from './format.ts';
import type { Item } from './found.ts';
import { sourceOf } from './source.ts';

async function* itemsOf(count: number): AsyncGenerator<Item> {
  const bad: Item = { bad: { where: { file: 'all.mbox' }, why: 'It is cut.', excerpt: '' } };
  const found: Item = { found: { type: 'contacts', where: { file: 'all.mbox' }, fields: {} } };
  for (let place = 0; place < count; place++) {
    yield { read: place };
    yield place % 2 === 0 ? found : bad;
  }
}

async function countOf(items: AsyncIterable<Item>): Promise<number> {
  let count = 0;
  for await (const item of items) if (!('read' in item)) count += 1;
  return count;
}

test('100,000 are read and no more, with what to do instead', async () => {
  expect(await countOf(bounded(itemsOf(100_000), 'all.mbox'))).toBe(100_000);
  await expect(countOf(bounded(itemsOf(100_001), 'all.mbox'))).rejects.toThrow(/all\.mbox .*100,000 .*one part after/);
});

const today = '2026-03-10';
const reading = { today, zone: 'UTC', own: { names: [], emails: [] }, mappings: {} };
const many: [string, Format, string][] = [
  ['cards', vcard, 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n'.repeat(100_001)],
  [
    'connections',
    linkedinCsv,
    `URL,First Name,Last Name,Company,Position,Connected On\r\n${',Ada,Lee,A,B,12 Mar 2025\r\n'.repeat(100_001)}`,
  ],
];

test.each(many)(
  'a file of more %s ends in a refusal',
  async (_, format, text) => {
    await expect(countOf(format.read(sourceOf('all', text), reading))).rejects.toThrow(/more than 100,000/);
  },
  60_000,
);
