import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { madeRecord } from '../../../test/made-record.ts';
import { contact } from '../../domain/contact.ts';
import { view } from '../../domain/view.ts';
import { readRecords } from '../../interop/archive/read-records.ts';
import { CARDS_FILE, RECORDS_FILE } from '../../interop/archive/write-archive.ts';
import { joined } from '../../interop/import/source.ts';
import { Unreachable } from '../sync/server.ts';
import { exportAll } from './export-all.ts';

const at = '2026-03-01T10:00:00.000Z';
const person = (number: number, name: string) => madeRecord(contact, number, { name, email: 'someone@example.org' });
const [ann, ben, wang] = [person(1, 'Ann'), person(2, 'Ben'), person(3, '王小明')];
const ghosted = madeRecord(view, 4, { name: 'Ghosted', address: 'status=ghosted' });
const pages = new Map([
  ['/v1/contacts?limit=1000', { records: [ann, ben], next: '</v1/contacts?cursor=c>; rel="next"' }],
  ['/v1/contacts?cursor=c', { records: [wang], next: null }],
  ['/v1/views?limit=1000', { records: [ghosted], next: null }],
]);
const request: typeof fetch = async (path) => {
  const page = pages.get(`${path}`);
  return Response.json(page?.records, { headers: page?.next ? { Link: page.next } : {} });
};

test('every page of every record is in the ZIP, as the API gives it, and each noun is counted', async () => {
  const onRead = vi.fn();
  const { name, pieces, counts } = await exportAll({ request, nouns: [contact, view], at, onRead });
  const files = unzipSync(joined([...pieces]));
  const records = readRecords(strFromU8(files[RECORDS_FILE] ?? new Uint8Array()));
  expect(Object.fromEntries(records)).toEqual({ contacts: [ann, ben, wang], views: [ghosted] });
  expect(strFromU8(files[CARDS_FILE] ?? new Uint8Array())).toContain('FN:王小明');
  expect(name).toBe('touchbase-2026-03-01.zip');
  expect(onRead.mock.calls).toEqual([[{ contacts: 2 }], [{ contacts: 3 }], [{ contacts: 3, views: 1 }]]);
  expect(counts).toEqual({ contacts: 3, views: 1 });
});

test('a file is whole or there is none', async () => {
  const broken: typeof fetch = async (path, init) =>
    `${path}`.includes('cursor') ? Response.error() : request(path, init);
  await expect(exportAll({ request: broken, nouns: [contact], at, onRead: vi.fn() })).rejects.toThrow(Unreachable);
});
