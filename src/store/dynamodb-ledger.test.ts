import { afterAll, beforeAll } from 'vitest';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { openItems } from './dynamodb-items.ts';
import { openDynamodbLedger } from './dynamodb-ledger.ts';
import { ledgerContract } from './ledger-contract.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

ledgerContract('DynamoDB', (now) => openDynamodbLedger(openItems(table.client, table.name), now));
