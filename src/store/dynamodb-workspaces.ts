import { addDays } from '../domain/dates.ts';
import type { Noun } from '../domain/noun.ts';
import type { Login } from './directory.ts';
import { type AccountItem, openAccounts } from './dynamodb-account.ts';
import { openClaims } from './dynamodb-claims.ts';
import type { DynamodbClient } from './dynamodb-client.ts';
import { emailHash, openEmails } from './dynamodb-emails.ts';
import { openFeeds } from './dynamodb-feeds.ts';
import { openGuests } from './dynamodb-guests.ts';
import { openItems } from './dynamodb-items.ts';
import { openLeaving } from './dynamodb-leaving.ts';
import { openMover } from './dynamodb-move.ts';
import { openReached } from './dynamodb-reached.ts';
import { openRecovery } from './dynamodb-recovery.ts';
import type { Account, Device, Workspaces } from './workspaces.ts';

interface Options {
  readonly client: DynamodbClient;
  readonly table: string;
  readonly nouns: readonly Noun[];
  readonly now: () => Date;
  /** That many random bytes, fit for secrets. */
  readonly random: (bytes: number) => Uint8Array;
  /** How many days a guest's records are kept after the last visit. */
  readonly guestDays: number;
}

/** How many devices an account shows. */
const MOST_DEVICES = 20;
/** How many records one call deletes. */
const DELETED_A_CALL = 500;

/** Keeps what belongs to workspaces in the table of their records. */
export function openWorkspaces({ client, table, nouns, now, random, guestDays }: Options): Workspaces {
  const items = openItems(client, table);
  const accounts = openAccounts(items);
  const emails = openEmails(items);
  const guests = openGuests(items, now);
  const recovery = openRecovery({ items, accounts, now, random });
  const feeds = openFeeds({ items, accounts, now, random });
  const reached = openReached(items, now);
  const mover = openMover({ items, nouns, now });
  const claims = openClaims({ items, accounts, emails, recovery, feeds, reached, mover, now, random });
  const leaving = openLeaving({ items, accounts, emails, recovery, feeds, reached, now });
  return {
    account,
    visit,
    keepEmail,
    hasEarlier,
    ofEmail: async (email, login) => emails.claimable(await emailHash(email), login),
    makeRecoveryCode: recovery.make,
    ofRecoveryCode: recovery.workspaceOf,
    openClaim: claims.open,
    redeem: claims.redeem,
    leave: (workspace) => leaving.leave(workspace, DELETED_A_CALL),
  };

  async function account(workspace: string): Promise<Account> {
    return accountOf(workspace, await accounts.read(workspace));
  }

  async function visit(workspace: string, device: Pick<Device, 'device_id' | 'name'>, isGuest: boolean) {
    const standing = await accounts.read(workspace);
    const visited = visitedBy(standing, device, isGuest);
    if (visited === standing) return accountOf(workspace, standing);
    // Before the account says so: where this is broken off, the next visit does it again.
    await (visited.signed_in ? guests.unregister(workspace) : guests.register(workspace));
    const kept = await accounts.change(workspace, (account) => visitedBy(account, device, isGuest));
    return accountOf(workspace, kept);
  }

  function visitedBy(account: AccountItem, device: Pick<Device, 'device_id' | 'name'>, isGuest: boolean): AccountItem {
    const seen_at = now().toISOString();
    const known = account.devices.find(({ device_id }) => device_id === device.device_id);
    const isNoted = known?.name === device.name && dayOf(known.seen_at) === dayOf(seen_at);
    const signed_in = account.signed_in || !isGuest;
    if (isNoted && signed_in === account.signed_in) return account;
    const others = account.devices.filter((other) => other !== known);
    const devices = [{ ...device, seen_at }, ...others].slice(0, MOST_DEVICES);
    return { ...account, signed_in, seen_at, devices };
  }

  /** The new address is tied before the old one is let go, and both before the account knows of it. */
  async function keepEmail(workspace: string, login: Login, email: string | null): Promise<void> {
    const before = (await accounts.read(workspace)).email?.hash;
    const hash = email === null ? before : await emailHash(email);
    if (hash && email !== null) await emails.tie(hash, workspace, login);
    if (before && before !== hash) await emails.untie(before, workspace);
    const asked_on = dayOf(now().toISOString());
    await accounts.change(workspace, (account) => {
      const isKept = account.email?.hash === hash && account.email?.asked_on === asked_on;
      return isKept ? account : { ...account, email: { ...(hash && { hash }), asked_on } };
    });
  }

  async function hasEarlier(workspace: string, login: Login): Promise<boolean> {
    const { email } = await accounts.read(workspace);
    const earlier = email?.hash && (await emails.claimable(email.hash, login));
    return earlier !== undefined && earlier !== '' && earlier !== workspace;
  }

  async function accountOf(workspace: string, item: AccountItem): Promise<Account> {
    const seenOn = item.signed_in ? undefined : await guests.seenOn(workspace);
    return {
      isSignedIn: item.signed_in,
      keptUntil: seenOn === undefined ? null : addDays(seenOn, guestDays),
      recoveryCodeMadeAt: item.recovery?.made_at ?? null,
      emailAskedOn: item.email?.asked_on ?? null,
      devices: item.devices,
    };
  }
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
