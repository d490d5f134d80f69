import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { NOUNS } from '../domain/nouns.ts';
import { openQuota } from './dynamodb-quota.ts';
import { OverQuota } from './quota.ts';

let table: TestTable;
let at = new Date('2026-11-24T22:00:00.000Z');

beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

function open() {
  const limits = { writesADay: 10, guestWritesADay: 3 };
  return openQuota({ client: table.client, table: table.name, now: () => at, ...limits });
}

describe('the quota of writes', () => {
  test('lets a workspace write up to its limit of the day, and says when it may go on', async () => {
    const quota = open();
    for (const writes of [1, 8, 1]) await quota.spend('one', false, writes);
    await expect(quota.spend('one', false, 1)).rejects.toMatchObject({ name: 'OverQuota', seconds: 2 * 3600 });
  });

  test('begins anew at midnight, UTC', async () => {
    const quota = open();
    await quota.spend('two', false, 10);
    at = new Date('2026-11-25T00:00:00.000Z');
    await quota.spend('two', false, 10);
  });

  test('is smaller for guests, and each workspace has its own', async () => {
    const quota = open();
    await quota.spend('three', true, 3);
    await expect(quota.spend('three', true, 1)).rejects.toThrow(OverQuota);
    await quota.spend('four', true, 3);
  });

  test('refuses as a whole what is more than is left, and counts nothing of it', async () => {
    const quota = open();
    await quota.spend('five', false, 7);
    await expect(quota.spend('five', false, 4)).rejects.toThrow(OverQuota);
    await expect(quota.spend('six', false, 11)).rejects.toThrow(OverQuota);
    await quota.spend('five', false, 3);
  });

  test('is never passed by requests that come at once', async () => {
    const quota = open();
    const spent = await Promise.allSettled(Array.from({ length: 25 }, () => quota.spend('seven', false, 1)));
    expect(spent.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  test('is no record: lists and changes do not show it', async () => {
    await open().spend('eight', false, 1);
    const store = table.open({ nouns: NOUNS, now: () => at });
    expect((await store.changes('eight', null, 10)).changed).toEqual([]);
  });
});
