import { afterAll, beforeAll } from 'vitest';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { openItems } from './dynamodb-items.ts';
import { openRecipients } from './dynamodb-recipients.ts';
import { recipientsContract } from './recipients-contract.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

recipientsContract('DynamoDB', (now) => openRecipients(openItems(table.client, table.name), now));
