import * as v from 'valibot';
import type { Accounts } from './dynamodb-account.ts';
import type { Emails } from './dynamodb-emails.ts';
import type { CloudFeeds } from './dynamodb-feeds.ts';
import type { Items } from './dynamodb-items.ts';
import type { Move, openMover } from './dynamodb-move.ts';
import type { Reached } from './dynamodb-reached.ts';
import type { Recovery } from './dynamodb-recovery.ts';
import { digestOf } from './secret-digest.ts';
import type { Redeemer, Redemption, Ticket } from './workspaces.ts';

interface Options {
  readonly items: Items;
  readonly accounts: Accounts;
  readonly emails: Emails;
  readonly recovery: Recovery;
  readonly feeds: Pick<CloudFeeds, 'point' | 'drop'>;
  readonly reached: Reached;
  readonly mover: ReturnType<typeof openMover>;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}

const TICKET_BYTES = 32;
const TICKET_SECONDS = 15 * 60;
/** From when redeeming began; so long it may be broken off. */
const REDEEMED_SECONDS = 30 * 86_400;
/** How many records one call moves. */
const RECORDS_A_CALL = 100;
/** How often one call looks whether there are more. */
const LOOKS_A_CALL = 3;

/** Tickets, of which only hashes are kept, and what they are redeemed for. */
export function openClaims(options: Options) {
  const { items, accounts, emails, recovery, feeds, reached, mover, now, random } = options;
  return { open, redeem };

  async function open(from: string): Promise<Ticket> {
    const ticket = Buffer.from(random(TICKET_BYTES)).toString('base64url');
    const expires_at = seconds() + TICKET_SECONDS;
    await items.put({ ...(await keyOf(ticket)), from, expires_at });
    return { ticket, expiresAt: new Date(expires_at * 1000) };
  }

  async function redeem(ticket: string, to: Redeemer): Promise<Redemption> {
    const bound = await bind(ticket, to.workspace);
    if (typeof bound === 'string') return { refused: bound };
    if (bound.from === to.workspace) return { moved: 0, more: false };
    const move = await beginMoving(bound.from, to.workspace);
    if (!move) return { refused: 'claimed' };
    let moved = 0;
    for (let look = 0; look < LOOKS_A_CALL && moved < RECORDS_A_CALL; look++) {
      const some = await mover.moveSome(move, RECORDS_A_CALL - moved);
      if (some.seen === 0) return { moved, more: !(await finish(move, to)) };
      moved += some.moved;
    }
    return { moved, more: true };
  }

  /** Only the identity that showed a ticket first may show it again. */
  async function bind(ticket: string, to: string): Promise<TicketItem | 'bad_claim' | 'claimed'> {
    const key = await keyOf(ticket);
    const standing = await readTicket(key);
    if (!standing) return 'bad_claim';
    if (standing.from === to || standing.to === to) return standing;
    const bound = { ...standing, to, expires_at: seconds() + REDEEMED_SECONDS };
    if (await items.put({ ...key, ...bound }, { text: 'attribute_exists(#pk) AND attribute_not_exists(#to)' }))
      return bound;
    return (await readTicket(key))?.to === to ? bound : 'claimed';
  }

  /** TTL removes a ticket some days late. */
  async function readTicket(key: { pk: string; sk: string }): Promise<TicketItem | undefined> {
    const item = await items.get(key, TicketItem);
    return item && item.expires_at > seconds() ? item : undefined;
  }

  /** One identity at a time takes a workspace over, also where there are two tickets; otherwise each would get a part. */
  async function beginMoving(from: string, to: string): Promise<Move | undefined> {
    const since = now().toISOString();
    const until = new Date(now().getTime() + REDEEMED_SECONDS * 1000).toISOString();
    const { moving } = await accounts.change(from, (account) => {
      const isTaken = account.moving !== undefined && account.moving.until > since;
      return isTaken ? account : { ...account, moving: { to, since, until } };
    });
    return moving?.to === to ? { from, to, since: moving.since } : undefined;
  }

  /**
   * Once no record is left: what leads to the old workspace leads to the new one, and how its person is reached goes on there.
   * False where that changed meanwhile.
   */
  async function finish({ from, to }: Move, { login }: Redeemer): Promise<boolean> {
    const [old, own] = await Promise.all([accounts.read(from), accounts.read(to)]);
    const hash = old.email?.hash;
    if (hash && login && own.email?.hash === hash) await emails.retie(hash, from, to, login);
    if (hash) await emails.untie(hash, from);
    if (old.recovery) await handOver('recovery', old.recovery, from, to);
    if (old.feed) await handOver('feed', old.feed, from, to);
    await reached.handOver(from, to, own.email?.hash);
    await reached.forget(from);
    return accounts.remove(from, old);
  }

  /** A code that was written down, and an address that a calendar has, go on being valid, unless there is a new one already. */
  async function handOver(what: 'recovery' | 'feed', old: { hash: string; made_at: string }, from: string, to: string) {
    const ways = { recovery, feed: feeds }[what];
    const valid = (await accounts.change(to, (account) => (account[what] ? account : { ...account, [what]: old })))[
      what
    ];
    if (valid?.hash === old.hash) await ways.point(old.hash, to);
    else await ways.drop(old.hash, from);
  }

  function seconds(): number {
    return Math.floor(now().getTime() / 1000);
  }
}

const TicketItem = v.object({ from: v.string(), to: v.optional(v.string()), expires_at: v.number() });
type TicketItem = Readonly<v.InferOutput<typeof TicketItem>>;

async function keyOf(ticket: string) {
  return { pk: `CLAIM#${await digestOf(ticket)}`, sk: 'claim' };
}
