import { expect, test, vi } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { view } from '../../domain/view.ts';
import { Unreachable } from '../sync/server.ts';
import { exportAll } from './export-all.ts';

const at = '2026-03-01T10:00:00.000Z';
const pages = new Map([
  [
    '/v1/contacts?limit=1000',
    { records: [{ name: 'Ann' }, { name: 'Ben' }], next: '</v1/contacts?cursor=c>; rel="next"' },
  ],
  ['/v1/contacts?cursor=c', { records: [{ name: '王小明' }], next: null }],
  ['/v1/views?limit=1000', { records: [{ name: 'Ghosted' }], next: null }],
]);
const request: typeof fetch = async (path) => {
  const page = pages.get(`${path}`);
  return Response.json(page?.records, { headers: page?.next ? { Link: page.next } : {} });
};

const people = [{ name: 'Ann' }, { name: 'Ben' }, { name: '王小明' }];

test('every page of every record is in the file, as the API gives it, and each noun is counted', async () => {
  const onRead = vi.fn();
  const { text, counts } = await exportAll({ request, nouns: [contact, view], at, onRead });
  expect(JSON.parse(text)).toEqual({ exported_at: at, contacts: people, views: [{ name: 'Ghosted' }] });
  expect(onRead.mock.calls).toEqual([[{ contacts: 2 }], [{ contacts: 3 }], [{ contacts: 3, views: 1 }]]);
  expect(counts).toEqual({ contacts: 3, views: 1 });
});

test('a file is whole or there is none', async () => {
  const broken: typeof fetch = async (path, init) =>
    `${path}`.includes('cursor') ? Response.error() : request(path, init);
  await expect(exportAll({ request: broken, nouns: [contact], at, onRead: vi.fn() })).rejects.toThrow(Unreachable);
});
