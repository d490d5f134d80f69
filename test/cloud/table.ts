import { once } from 'node:events';
import dynalite from 'dynalite';
import * as v from 'valibot';
import { type DynamodbClient, dynamodbClient } from '../../src/store/dynamodb-client.ts';
import definition from '../../src/store/dynamodb-table.json' with { type: 'json' };
import { onDemand } from '../dynalite.ts';
import { REGION } from './user-pool.ts';

/** The table of a deployment, which may outlive it. */
export interface Table {
  readonly name: string;
  /** Where it is for the functions. */
  readonly endpoint: string;
  readonly client: DynamodbClient;
  /** Every item of one partition, as DynamoDB writes it, in the order of its keys. */
  partition(pk: string): Promise<unknown[]>;
  /** Every item. */
  all(): Promise<unknown[]>;
  stop(): void;
}

export async function startTable(): Promise<Table> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('DynamoDB listens on no port.');
  const endpoint = `http://127.0.0.1:${address.port}`;
  const credentials = { accessKeyId: 'dynalite', secretAccessKey: 'checks no signature' };
  const client = dynamodbClient({ endpoint, region: REGION, credentials });
  const name = 'touchbase';
  await client.call('CreateTable', { TableName: name, ...onDemand(definition.CreateTable) }, v.object({}));
  await becomesActive(client, name);
  return {
    ...{ name, endpoint, client },
    partition: (pk) =>
      everyPage(client, 'Query', {
        TableName: name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
      }),
    all: () => everyPage(client, 'Scan', { TableName: name }),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const Description = v.object({ Table: v.object({ TableStatus: v.string() }) });

async function becomesActive(client: DynamodbClient, TableName: string): Promise<void> {
  for (let look = 0; look < 60; look++) {
    const { Table } = await client.call('DescribeTable', { TableName }, Description);
    if (Table.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, look * 20));
  }
  throw new Error('The table does not become active.');
}

const Page = v.object({ Items: v.array(v.unknown()), LastEvaluatedKey: v.optional(v.unknown()) });

async function everyPage(client: DynamodbClient, operation: string, request: object): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let ExclusiveStartKey: unknown; ; ) {
    const page = await client.call(operation, { ...request, ConsistentRead: true, ExclusiveStartKey }, Page);
    items.push(...page.Items);
    ExclusiveStartKey = page.LastEvaluatedKey;
    if (ExclusiveStartKey === undefined) return items;
  }
}
