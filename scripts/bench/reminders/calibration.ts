import { marshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import { remindDue } from '../../../src/delivery/remind.ts';
import { addDays } from '../../../src/domain/dates.ts';
import type { AnyRecord } from '../../../src/domain/noun.ts';
import { idOf, nounOf } from '../../../src/domain/noun.ts';
import { WAKING_NOUNS } from '../../../src/domain/waking-nouns.ts';
import { openDynamodb } from '../../../src/store/dynamodb.ts';
import { dynamodbClient } from '../../../src/store/dynamodb-client.ts';
import { itemOf, partition } from '../../../src/store/dynamodb-item.ts';
import { openItems } from '../../../src/store/dynamodb-items.ts';
import { openDynamodbLedger } from '../../../src/store/dynamodb-ledger.ts';
import { openRecipients } from '../../../src/store/dynamodb-recipients.ts';
import { openWakes } from '../../../src/store/dynamodb-wakes.ts';
import { type TestTable, testTable } from '../../../test/dynalite.ts';
import { TICK_MS, type Ticks } from './expected.ts';
import { inMemory, RECIPIENT } from './in-memory.ts';
import { DAYS_BEFORE, SENT_ITEM } from './memory-ledger.ts';
import { Meter, REQUESTS, type Request } from './meter.ts';
import type { Person } from './people.ts';
import { LATE_MS, SENDER } from './simulation.ts';
import type { Workspace } from './workspaces.ts';

/** What a kind of request took in dynalite, by the real adapters, and what is counted for it here. */
export interface Calibrated {
  readonly request: Request;
  readonly dynalite: number;
  readonly counted: number;
}

interface Options {
  readonly people: readonly Person[];
  readonly least: Workspace;
  readonly ticks: Ticks;
}

/** dynalite deletes a large table item by item. */
const DELETE_TABLE_MS = 60_000;

/** A day of some people in dynalite and in memory. */
export async function calibrate(options: Options): Promise<readonly Calibrated[]> {
  const table = await testTable({ attemptMs: DELETE_TABLE_MS });
  try {
    await fill(table, options.people);
    const taken = await inDynalite(table, options.ticks);
    const counted = await counting(options);
    return REQUESTS.map((request) => ({
      request,
      dynalite: taken.get(request) ?? 0,
      counted: counted.of(request).units,
    }));
  } finally {
    await table.remove();
  }
}

async function counting({ people, least, ticks }: Options): Promise<Meter> {
  const meter = new Meter();
  await run(ticks, (now) => inMemory({ people, least, meter, now }));
  return meter;
}

async function inDynalite(table: TestTable, ticks: Ticks): Promise<ReadonlyMap<Request, number>> {
  const taken = new Map<Request, number>();
  const clientOf = (requests: Readonly<Record<string, Request>>) =>
    dynamodbClient({
      ...ACCESS,
      endpoint: table.endpoint,
      onCapacity: (units, operation) => {
        const request = requests[operation];
        if (request) taken.set(request, (taken.get(request) ?? 0) + units);
      },
    });
  const itemsOf = (requests: Readonly<Record<string, Request>>) => openItems(clientOf(requests), table.name);
  const ofStore = clientOf({ GetItem: 'get', BatchGetItem: 'getSeveral', Query: 'list' });
  await run(ticks, (now) => ({
    store: openDynamodb({ client: ofStore, table: table.name, nouns: WAKING_NOUNS, now }),
    wakes: openWakes(itemsOf({ Query: 'wakes', UpdateItem: 'settle' })),
    ledger: openDynamodbLedger(itemsOf({ Query: 'latest', UpdateItem: 'claim' }), now),
    recipients: openRecipients(itemsOf({ GetItem: 'recipient' }), now),
  }));
  return taken;
}

async function run({ begin, count }: Ticks, portsOf: (now: () => Date) => ReturnType<typeof inMemory>): Promise<void> {
  let tick = 0;
  const now = () => new Date(begin + tick * TICK_MS + LATE_MS);
  const onFault = (error: unknown) => {
    throw error;
  };
  const reminder = { ...portsOf(now), senders: [SENDER], now, onFault };
  for (; tick < count; tick++) await remindDue(reminder);
}

const ACCESS = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'dynalite', secretAccessKey: 'checks no signature' },
};

/** Everything that the people have. */
async function fill(table: TestTable, people: readonly Person[]): Promise<void> {
  const recipients = openRecipients(openItems(table.client, table.name), () => new Date());
  for (const person of people) {
    await recipients.keepEmail(person.workspace, RECIPIENT.email);
    const items = [...recordItems(person), ...sentItems(person)];
    for (let first = 0; first < items.length; first += BATCH) {
      const puts = items.slice(first, first + BATCH).map((item) => ({ PutRequest: { Item: marshall(item) } }));
      await table.client.call('BatchWriteItem', { RequestItems: { [table.name]: puts } }, BatchAnswer);
    }
  }
}

const BATCH = 25;
const BatchAnswer = v.object({ UnprocessedItems: v.optional(v.strictObject({})) });

function recordItems({ workspace, settings, interview, has }: Person) {
  const item = (type: string, record: AnyRecord) => {
    const noun = nounOf(WAKING_NOUNS, type);
    const { wakes_at, wake_shard, ...asleep } = itemOf(workspace, noun, { type, id: idOf(noun, record), record });
    const isAwake = record === settings || record === interview;
    return isAwake && wakes_at ? { ...asleep, wakes_at, wake_shard } : asleep;
  };
  const kept = [...has.records].flatMap(([type, records]) => records.map((record) => item(type, record)));
  return [...kept, item('settings', settings), ...(interview ? [item('interactions', interview)] : [])];
}

function sentItems({ workspace }: Person) {
  return Array.from({ length: DAYS_BEFORE }, (_, place) => {
    const sk = `sent#${addDays('2026-03-01', -place)}#digest#email`;
    return { ...SENT_ITEM, pk: partition(workspace), sk };
  });
}
