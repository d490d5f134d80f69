import * as v from 'valibot';
import type { DynamodbClient } from './dynamodb-client.ts';
import { openGuests } from './dynamodb-guests.ts';
import { partition } from './dynamodb-item.ts';
import { openItems } from './dynamodb-items.ts';
import { OverQuota, type Quota } from './quota.ts';

interface Options {
  readonly client: DynamodbClient;
  readonly table: string;
  readonly now: () => Date;
  /** How many writes a workspace has a day (UTC), and one of a guest. */
  readonly writesADay: number;
  readonly guestWritesADay: number;
}

/** TTL removes the counter of a day after the next one. */
const KEPT_SECONDS = 2 * 86_400;

/** Counts the writes of a workspace in one item a day. The first of a day also notes whether a guest writes. */
export function openQuota({ client, table, now, writesADay, guestWritesADay }: Options): Quota {
  const items = openItems(client, table);
  const guests = openGuests(items, now);
  return { spend };

  /** What costs nothing (to delete everything) is let through uncounted. */
  async function spend(workspace: string, isGuest: boolean, writes: number): Promise<void> {
    if (writes < 1) return;
    const limit = isGuest ? guestWritesADay : writesADay;
    const counter = writes <= limit ? await count(workspace, writes, limit - writes) : undefined;
    if (!counter) throw new OverQuota(secondsToMidnight());
    if (counter.noted !== isGuest) await note(workspace, isGuest);
  }

  function count(workspace: string, writes: number, room: number) {
    return items.update(
      keyOf(workspace),
      {
        text: 'ADD #used :writes SET #expires_at = :expires_at',
        values: { ':writes': writes, ':expires_at': Math.floor(now().getTime() / 1000) + KEPT_SECONDS },
      },
      { text: 'attribute_not_exists(#used) OR #used <= :room', values: { ':room': room } },
      Counter,
    );
  }

  /** Noted last: where this is broken off, the next write does it. */
  async function note(workspace: string, isGuest: boolean): Promise<void> {
    await (isGuest ? guests.register(workspace) : guests.unregister(workspace));
    const change = { text: 'SET #noted = :noted', values: { ':noted': isGuest } };
    await items.update(keyOf(workspace), change, { text: 'attribute_exists(#pk)' }, Counter);
  }

  function keyOf(workspace: string) {
    return { pk: partition(workspace), sk: `quota#${now().toISOString().slice(0, 10)}` };
  }

  function secondsToMidnight(): number {
    return 86_400 - (Math.floor(now().getTime() / 1000) % 86_400);
  }
}

const Counter = v.object({ used: v.number(), noted: v.optional(v.boolean()) });
