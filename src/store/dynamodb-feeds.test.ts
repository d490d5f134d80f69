import { afterAll, beforeAll } from 'vitest';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { openAccounts } from './dynamodb-account.ts';
import { openFeeds } from './dynamodb-feeds.ts';
import { openItems } from './dynamodb-items.ts';
import { feedsContract } from './feeds-contract.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

feedsContract('DynamoDB', () => {
  const items = openItems(table.client, table.name);
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  return openFeeds({ items, accounts: openAccounts(items), now: () => new Date(), random });
});
