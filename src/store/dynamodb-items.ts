import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import { type DynamodbClient, DynamodbError } from './dynamodb-client.ts';
import type { Attributes } from './dynamodb-item.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** An expression of DynamoDB: `#name` stands for the attribute `name`, `:name` for a value. */
export interface Expression {
  readonly text: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface Search extends Expression {
  readonly index?: 'changed' | 'wakes';
  /** The greatest sort key first. */
  readonly descending?: true;
  /** What is left out of what was read. */
  readonly filter?: string;
  /** How many items are read at most. */
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: Attributes | undefined;
}

/** Single items of the table, read consistently and written on a condition. */
export type Items = ReturnType<typeof openItems>;

export function openItems(client: DynamodbClient, table: string) {
  return { get, put, update, remove, find };

  async function get<Schema extends v.GenericSchema>(
    { pk, sk }: Key,
    schema: Schema,
  ): Promise<v.InferOutput<Schema> | undefined> {
    const request = { TableName: table, Key: marshall({ pk, sk }), ConsistentRead: true };
    const { Item } = await client.call('GetItem', request, OneAnswer);
    return Item && v.parse(schema, unmarshall(Item));
  }

  /** False where the condition does not hold. A write whose answer was lost is sent again and may meet itself. */
  async function put(item: Key & Readonly<Record<string, unknown>>, condition?: Expression): Promise<boolean> {
    const Item = marshall(item, { removeUndefinedValues: true });
    return (await conditional('PutItem', { Item, ...asked(condition) }, v.object({}))) !== undefined;
  }

  /** The item as it is then, undefined where the condition does not hold. */
  async function update<Schema extends v.GenericSchema>(
    { pk, sk }: Key,
    change: Expression,
    condition: Expression,
    schema: Schema,
  ): Promise<v.InferOutput<Schema> | undefined> {
    const request = {
      Key: marshall({ pk, sk }),
      UpdateExpression: change.text,
      ConditionExpression: condition.text,
      ...terms(change.text + condition.text, { ...change.values, ...condition.values }),
      ReturnValues: 'ALL_NEW',
    };
    const answer = await conditional('UpdateItem', request, v.object({ Attributes: AnyAttributes }));
    return answer && v.parse(schema, unmarshall(answer.Attributes));
  }

  /** False where the condition does not hold. */
  async function remove({ pk, sk }: Key, condition?: Expression): Promise<boolean> {
    const request = { Key: marshall({ pk, sk }), ...asked(condition) };
    return (await conditional('DeleteItem', request, v.object({}))) !== undefined;
  }

  /** One page of what is found, never an empty one before the end. */
  async function find<Schema extends v.GenericSchema>(search: Search, schema: Schema) {
    let after = search.after;
    do {
      const { Items, LastEvaluatedKey } = await client.call('Query', queryOf({ ...search, after }), QueryAnswer);
      after = LastEvaluatedKey;
      if (Items.length > 0) return { found: Items.map((item) => v.parse(schema, unmarshall(item))), after };
    } while (after);
    return { found: [], after };
  }

  function queryOf({ text, values, index, descending, filter, limit, after }: Search) {
    return {
      TableName: table,
      ...(index && { IndexName: index }),
      KeyConditionExpression: text,
      ...(filter && { FilterExpression: filter }),
      ...terms(text + (filter ?? ''), values),
      ...(after && { ExclusiveStartKey: after }),
      ...(descending && { ScanIndexForward: false }),
      ConsistentRead: index !== 'wakes',
      Limit: limit,
    };
  }

  async function conditional<Schema extends v.GenericSchema>(operation: string, request: object, schema: Schema) {
    try {
      return await client.call(operation, { TableName: table, ...request }, schema);
    } catch (error) {
      if (error instanceof DynamodbError && error.type === 'ConditionalCheckFailedException') return undefined;
      throw error;
    }
  }
}

/** Many at once, but not so many that they throttle one another; when one fails the others have ended, too. */
export async function severally<Item, Result>(
  all: readonly Item[],
  each: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let first = 0; first < all.length; first += AT_ONCE) {
    const settled = await Promise.allSettled(all.slice(first, first + AT_ONCE).map(each));
    for (const one of settled) {
      if (one.status === 'rejected') throw one.reason;
      results.push(one.value);
    }
  }
  return results;
}

const AT_ONCE = 10;

const AnyAttributes = v.custom<Attributes>((value) => typeof value === 'object' && value !== null);
const OneAnswer = v.object({ Item: v.optional(AnyAttributes) });
const QueryAnswer = v.object({ Items: v.array(AnyAttributes), LastEvaluatedKey: v.optional(AnyAttributes) });

function asked(condition: Expression | undefined) {
  return condition && { ConditionExpression: condition.text, ...terms(condition.text, condition.values) };
}

function terms(text: string, values: Expression['values'] = {}) {
  const names = text.match(/#\w+/g) ?? [];
  return {
    ...(names.length > 0 && {
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [name, name.slice(1)])),
    }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: marshall(values) }),
  };
}
