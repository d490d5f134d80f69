import type { unmarshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import { NEVER, type Order, orderKey } from '../domain/listing.ts';
import type { Noun } from '../domain/noun.ts';
import { expiryOf, type ListQuery, type Position, type Ref, type Stored, wakeOf } from './store.ts';

/** An item as it travels: each attribute with its type. */
export type Attributes = Exclude<Parameters<typeof unmarshall>[0], { $unknown: unknown }>;

/** What an adapter needs of an item that it reads. */
export const Item = v.object({
  sk: v.string(),
  changed: v.string(),
  due: v.string(),
  record: v.looseObject({
    created_at: v.string(),
    updated_at: v.string(),
    version: v.number(),
    deleted_at: v.nullable(v.string()),
  }),
});
export type Item = v.InferOutput<typeof Item>;

/** The attribute that each order sorts by: of the table itself, or of the local index of the same name. */
export const SORT_KEY = { created: 'sk', updated: 'changed', due: 'due' } as const satisfies Record<Order, keyof Item>;

/** The item that keeps a record; `expires_at`, which only tombstones have, is in seconds since 1970 as TTL wants it. */
export function itemOf(workspace: string, noun: Noun, { type, id, record }: Stored) {
  const at = (order: Order) => sortKey(type, order, { key: orderKey(noun, record, order), id });
  const expiry = expiryOf(record);
  const wakes_at = wakeOf(noun, record);
  return {
    pk: partition(workspace),
    sk: at('created'),
    changed: at('updated'),
    due: at('due'),
    version: record.version,
    record,
    ...(expiry && { expires_at: expiry.getTime() / 1000 }),
    ...(wakes_at && { wakes_at, wake_shard: wakeShardOf(workspace) }),
  };
}

export function partition(workspace: string): string {
  return `W#${workspace}`;
}

export function workspaceOf(partition: string): string {
  return partition.slice(2);
}

/** In so many partitions of their index lie the records that a clock looks at: one alone could be too busy. */
export const WAKE_SHARDS = 16;

function wakeShardOf(workspace: string): number {
  let sum = 0;
  for (const character of workspace) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % WAKE_SHARDS;
}

export function keyOf(workspace: string, { type, id }: Ref) {
  return { pk: partition(workspace), sk: sortKey(type, 'created', { key: '', id }) };
}

/** What an item is, as its sort key has it. */
export function refOf({ sk }: Pick<Item, 'sk'>): Ref {
  const separator = sk.indexOf('#');
  return { type: sk.slice(0, separator), id: sk.slice(separator + 1) };
}

/** The value of a sort key at a position. It ends with the id, so no two records share one. */
export function sortKey(type: string, order: Order, { key, id }: Position): string {
  switch (order) {
    case 'created':
      return `${type}#${id}`;
    case 'updated':
      return `${key}#${type}#${id}`;
    case 'due':
      return `${type}#${key}#${id}`;
  }
}

/**
 * The position of an item in a list of `noun`. The order `updated` goes through the other types too: one of those has
 * no place of its own in the list, so it gets the one before or after all records of this noun at its instant.
 */
export function positionOf(noun: Noun, order: Order, item: Item): Position {
  const { type, id } = refOf(item);
  const key = orderKey(noun, item.record, order);
  if (type === noun.type) return { key, id };
  return { key, id: type < noun.type ? '' : NEVER };
}

/** The least and the greatest sort key of the rest of a list. Where the first is above the second, nothing is left. */
export function rangeOf(query: ListQuery): readonly [string, string] {
  const [from, to] = wholeRange(query);
  const at = query.after && placeOf(query, query.after);
  if (at && query.descending && at < to) return [from, at];
  if (at && !query.descending && at > from) return [at, to];
  return [from, to];
}

/** Where all records of this type at an instant are done, it is beyond those of the other types as well. */
function placeOf({ type, order, descending }: ListQuery, after: Position): string {
  const done = descending ? '' : NEVER;
  return order === 'updated' && after.id === done ? `${after.key}#${done}` : sortKey(type, order, after);
}

/** `$` is the character after `#`: nothing that goes on with `#` is beyond it. All dates are below `~`, all years below `:`. */
function wholeRange({ type, order, due }: ListQuery): readonly [string, string] {
  if (order === 'updated') return ['0', ':'];
  if (order === 'due' && due) return [`${type}#${due.from ?? '0'}`, `${type}#${due.to ? `${due.to}$` : NEVER}`];
  return [`${type}#`, `${type}$`];
}
