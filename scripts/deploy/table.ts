import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import type { DynamodbClient } from '../../src/store/dynamodb-client.ts';
import { DynamodbError } from '../../src/store/dynamodb-client.ts';
import { StoreBusy } from '../../src/store/store.ts';
import { Item } from './item.ts';

/** The table as a whole: what no single workspace ever sees. */
export interface Table {
  readonly name: string;
  /** Which table of this name it is: one that was made anew has another. Undefined where there is none. */
  identity(): Promise<string | undefined>;
  /** Every item, as it stands. */
  scan(): AsyncIterable<Item>;
  /** Puts the items, over those that are there. */
  write(items: readonly Item[]): Promise<void>;
}

const SCANNED_AT_ONCE = 1000;
/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const WRITTEN_AT_ONCE = 25;
/** A table with little capacity is busy most of the time. */
const PATIENCE_MS = 15 * 60_000;

const Description = v.object({ Table: v.object({ TableArn: v.string(), CreationDateTime: v.number() }) });
const ScanPage = v.object({ Items: v.array(Item), LastEvaluatedKey: v.optional(v.looseObject({})) });
const Unprocessed = v.record(v.string(), v.array(v.looseObject({ PutRequest: v.object({ Item }) })));
const Written = v.object({ UnprocessedItems: v.optional(Unprocessed, {}) });

/** @param connect gives a client with credentials that hold now: an export may outlast those that it began with */
export function wholeTable(connect: () => Promise<DynamodbClient>, name: string): Table {
  return { name, identity, scan, write };

  async function identity(): Promise<string | undefined> {
    try {
      const { Table } = await call('DescribeTable', { TableName: name }, Description);
      return `${Table.TableArn} of ${new Date(Table.CreationDateTime * 1000).toISOString()}`;
    } catch (error) {
      if (error instanceof DynamodbError && error.type === 'ResourceNotFoundException') return undefined;
      throw error;
    }
  }

  async function* scan(): AsyncGenerator<Item> {
    const whole = { TableName: name, ConsistentRead: true, Limit: SCANNED_AT_ONCE };
    for (let from: object | undefined; ; ) {
      const page = await call('Scan', { ...whole, ...(from && { ExclusiveStartKey: from }) }, ScanPage);
      yield* page.Items;
      from = page.LastEvaluatedKey;
      if (!from) return;
    }
  }

  async function write(items: readonly Item[]): Promise<void> {
    for (let at = 0; at < items.length; at += WRITTEN_AT_ONCE)
      await writeAll(items.slice(at, at + WRITTEN_AT_ONCE).map((Item) => ({ PutRequest: { Item } })));
  }

  async function writeAll(requests: readonly object[]): Promise<void> {
    for (let left = requests, pause = 50; left.length > 0; pause = Math.min(2 * pause, 5000)) {
      const { UnprocessedItems } = await call('BatchWriteItem', { RequestItems: { [name]: left } }, Written);
      left = UnprocessedItems[name] ?? [];
      if (left.length > 0) await wait(Math.random() * pause);
    }
  }

  async function call<Schema extends v.GenericSchema>(operation: string, request: object, schema: Schema) {
    for (const began = Date.now(); ; ) {
      try {
        return await (await connect()).call(operation, request, schema);
      } catch (error) {
        if (!(error instanceof StoreBusy) || Date.now() - began > PATIENCE_MS) throw error;
      }
    }
  }
}
