import { describe, expect, test } from 'vitest';
import { contact } from '../domain/contact.ts';
import { changesContract } from './contract-changes.ts';
import { listContract } from './contract-list.ts';
import { audition, DAY_MS, newRecord, type OpenStore, openScene, refTo, stored } from './contract-scene.ts';
import { TOMBSTONE_DAYS } from './store.ts';

/** What every store guarantees. An adapter's own test runs it, and adds only what is peculiar to the adapter. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`the store contract, kept by ${name}`, () => {
    describe('get', () => getContract(open));
    describe('put', () => putContract(open));
    describe('a tombstone', () => tombstoneContract(open));
    describe('a workspace', () => workspaceContract(open));
    describe('list', () => listContract(open));
    describe('changes', () => changesContract(open));
  });
}

function getContract(open: OpenStore): void {
  test('gives back exactly what was put', async () => {
    const scene = await openScene(open);
    const record = await scene.create(contact, 1, {
      name: '<b>王小明</b> “O’Brien” e\u0301 👩🏽‍💻 שלום',
      notes: '字\n'.repeat(10_000),
      tags: ['', 'ä', '#~$'],
      company: '',
      next_follow_up: '2026-03-31',
      last_contacted: '2025-05-27T14:33:00',
    });
    expect(await scene.get(refTo(contact, record))).toEqual([record]);
  });

  test('gives back numbers, flags and nested values of fields that nouns may have one day', async () => {
    const scene = await openScene(open);
    const odd = { numbers: [0, -1, 0.1, 12_345_678_901], flags: [true, false], nested: { empty: {}, list: [[null]] } };
    const record = await scene.create(contact, 1, odd);
    expect(await scene.get(refTo(contact, record))).toEqual([record]);
  });

  test('answers a record that was kept before its noun got a field with that field empty', async () => {
    const scene = await openScene(open);
    const record = await scene.create(contact, 1);
    const { tags: _, phone: __, ...old } = await scene.edit(contact, record, {});
    await scene.put(contact, { ...old, version: 3 }, 2);
    const whole = { ...old, version: 3, tags: [], phone: null };
    expect(await scene.get(refTo(contact, record))).toEqual([whole]);
    expect(await scene.list({})).toEqual([whole]);
    expect((await scene.readChanges(null)).changed.at(-1)?.record).toEqual(whole);
  });

  test('answers each ref in its place, also one that is not there and one that comes twice', async () => {
    const scene = await openScene(open);
    const [one, two] = [await scene.create(contact, 1), await scene.create(audition, 1)];
    const refs = [refTo(audition, two), { type: 'contacts', id: 'nobody' }, refTo(contact, one), refTo(audition, two)];
    expect(await scene.get(...refs)).toEqual([two, undefined, one, two]);
    expect(await scene.get()).toEqual([]);
  });

  test('answers 100 refs of long records at once', async () => {
    const scene = await openScene(open);
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    const records = await Promise.all(numbers.map((n) => scene.create(contact, n, { notes: 'n'.repeat(20_000) })));
    expect(await scene.get(...records.map((record) => refTo(contact, record)))).toEqual(records);
  });
}

function putContract(open: OpenStore): void {
  test('creates only where there is none', async () => {
    const scene = await openScene(open);
    const record = await scene.create(contact, 1);
    expect(await scene.put(contact, { ...record, name: 'other' }, 0)).toBe(false);
    expect(await scene.get(refTo(contact, record))).toEqual([record]);
  });

  test('writes over only the version that the writer saw', async () => {
    const scene = await openScene(open);
    const second = await scene.edit(contact, await scene.create(contact, 1), { name: 'second' });
    expect(await scene.put(contact, { ...second, version: 2, name: 'late' }, 1)).toBe(false);
    expect(await scene.put(contact, { ...second, version: 4, name: 'early' }, 3)).toBe(false);
    expect(await scene.get(refTo(contact, second))).toEqual([second]);
  });

  test('writes no version of a record that is not there', async () => {
    const scene = await openScene(open);
    const record = newRecord(contact, 1, scene.clock.instant(), { version: 2 });
    expect(await scene.put(contact, record, 1)).toBe(false);
    expect(await scene.get(refTo(contact, record))).toEqual([undefined]);
  });

  test.each([0, 1])('lets exactly one of several writers win who saw version %i', async (seen) => {
    const scene = await openScene(open);
    const first = newRecord(contact, 1, scene.clock.instant());
    if (seen === 1) await scene.put(contact, first, 0);
    const writers = ['Ann', 'Bob', 'Cem', 'Dee'].map((name) => ({ ...first, version: seen + 1, name }));
    const won = await Promise.all(writers.map((record) => scene.put(contact, record, seen)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await scene.get(refTo(contact, first))).toEqual([writers[won.indexOf(true)]]);
  });
}

function tombstoneContract(open: OpenStore): void {
  test('comes from get, from changes and not from list; restored, it is listed again', async () => {
    const scene = await openScene(open);
    const removed = await scene.remove(contact, await scene.create(contact, 1));
    expect(await scene.get(refTo(contact, removed))).toEqual([removed]);
    expect((await scene.readChanges(null)).changed).toEqual([stored(contact, removed)]);
    expect(await scene.list({})).toEqual([]);
    const restored = await scene.edit(contact, removed, { deleted_at: null });
    expect(await scene.list({})).toEqual([restored]);
  });

  test('is nowhere after its time, and its id is free again', async () => {
    const scene = await openScene(open);
    const removed = await scene.remove(contact, await scene.create(contact, 1));
    scene.clock.advance(TOMBSTONE_DAYS * DAY_MS - 1000);
    expect(await scene.get(refTo(contact, removed))).toEqual([removed]);
    expect(await scene.put(contact, { ...removed, version: 1, deleted_at: null }, 0)).toBe(false);
    scene.clock.advance(2000);
    expect(await scene.get(refTo(contact, removed))).toEqual([undefined]);
    expect((await scene.readChanges(null)).changed).toEqual([]);
    expect(await scene.put(contact, { ...removed, version: 3, deleted_at: null }, 2)).toBe(false);
    const created = await scene.create(contact, 1, { name: 'anew' });
    expect(await scene.list({})).toEqual([created]);
  });
}

function workspaceContract(open: OpenStore): void {
  test('has its own records, whatever ids and names another has', async () => {
    const mine = await openScene(open);
    const record = await mine.create(contact, 1);
    for (const workspace of ['other', `${mine.workspace}#`, `${mine.workspace}0`, mine.workspace.slice(0, -1)]) {
      expect(await mine.store.get(workspace, [refTo(contact, record)])).toEqual([undefined]);
      expect((await mine.store.changes(workspace, null, 10)).changed).toEqual([]);
      const query = { type: 'contacts', order: 'created', descending: false, limit: 10 } as const;
      expect(await mine.store.list(workspace, query)).toEqual({ records: [] });
      expect(await mine.store.put(workspace, stored(contact, { ...record, version: 2 }), 1)).toBe(false);
    }
    expect(await mine.store.put('yours', stored(contact, record), 0)).toBe(true);
    expect(await mine.get(refTo(contact, record))).toEqual([record]);
  });
}
