import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import * as v from 'valibot';
import { openDynamodb } from '../src/store/dynamodb.ts';
import { type ClientOptions, type DynamodbClient, dynamodbClient } from '../src/store/dynamodb-client.ts';
import table from '../src/store/dynamodb-table.json' with { type: 'json' };
import type { Store } from '../src/store/store.ts';

type StoreOptions = Pick<Parameters<typeof openDynamodb>[0], 'nouns' | 'now'>;

export interface TestTable {
  /** Where its server is. */
  readonly endpoint: string;
  readonly client: DynamodbClient;
  readonly name: string;
  open(options: StoreOptions): Store;
  /** Deletes the table, and stops the server where it is ours. */
  remove(): Promise<void>;
}

/**
 * A table to test with: in a server of our own, or (see scripts/test-dynamodb.ts) at another endpoint.
 * Tests write more than the provisioned capacity allows, so it is on demand.
 */
export async function testTable(options: Partial<ClientOptions> = {}): Promise<TestTable> {
  const server = process.env.TOUCHBASE_DYNAMODB_ENDPOINT ? undefined : await startDynalite();
  const access = server ? server.access : accessFromEnvironment();
  const client = dynamodbClient({ ...access, ...options });
  const name = `touchbase-test-${crypto.randomUUID()}`;
  await client.call('CreateTable', { TableName: name, ...onDemand(table.CreateTable) }, v.object({}));
  await becomesActive(client, name);
  return {
    endpoint: access.endpoint,
    client,
    name,
    open: ({ nouns, now }) => openDynamodb({ client, table: name, nouns, now }),
    remove: async () => {
      await client.call('DeleteTable', { TableName: name }, v.object({}));
      server?.stop();
    },
  };
}

/** A definition of a table without what it may do a second at most. */
export function onDemand({ GlobalSecondaryIndexes, ...others }: (typeof table)['CreateTable']) {
  const free = { ProvisionedThroughput: undefined };
  const indexes = GlobalSecondaryIndexes.map((index) => ({ ...index, ...free }));
  return { ...others, ...free, GlobalSecondaryIndexes: indexes, BillingMode: 'PAY_PER_REQUEST' };
}

async function startDynalite() {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'dynalite', secretAccessKey: 'checks no signature' };
  return {
    access: { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const Environment = v.object({
  TOUCHBASE_DYNAMODB_ENDPOINT: v.string(),
  AWS_REGION: v.string(),
  AWS_ACCESS_KEY_ID: v.string(),
  AWS_SECRET_ACCESS_KEY: v.string(),
  AWS_SESSION_TOKEN: v.optional(v.string()),
});

function accessFromEnvironment(): ClientOptions {
  const env = v.parse(Environment, process.env);
  return {
    endpoint: env.TOUCHBASE_DYNAMODB_ENDPOINT,
    region: env.AWS_REGION,
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID,
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
      ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
    },
  };
}

async function becomesActive(client: DynamodbClient, name: string): Promise<void> {
  const Description = v.object({ Table: v.object({ TableStatus: v.string() }) });
  for (let look = 0; look < 60; look++) {
    const { Table } = await client.call('DescribeTable', { TableName: name }, Description);
    if (Table.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, look * 50));
  }
  throw new Error(`${name} does not become active.`);
}
