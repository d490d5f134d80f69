import * as v from 'valibot';
import type { Accounts } from './dynamodb-account.ts';
import type { Items } from './dynamodb-items.ts';
import { FEED_TOKEN_BYTES, type Feeds } from './feeds.ts';
import { digestOf } from './secret-digest.ts';

/** Feeds, and what moving and leaving need of them. */
export type CloudFeeds = Feeds & Ways;

interface Ways {
  /** Leads a token to a workspace. */
  point(hash: string, workspace: string): Promise<void>;
  /** Ends the way of a token to a workspace, where it leads there. */
  drop(hash: string, workspace: string): Promise<void>;
}

interface Options {
  readonly items: Items;
  readonly accounts: Accounts;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}

/** The account says which token is valid, an item by the token's hash leads to the account. */
export function openFeeds({ items, accounts, now, random }: Options): Feeds & Ways {
  return { make, workspaceOf, madeAt, revoke, point, drop };

  /** The new one is valid, and the one before no more, from the moment at which the account is written. */
  async function make(workspace: string): Promise<string> {
    const token = Buffer.from(random(FEED_TOKEN_BYTES)).toString('base64url');
    const hash = await digestOf(token);
    await point(hash, workspace);
    const before = await change(workspace, { hash, made_at: now().toISOString() });
    if (before && before !== hash) await drop(before, workspace);
    return token;
  }

  async function workspaceOf(token: string): Promise<string | undefined> {
    const hash = await digestOf(token);
    const lead = await items.get(keyOf(hash), Lead);
    const account = lead && (await accounts.read(lead.workspace));
    return account?.feed?.hash === hash ? lead?.workspace : undefined;
  }

  async function madeAt(workspace: string): Promise<string | null> {
    return (await accounts.read(workspace)).feed?.made_at ?? null;
  }

  async function revoke(workspace: string): Promise<void> {
    const before = await change(workspace, undefined);
    if (before) await drop(before, workspace);
  }

  /** The hash of the token that was valid. */
  async function change(workspace: string, feed: { hash: string; made_at: string } | undefined) {
    let before: string | undefined;
    await accounts.change(workspace, (account) => {
      if (account.feed?.hash === feed?.hash) return account;
      before = account.feed?.hash;
      const { feed: _, ...others } = account;
      return { ...others, ...(feed && { feed }) };
    });
    return before;
  }

  async function point(hash: string, workspace: string): Promise<void> {
    await items.put({ ...keyOf(hash), workspace });
  }

  async function drop(hash: string, workspace: string): Promise<void> {
    await items.remove(keyOf(hash), { text: '#workspace = :workspace', values: { ':workspace': workspace } });
  }
}

const Lead = v.object({ workspace: v.string() });

function keyOf(hash: string) {
  return { pk: `FEED#${hash}`, sk: 'feed' };
}
