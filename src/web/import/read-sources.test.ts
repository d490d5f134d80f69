import { strToU8, zipSync } from 'fflate';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { NOUNS } from '../../domain/nouns.ts';
import { archiveOf } from '../../interop/archive/write-archive.ts';
import { NO_CHOICES } from '../../interop/import/choices.ts';
import { type Reading, Refused } from '../../interop/import/format.ts';
import { idsBy } from '../../interop/import/plan.ts';
import { joined, type Source, sourceOf } from '../../interop/import/source.ts';
import { finished } from '../../interop/import/work.ts';
import { readSources } from './read-sources.ts';

const READING: Reading = { today: '2026-03-10', zone: 'UTC', own: { names: [], emails: [] }, mappings: {} };
const PEOPLE = sourceOf('people.csv', 'Name,E-mail\nAnn,ann@example.org\nBen,ben@example.org\n');
const PDF = sourceOf('cv.pdf', '%PDF-1.7');
const MESSAGE =
  'From: Ann <ann@example.org>\nTo: me@example.org\nDate: Tue, 3 Mar 2026 10:00:00 +0000\nSubject: Hi\n\nHello\n';
const EXPORT = sourceOf(
  'all.zip',
  joined([...archiveOf({ nouns: NOUNS, records: new Map(), at: '2026-03-10T10:00:00Z' })]),
);

async function read(sources: readonly Source[], isCancelled = () => false) {
  const told: { share: number; found: number }[] = [];
  const result = await readSources(sources, READING, { isCancelled, tell: (progress) => told.push(progress) });
  return { result, told };
}

async function planOf(...sources: readonly Source[]) {
  const { result } = await read(sources);
  if (!result || !('planner' in result)) throw new Error('Nothing was read.');
  const nothing = { contacts: [], applications: [], interactions: [], tasks: [] };
  const work = result.planner.plan(nothing, NO_CHOICES, { today: READING.today, idOf: idsBy(v7) });
  return { ...result, ...finished(work) };
}

test('one file that cannot be read is refused; one of several is told, and takes no other with it', async () => {
  await expect(read([PDF])).rejects.toThrow(Refused);
  const { rows, bad, name, files, tables } = await planOf(PEOPLE, PDF);
  expect([name, files, tables.length]).toEqual(['people.csv, cv.pdf', 2, 1]);
  expect(rows).toHaveLength(2);
  expect(bad).toEqual([{ where: { file: 'cv.pdf' }, why: expect.stringContaining('PDF'), excerpt: '' }]);
});

test('an export of Touchbase is read as one alone; among others it says so, and the others come in', async () => {
  expect((await read([EXPORT])).result).toMatchObject({ name: 'all.zip', records: expect.any(Map) });
  const { rows, bad } = await planOf(PEOPLE, EXPORT);
  expect(rows).toHaveLength(2);
  const why = expect.stringContaining('on its own');
  expect(bad).toEqual([{ where: { file: 'all.zip' }, why, excerpt: '' }]);
});

test('it is known that there are messages, in an archive too', async () => {
  expect((await planOf(PEOPLE)).isMail).toBe(false);
  expect((await planOf(sourceOf('a.eml', MESSAGE))).isMail).toBe(true);
  expect((await planOf(sourceOf('mail.zip', zipSync({ 'a.eml': strToU8(MESSAGE) })))).isMail).toBe(true);
});

test('it tells how far it has come over all files, and ends where it is cancelled', async () => {
  const { told } = await read([PEOPLE, PEOPLE]);
  expect(told.map(({ share }) => share)).toEqual(told.map(({ share }) => share).toSorted((a, b) => a - b));
  expect(told.at(-1)).toMatchObject({ share: 1, found: 4 });
  expect((await read([PEOPLE], () => true)).result).toBeNull();
});
