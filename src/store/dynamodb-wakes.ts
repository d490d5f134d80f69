import * as v from 'valibot';
import type { Instant } from '../domain/dates.ts';
import { partition, refOf, sortKey, WAKE_SHARDS, workspaceOf } from './dynamodb-item.ts';
import type { Items } from './dynamodb-items.ts';
import type { Wake, Wakes } from './wakes.ts';

/** Keeps when to look at a record with the record itself, in attributes of which a sparse index is made. */
export function openWakes(items: Items): Wakes {
  return { due, settle };

  async function* due(until: Instant): AsyncGenerator<readonly Wake[]> {
    for (let shard = 0; shard < WAKE_SHARDS; shard++) yield* dueIn(shard, until);
  }

  async function* dueIn(shard: number, until: Instant): AsyncGenerator<readonly Wake[]> {
    const text = '#wake_shard = :shard AND #wakes_at <= :until';
    const search = { text, values: { ':shard': shard, ':until': until }, index: 'wakes', limit: PAGE } as const;
    let page: Awaited<ReturnType<typeof items.find<typeof WakeItem>>> = { found: [], after: undefined };
    do {
      page = await items.find({ ...search, after: page.after }, WakeItem);
      if (page.found.length > 0) yield page.found.map(wakeOf);
    } while (page.after);
  }

  async function settle({ workspace, type, id, at }: Wake, next: Instant | null): Promise<boolean> {
    const key = { pk: partition(workspace), sk: sortKey(type, 'created', { key: '', id }) };
    const change = next
      ? { text: 'SET #wakes_at = :next', values: { ':next': next } }
      : { text: 'REMOVE #wakes_at, #wake_shard' };
    const standing = { text: '#wakes_at = :at', values: { ':at': at } };
    return (await items.update(key, change, standing, v.object({}))) !== undefined;
  }
}

const PAGE = 200;
const WakeItem = v.object({ pk: v.string(), sk: v.string(), wakes_at: v.string() });

function wakeOf(item: v.InferOutput<typeof WakeItem>): Wake {
  return { workspace: workspaceOf(item.pk), ...refOf(item), at: item.wakes_at };
}
