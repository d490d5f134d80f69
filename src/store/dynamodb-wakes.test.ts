import { afterAll, beforeAll } from 'vitest';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { openItems } from './dynamodb-items.ts';
import { openWakes } from './dynamodb-wakes.ts';
import { wakesContract } from './wakes-contract.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

wakesContract('DynamoDB', async (nouns, now) => ({
  store: table.open({ nouns, now }),
  wakes: openWakes(openItems(table.client, table.name)),
}));
