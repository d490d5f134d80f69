import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { newRecord } from './contract-scene.ts';
import { openItems } from './dynamodb-items.ts';
import { openMover } from './dynamodb-move.ts';
import { openWakes } from './dynamodb-wakes.ts';
import type { Wake } from './wakes.ts';
import { alarm, wakesContract } from './wakes-contract.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

wakesContract('DynamoDB', async (nouns, now) => ({
  store: table.open({ nouns, now }),
  wakes: openWakes(openItems(table.client, table.name)),
}));

test('a record that comes to another workspace is looked at there, and no more where it was', async () => {
  const now = () => new Date('2026-02-01T00:00:00.000Z');
  const [from, to, id, at] = [v7(), v7(), v7(), '2026-03-01T07:30:00.000Z'];
  const items = openItems(table.client, table.name);
  const record = newRecord(alarm, 1, now().toISOString(), { alarm_id: id, rings_at: at });
  await table.open({ nouns: [alarm], now }).put(from, { type: alarm.type, id, record }, 0);
  await openMover({ items, nouns: [alarm], now }).moveSome({ from, to, since: now().toISOString() }, 10);
  const seen: Wake[] = [];
  for await (const page of openWakes(items).due(at)) seen.push(...page.filter((wake) => wake.id === id));
  expect(seen).toEqual([{ workspace: to, type: alarm.type, id, at }]);
});
