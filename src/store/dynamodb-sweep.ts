import { openAccounts } from './dynamodb-account.ts';
import type { DynamodbClient } from './dynamodb-client.ts';
import { openEmails } from './dynamodb-emails.ts';
import { openFeeds } from './dynamodb-feeds.ts';
import { type Guest, openGuests } from './dynamodb-guests.ts';
import { openItems } from './dynamodb-items.ts';
import { type Leaving, openLeaving } from './dynamodb-leaving.ts';
import { openReached } from './dynamodb-reached.ts';
import { openRecovery } from './dynamodb-recovery.ts';

interface Options {
  readonly client: DynamodbClient;
  readonly table: string;
  readonly now: () => Date;
  /** How many days a guest's records are kept after the last visit. */
  readonly guestDays: number;
}

/** What a sweep came to; where it is not `finished`, the next one goes on. */
export interface Swept {
  /** Workspaces of guests who stayed away. */
  readonly guests: number;
  /** Workspaces whose people asked for it. */
  readonly left: number;
  readonly records: number;
  readonly finished: boolean;
}

/** How many records are deleted before the clock is looked at again. */
const RECORDS_AT_ONCE = 100;

/**
 * Ends what people broke off when they deleted their accounts, and deletes what guests left behind. It may be broken
 * off itself, and run twice at once.
 *
 * @param deadline when it should come to its end
 */
export async function sweep({ client, table, now, guestDays }: Options, deadline: Date): Promise<Swept> {
  const items = openItems(client, table);
  const guests = openGuests(items, now);
  const accounts = openAccounts(items);
  const emails = openEmails(items);
  const recovery = openRecovery({ items, accounts, now, random: () => new Uint8Array() });
  const feeds = openFeeds({ items, accounts, now, random: () => new Uint8Array() });
  const reached = openReached(items, now);
  const leaving = openLeaving({ items, accounts, emails, recovery, feeds, reached, now });
  const swept = { guests: 0, left: 0, records: 0 };
  const finished = (await endLeaving()) && (await endIdle());
  return { ...swept, finished };

  /** First: to delete what someone asked to be deleted is promised within a time. */
  async function endLeaving(): Promise<boolean> {
    for (let page = await leaving.all(); page.length > 0; page = await leaving.all(page.at(-1)?.workspace)) {
      for (const one of page) {
        if (!(await empty(one))) return false;
        if (one.until < now().toISOString() && (await leaving.close(one))) swept.left++;
      }
    }
    return true;
  }

  async function endIdle(): Promise<boolean> {
    for (let page = await guests.idle(guestDays); page.length > 0; page = await guests.idle(guestDays, page.at(-1))) {
      for (const guest of page) {
        if (!(await endGuest(guest))) return false;
      }
    }
    return true;
  }

  /** One who has come back, or has signed in, is no idle guest. Who stayed away is struck off when all is deleted. */
  async function endGuest(guest: Guest): Promise<boolean> {
    const { workspace, seenOn } = guest;
    if ((await guests.seenOn(workspace)) !== seenOn) return true;
    const { signed_in } = await accounts.read(workspace);
    if (!signed_in && !(await empty({ workspace, until: now().toISOString() }))) return false;
    if ((await guests.strikeOff(guest)) && !signed_in) swept.guests++;
    return true;
  }

  /** False where time ran out. */
  async function empty(one: Leaving): Promise<boolean> {
    for (let more = true; more; ) {
      if (now() >= deadline) return false;
      const erased = await leaving.erase(one, RECORDS_AT_ONCE);
      swept.records += erased.deleted;
      more = erased.more;
    }
    return true;
  }
}
