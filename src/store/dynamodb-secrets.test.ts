import { expect, onTestFinished, test } from 'vitest';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import type { DynamodbClient } from './dynamodb-client.ts';
import { openItems } from './dynamodb-items.ts';
import { openSecrets } from './dynamodb-secrets.ts';
import { secretsContract } from './secrets-contract.ts';
import { StoreBusy } from './store.ts';

secretsContract('DynamoDB', async () => {
  const table = await tableOfItsOwn();
  return [open(table), open(table)];
});

test('a function reads a secret once, and asks again where the table was busy', async () => {
  const table = await tableOfItsOwn();
  let requests = 0;
  const client: DynamodbClient = {
    ...table.client,
    call: async (operation, request, schema) => {
      if (++requests === 1) throw new StoreBusy('busy');
      return table.client.call(operation, request, schema);
    },
  };
  await open(table).of('push', () => 'kept');
  const secrets = open({ ...table, client });
  await expect(secrets.of('push', () => 'other')).rejects.toThrow(StoreBusy);
  for (let n = 0; n < 3; n++) expect(await secrets.of('push', () => 'other')).toBe('kept');
  expect(requests).toBe(2);
});

function open({ client, name }: TestTable) {
  return openSecrets(openItems(client, name));
}

async function tableOfItsOwn(): Promise<TestTable> {
  const table = await testTable();
  onTestFinished(() => table.remove());
  return table;
}
