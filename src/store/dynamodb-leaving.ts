import * as v from 'valibot';
import type { AccountItem, Accounts } from './dynamodb-account.ts';
import type { Emails } from './dynamodb-emails.ts';
import type { CloudFeeds } from './dynamodb-feeds.ts';
import { partition } from './dynamodb-item.ts';
import { type Items, severally } from './dynamodb-items.ts';
import type { Reached } from './dynamodb-reached.ts';
import type { Recovery } from './dynamodb-recovery.ts';

interface Options {
  readonly items: Items;
  readonly accounts: Accounts;
  readonly emails: Emails;
  readonly recovery: Recovery;
  readonly feeds: Pick<CloudFeeds, 'drop'>;
  readonly reached: Pick<Reached, 'forget'>;
  readonly now: () => Date;
}

/** A workspace that is to be emptied of all that was written until an instant. */
export interface Leaving {
  readonly workspace: string;
  readonly until: string;
}

export interface Erased {
  readonly deleted: number;
  readonly more: boolean;
}

/** Credentials that were issued before may write for an hour; the rest is for clocks and slow requests. */
const LAST_WRITES_MS = 2 * 3_600_000;

/** Empties workspaces, for good. */
export function openLeaving({ items, accounts, emails, recovery, feeds, reached, now }: Options) {
  return { leave, erase, all, close };

  /** From now on the workspace is on the list of those to be emptied: what this breaks off, the daily sweep ends. */
  async function leave(workspace: string, most: number): Promise<Erased> {
    const until = new Date(now().getTime() + LAST_WRITES_MS).toISOString();
    await items.put(itemOf({ workspace, until }));
    return erase({ workspace, until }, most);
  }

  /** What was written later belongs to a new beginning, and stays. */
  async function erase({ workspace, until }: Leaving, most: number): Promise<Erased> {
    const account = await accounts.read(workspace);
    const isOld = account.seen_at <= until;
    if (isOld) await dropWays(workspace, account);
    const search = { ...recordsUntil(workspace, until), limit: most };
    const { found, after } = await items.find(search, RecordItem);
    const gone = await severally(found, (item) => items.remove({ pk: partition(workspace), sk: item.sk }, isAt(item)));
    const deleted = gone.filter(Boolean).length;
    if (deleted < found.length || after !== undefined) return { deleted, more: true };
    const isBlank = account.revision === 0;
    return { deleted, more: isOld && !isBlank && !(await accounts.remove(workspace, account)) };
  }

  /** First, so that nobody is led to what is half deleted, nor reminded of it. */
  async function dropWays(workspace: string, { email, recovery: code, feed }: AccountItem): Promise<void> {
    if (email?.hash) await emails.untie(email.hash, workspace);
    if (code) await recovery.drop(code.hash, workspace);
    if (feed) await feeds.drop(feed.hash, workspace);
    await reached.forget(workspace);
  }

  /** One page of the list. */
  async function all(after?: string): Promise<readonly Leaving[]> {
    const values = { ':pk': PARTITION, ':after': after ?? '0' };
    const search = { text: '#pk = :pk AND #sk > :after', values, limit: PAGE };
    const { found } = await items.find(search, LeavingItem);
    return found.map(({ sk, until }) => ({ workspace: sk, until }));
  }

  /** Takes a workspace off the list, unless its person asked again. */
  function close({ workspace, until }: Leaving): Promise<boolean> {
    return items.remove({ pk: PARTITION, sk: workspace }, { text: '#until = :until', values: { ':until': until } });
  }
}

const PARTITION = 'LEAVING';
const PAGE = 100;
const LeavingItem = v.object({ sk: v.string(), until: v.string() });
const RecordItem = v.object({ sk: v.string(), version: v.number() });

function itemOf({ workspace, until }: Leaving) {
  return { pk: PARTITION, sk: workspace, until };
}

function recordsUntil(workspace: string, until: string) {
  return {
    text: '#pk = :pk',
    filter: 'attribute_exists(#record) AND #changed < :until',
    values: { ':pk': partition(workspace), ':until': until },
  };
}

function isAt({ version }: v.InferOutput<typeof RecordItem>) {
  return { text: '#version = :version', values: { ':version': version } };
}
