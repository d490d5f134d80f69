import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import { matches } from '../domain/listing.ts';
import { type AnyRecord, completer, type Noun, nounOf } from '../domain/noun.ts';
import { type DynamodbClient, DynamodbError } from './dynamodb-client.ts';
import {
  type Attributes,
  Item,
  itemOf,
  keyOf,
  partition,
  positionOf,
  rangeOf,
  refOf,
  SORT_KEY,
} from './dynamodb-item.ts';
import {
  type Changes,
  expiryOf,
  type ListQuery,
  type Page,
  type Position,
  type Ref,
  type Store,
  type Stored,
  UnknownPosition,
} from './store.ts';

interface Options {
  readonly client: DynamodbClient;
  readonly table: string;
  readonly nouns: readonly Noun[];
  readonly now: () => Date;
}

/** How many reads of at most 1 MB a page of a list may take. */
const MOST_READS = 4;

/**
 * How long after its time stamp a change may still come to light: the longest request takes 29 s, and the rest is for
 * clocks that differ and for an index that lags behind.
 */
const OVERLAP_MS = 60_000;

/** Opens the store of the cloud: one DynamoDB table, as `dynamodb-table.json` defines it. */
export function openDynamodb({ client, table, nouns, now }: Options): Store {
  const completed = completer(nouns);
  return { get, put, list, changes, close: async () => {} };

  async function get(workspace: string, refs: readonly Ref[]): Promise<readonly (AnyRecord | undefined)[]> {
    const keys = new Map(refs.map((ref) => keyOf(workspace, ref)).map((key) => [key.sk, marshall(key)]));
    const items = keys.size === 1 ? await getOne([...keys.values()]) : await getSeveral([...keys.values()]);
    const records = new Map(items.filter(isThere).map(({ sk, record }) => [sk, record]));
    return refs.map((ref) => records.get(keyOf(workspace, ref).sk));
  }

  async function getOne([Key]: Attributes[]): Promise<Item[]> {
    const { Item } = await client.call('GetItem', { TableName: table, Key, ConsistentRead: true }, OneAnswer);
    return Item ? [itemFrom(Item)] : [];
  }

  /** DynamoDB leaves keys out when an answer grows too large or it is busy: those are asked for again. */
  async function getSeveral(keys: Attributes[]): Promise<Item[]> {
    const items: Item[] = [];
    let Keys: unknown[] = keys;
    if (Keys.length === 0) return items;
    return client.retrying(async () => {
      const request = { RequestItems: { [table]: { Keys, ConsistentRead: true } } };
      const { Responses, UnprocessedKeys } = await client.call('BatchGetItem', request, BatchAnswer);
      items.push(...(Responses[table] ?? []).map(itemFrom));
      Keys = UnprocessedKeys?.[table]?.Keys ?? [];
      return Keys.length === 0 ? { answer: items } : { again: new Error(`${Keys.length} keys were left out.`) };
    });
  }

  /** A write whose answer was lost is sent again and meets itself: false then, too, and who asked reads what stands. */
  async function put(workspace: string, stored: Stored, ifVersion: number): Promise<boolean> {
    const item = itemOf(workspace, nounOf(nouns, stored.type), stored);
    const request = { TableName: table, Item: marshall(item), ...standing(ifVersion, seconds(now())) };
    try {
      await client.call('PutItem', request, v.object({}));
      return true;
    } catch (error) {
      if (error instanceof DynamodbError && error.type === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  }

  async function list(workspace: string, query: ListQuery): Promise<Page> {
    const noun = nounOf(nouns, query.type);
    const records: AnyRecord[] = [];
    let after = query.after;
    let last: Position | undefined;
    for (let read = 0; read < MOST_READS; read++) {
      const { items, more } = await readList(workspace, { ...query, after }, mostItems(query, read));
      for (const item of items) {
        after = positionOf(noun, query.order, item);
        if (!isListed(noun, query, item)) continue;
        if (records.length === query.limit) return { records, ...(last && { next: last }) };
        records.push(item.record);
        last = after;
      }
      if (!more) return { records };
    }
    return { records, ...(after && { next: after }) };
  }

  /** The rest of a list, as far as one read goes. Its range begins at the last item, which is left out here. */
  async function readList(workspace: string, query: ListQuery, most: number | undefined) {
    const [from, to] = rangeOf(query);
    if (from > to) return { items: [], more: false };
    const name = SORT_KEY[query.order];
    const { Items, LastEvaluatedKey } = await client.call(
      'Query',
      {
        TableName: table,
        ...(name !== 'sk' && { IndexName: name }),
        KeyConditionExpression: '#pk = :pk AND #key BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#pk': 'pk', '#key': name },
        ExpressionAttributeValues: marshall({ ':pk': partition(workspace), ':from': from, ':to': to }),
        ScanIndexForward: !query.descending,
        ConsistentRead: true,
        ...(most !== undefined && { Limit: most }),
      },
      QueryAnswer,
    );
    const edge = query.after && (query.descending ? to : from);
    return { items: Items.map(itemFrom).filter((item) => item[name] !== edge), more: LastEvaluatedKey !== undefined };
  }

  async function changes(workspace: string, since: string | null, limit: number): Promise<Changes> {
    const settled = new Date(now().getTime() - OVERLAP_MS).toISOString();
    const place = since === null ? { begun: settled } : placeOf(since, settled);
    const { Items, LastEvaluatedKey } = await readChanges(workspace, place.after, limit + 1);
    const page = Items.slice(0, limit).map(itemFrom);
    const changed = page.filter(isThere).map((item) => ({ ...refOf(item), record: item.record }));
    const more = LastEvaluatedKey !== undefined || Items.length > limit;
    const last = page.at(-1);
    return { changed, position: more && last ? `${place.begun}/${last.changed}` : place.begun, more };
  }

  /** Eventually consistent, at half the price: what an index does not show yet is within the overlap. */
  async function readChanges(workspace: string, after: string | undefined, limit: number) {
    const request = {
      TableName: table,
      IndexName: SORT_KEY.updated,
      KeyConditionExpression: after ? '#pk = :pk AND #changed > :after' : '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk', ...(after && { '#changed': SORT_KEY.updated }) },
      ExpressionAttributeValues: marshall({ ':pk': partition(workspace), ...(after && { ':after': after }) }),
      Limit: limit,
    };
    return client.call('Query', request, QueryAnswer);
  }

  function isListed(noun: Noun, query: ListQuery, item: Item): boolean {
    return refOf(item).type === query.type && item.record.deleted_at === null && matches(noun, item.record, query);
  }

  /** TTL removes a tombstone some days late: until then, readers look past it. */
  function isThere({ record }: Item): boolean {
    const expiry = expiryOf(record);
    return expiry === null || expiry > now();
  }

  function itemFrom(attributes: Attributes): Item {
    const item = v.parse(Item, unmarshall(attributes));
    return { ...item, record: completed(refOf(item).type, item.record) };
  }
}

const AnyAttributes = v.custom<Attributes>((value) => typeof value === 'object' && value !== null);
const OneAnswer = v.object({ Item: v.optional(AnyAttributes) });
const BatchAnswer = v.object({
  Responses: v.record(v.string(), v.array(AnyAttributes)),
  UnprocessedKeys: v.optional(v.record(v.string(), v.object({ Keys: v.array(AnyAttributes) }))),
});
const QueryAnswer = v.object({ Items: v.array(AnyAttributes), LastEvaluatedKey: v.optional(AnyAttributes) });

/** The condition that a version stands; an expired tombstone does not. */
function standing(version: number, now: number) {
  if (version === 0) {
    return {
      ConditionExpression: 'attribute_not_exists(#pk) OR #expires_at <= :now',
      ExpressionAttributeNames: { '#pk': 'pk', '#expires_at': 'expires_at' },
      ExpressionAttributeValues: marshall({ ':now': now }),
    };
  }
  return {
    ConditionExpression: '#version = :version AND (attribute_not_exists(#expires_at) OR #expires_at > :now)',
    ExpressionAttributeNames: { '#version': 'version', '#expires_at': 'expires_at' },
    ExpressionAttributeValues: marshall({ ':now': now, ':version': version }),
  };
}

/**
 * How many items one read takes: where each belongs into the list, as many as are asked for; with a filter some more
 * at first, which is enough for what is frequent, and then as many as fit into 1 MB.
 */
function mostItems(query: ListQuery, read: number): number | undefined {
  if (isServedByKey(query)) return query.limit + 2;
  return read === 0 ? query.limit * 4 + 2 : undefined;
}

/** Whether every item of the range belongs into the list, so that no more need be read than are asked for. */
function isServedByKey({ order, words = [], values = {}, due }: ListQuery): boolean {
  return words.length === 0 && Object.keys(values).length === 0 && (!due || order === 'due');
}

/** Where a reader is: everything before `begun` was there to read when it began; within a reading, it came to `after`. */
interface Place {
  readonly begun: string;
  readonly after?: string | undefined;
}

const INSTANT = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
const POSITION = new RegExp(`^(${INSTANT})(?:/(${INSTANT}#[^#]{1,100}#[^#]{1,100}))?$`);

/**
 * Reads a position. Time stamps are not the order in which changes come to light, so a new reading begins a while
 * before the one that ended: where everything was settled when that one began. Within a reading it goes strictly on.
 */
function placeOf(position: string, settled: string): Place {
  const [, begun, after] = POSITION.exec(position) ?? [];
  if (begun === undefined) throw new UnknownPosition();
  return after === undefined ? { begun: begun > settled ? begun : settled, after: begun } : { begun, after };
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
