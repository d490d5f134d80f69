import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { testTable } from '../../test/dynalite.ts';
import { answers, clientOf } from '../../test/scripted-server.ts';
import { contact } from '../domain/contact.ts';
import type { Filter } from '../domain/listing.ts';
import type { AnyRecord } from '../domain/noun.ts';
import { storeContract } from './contract.ts';
import { idNumber, newRecord, openScene, refTo, type Scene, stored } from './contract-scene.ts';
import { openDynamodb } from './dynamodb.ts';
import type { DynamodbClient } from './dynamodb-client.ts';
import { itemOf, keyOf } from './dynamodb-item.ts';
import definition from './dynamodb-table.json' with { type: 'json' };
import { StoreBusy } from './store.ts';

let units = 0;
const table = await testTable({
  onCapacity: (consumed) => {
    units += consumed;
  },
});
afterAll(() => table.remove());

storeContract('DynamoDB', (options) => table.open(options));

describe('DynamoDB', () => {
  test('is told in whole seconds when to forget a tombstone, and only a tombstone, by the attribute that the table names', async () => {
    const scene = await openScene((options) => table.open(options));
    const record = await scene.create(contact, 1);
    expect(await timeToLive(scene)).toBeUndefined();
    scene.clock.advance(1);
    await scene.remove(contact, record);
    expect(await timeToLive(scene)).toBe(Date.parse('2026-05-30T09:00:01.000Z') / 1000);
  });

  test('consumes as much for a page of a large table as for one of a small one', async () => {
    const scene = await openScene((options) => table.open(options));
    await createMany(scene, 0, 100, 100);
    const small = await costOfPage(scene, {});
    await createMany(scene, 100, 500, 100);
    expect(await costOfPage(scene, {})).toBe(small);
    expect(await costOfPage(scene, { due: { from: '2026-01-01' } })).toBe(small);
  });

  test('reads at most 4 MB for a page, and says where it stopped', async () => {
    const scene = await openScene((options) => table.open(options));
    await createMany(scene, 0, 300, 20_000);
    await scene.create(contact, 999, { company: 'Acme' });
    const query = { type: 'contacts', order: 'created', descending: false, limit: 5, words: ['acme'] } as const;
    const page = await scene.store.list(scene.workspace, query);
    expect(page.records).toEqual([]);
    expect(page.next).toBeDefined();
    expect(await scene.list(query)).toHaveLength(1);
  });

  test('is asked again for the keys that it left out of a batch, but not for ever', async () => {
    const records = [1, 2, 3].map((n) => newRecord(contact, n, '2026-03-01T09:00:00.000Z'));
    const replies = records.map((_, done) => leavesOut(records.slice(done, done + 1), records.slice(done + 1)));
    const { client, seen } = await clientOf(replies);
    const refs = records.map((record) => refTo(contact, record));
    expect(await scriptedStore(client).get('w', refs)).toEqual(records);
    expect(seen.map(({ body }) => JSON.parse(body).RequestItems.scripted.Keys.length)).toEqual([3, 2, 1]);

    const stubborn = await clientOf([leavesOut([], records)]);
    await expect(scriptedStore(stubborn.client).get('w', refs)).rejects.toBeInstanceOf(StoreBusy);
  });

  test('is asked for consistent reads, so that a person sees what they just wrote', async () => {
    const { client, seen } = await clientOf([answers({}), leavesOut([], []), answers({ Items: [] })]);
    const store = scriptedStore(client);
    const refs = [1, 2].map((n) => ({ type: 'contacts', id: idNumber(n) }));
    await store.get('w', refs.slice(1));
    await store.get('w', refs);
    await store.list('w', { type: 'contacts', order: 'due', descending: false, limit: 10 });
    const asked = seen.map(({ body }) => JSON.parse(body));
    expect(asked.map((request) => (request.RequestItems?.scripted ?? request).ConsistentRead)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('keeps a write whose answer was lost once, and the writer finds it when it is told that another came first', async () => {
    const sendsTwice: DynamodbClient = {
      ...table.client,
      call: async (operation, request, schema) => {
        await table.client.call(operation, request, schema);
        return table.client.call(operation, request, schema);
      },
    };
    const scene = await openScene((options) => openDynamodb({ client: sendsTwice, table: table.name, ...options }));
    const record = newRecord(contact, 1, scene.clock.instant());
    expect(await scene.put(contact, record, 0)).toBe(false);
    expect(await scene.get(refTo(contact, record))).toEqual([record]);
  });
});

function scriptedStore(client: DynamodbClient) {
  return openDynamodb({ client, table: 'scripted', nouns: [contact], now: () => new Date('2026-03-01') });
}

function leavesOut(found: AnyRecord[], left: AnyRecord[]) {
  const Keys = left.map((record) => marshall(keyOf('w', refTo(contact, record))));
  return answers({
    Responses: { scripted: found.map((record) => marshall(itemOf('w', contact, stored(contact, record)))) },
    UnprocessedKeys: left.length > 0 ? { scripted: { Keys } } : {},
  });
}

async function timeToLive({ workspace }: Scene): Promise<unknown> {
  const Key = marshall(keyOf(workspace, { type: 'contacts', id: idNumber(1) }));
  const { Item } = await table.client.call('GetItem', { TableName: table.name, Key }, v.object({ Item: v.any() }));
  return unmarshall(Item)[definition.UpdateTimeToLive.TimeToLiveSpecification.AttributeName];
}

async function createMany(scene: Scene, from: number, to: number, length: number): Promise<void> {
  const fields = { notes: 'n'.repeat(length), next_follow_up: '2026-03-01' };
  for (let n = from; n < to; n += 50) {
    await Promise.all(
      Array.from({ length: Math.min(50, to - n) }, (_, more) => scene.create(contact, n + more, fields)),
    );
  }
}

/** In capacity units, of the first 20 records in the order of their dates. */
async function costOfPage({ store, workspace }: Scene, filter: Filter): Promise<number> {
  const before = units;
  await store.list(workspace, { type: 'contacts', order: 'due', descending: false, limit: 20, ...filter });
  return units - before;
}
