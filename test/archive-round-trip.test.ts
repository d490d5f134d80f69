import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnyRecord, idOf } from '../src/domain/noun.ts';
import { NOUNS } from '../src/domain/nouns.ts';
import { SETTINGS_ID } from '../src/domain/settings.ts';
import { addStory } from '../src/entry/story.ts';
import { readRecords } from '../src/interop/archive/read-records.ts';
import { type Reinstating, restoreAll } from '../src/interop/archive/restore.ts';
import {
  archiveOf,
  CALENDAR_FILE,
  CARDS_FILE,
  RECORDS_FILE,
  type Records,
} from '../src/interop/archive/write-archive.ts';
import { joined } from '../src/interop/import/source.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { Api, now } from './api.ts';
import { type TestTable, testTable } from './dynalite.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

const laptop = () => new Api(openSqlite({ file: ':memory:', nouns: NOUNS, now }));
const cloud = () => new Api(table.open({ nouns: NOUNS, now }));

/** A laptop with a search of six months. */
async function lived(): Promise<Api> {
  const store = openSqlite({ file: ':memory:', nouns: NOUNS, now });
  await addStory(store, 'one', now());
  const api = new Api(store, { callerOf: () => ({ workspace: 'one', isGuest: false, login: null }) });
  const settings = { settings_id: SETTINGS_ID, stages: [{ stage: 'screening', name: 'First call', is_hidden: false }] };
  for (const [path, record] of [
    ['/v1/views', { name: 'Stale', address: 'sort=name' }],
    ['/v1/settings', settings],
  ] as const) {
    expect((await api.send('POST', path, record)).status).toBe(201);
  }
  return api;
}

async function recordsOf(api: Api): Promise<Records> {
  const all = new Map<string, readonly AnyRecord[]>();
  for (const { type } of NOUNS) all.set(type, (await api.pages(`/v1/${type}?limit=1000`)).flat());
  return all;
}

async function exported(api: Api): Promise<string> {
  return fileIn(await recordsOf(api), RECORDS_FILE);
}

function fileIn(records: Records, name: string): string {
  const archive = joined([...archiveOf({ nouns: NOUNS, records, at: now().toISOString() })]);
  return strFromU8(unzipSync(archive)[name] ?? new Uint8Array());
}

function restored(api: Api, text: string) {
  const send = async (operations: readonly Reinstating[]) =>
    (await api.send('POST', '/v1/batch', { operations })).body.results;
  return restoreAll(NOUNS, readRecords(text), send);
}

/** Without the one thing that a server says anew. */
function comparable(records: Records) {
  return NOUNS.map((noun) => {
    const some = (records.get(noun.type) ?? []).map(({ updated_at: _, ...record }) => record as AnyRecord);
    return [noun.type, some.toSorted((one, other) => (idOf(noun, one) < idOf(noun, other) ? -1 : 1))];
  });
}

describe('everything in one file', () => {
  test('is the same workspace after a way from a laptop to the cloud and back', async () => {
    const [first, second, third] = [await lived(), cloud(), laptop()];
    const there = await restored(second, await exported(first));
    const back = await restored(third, await exported(second));
    const records = comparable(await recordsOf(first));
    expect(comparable(await recordsOf(second))).toEqual(records);
    expect(comparable(await recordsOf(third))).toEqual(records);
    expect(there.reinstated).toBeGreaterThan(600);
    expect([there, back]).toEqual([there, { reinstated: there.reinstated, unchanged: 0, standing: [], refused: [] }]);
  });

  test('restored twice changes nothing, and leaves alone what was edited since', async () => {
    const [first, second] = [await lived(), laptop()];
    const text = await exported(first);
    const { reinstated } = await restored(second, text);
    const [ada] = (await recordsOf(second)).get('contacts') ?? [];
    await second.send('PATCH', `/v1/contacts/${ada?.contact_id}`, { phone: '+41 44 000 00 00' });
    const again = await restored(second, text);
    expect(again).toMatchObject({
      reinstated: 0,
      unchanged: reinstated - 1,
      standing: [{ title: ada?.name }],
      refused: [],
    });
    expect((await second.get(`/v1/contacts/${ada?.contact_id}`)).body.phone).toBe('+41 44 000 00 00');
  });

  test('names a record that was spoilt in the file, and loses no other', async () => {
    const [first, second] = [await lived(), laptop()];
    const text = (await exported(first)).replace(/"email":"[^"]+"/, '"email":"nowhere"');
    const { reinstated, refused } = await restored(second, text);
    expect(refused).toEqual([expect.objectContaining({ type: 'contacts', why: expect.stringContaining('email:') })]);
    expect(reinstated).toBeGreaterThan(600);
  });

  test('that is cut off, of a newer program or of another is refused with a sentence', async () => {
    const text = await exported(await lived());
    expect(() => readRecords(text.slice(0, -10))).toThrow(/ends in the middle/);
    expect(() => readRecords(text.replace('"format_version":1', '"format_version":2'))).toThrow(/newer Touchbase/);
    expect(() => readRecords('{"contacts":[]}')).toThrow(/no export of Touchbase/);
    expect(() => readRecords(text.replace(/"contacts":\d+/, '"contacts":9999'))).toThrow(/9999 contacts/);
  });

  test('has every person as a card and every date as an event, as other programs read them', async () => {
    const records = await recordsOf(await lived());
    const cards = [ICAL.parse(fileIn(records, CARDS_FILE))].flat().map((card) => new ICAL.Component(card));
    const contacts = records.get('contacts') ?? [];
    expect(cards.map((card) => card.getFirstPropertyValue('fn'))).toEqual(contacts.map(({ name }) => name));
    expect(cards.map((card) => card.getFirstPropertyValue('email'))).toEqual(contacts.map(({ email }) => email));

    const calendar = new ICAL.Component(ICAL.parse(fileIn(records, CALENDAR_FILE)));
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    const followUps = events.filter(({ uid }) => uid.startsWith('follow-up-'));
    const planned = contacts.flatMap(({ next_follow_up }) => next_follow_up ?? []);
    expect(followUps.map(({ startDate }) => startDate.toString()).toSorted()).toEqual(planned.toSorted());
    expect(new Set(events.map(({ uid }) => uid.replace(/-[\da-f]{8}-.*/, '')))).toEqual(
      new Set(['follow-up', 'next-action', 'deadline', 'conversation', 'task']),
    );
  });
});
