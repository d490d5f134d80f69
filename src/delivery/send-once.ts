import type { Instant } from '../domain/dates.ts';
import { TICK_MS } from '../domain/digest-times.ts';
import type { Delivery } from '../mail/mailer.ts';
import type { Ledger, Outcome, Sending } from '../store/ledger.ts';
import type { Look } from './remind.ts';
import type { Addressee, Message, Sender } from './sender.ts';

/** So long a claim holds: longer than any function that sends may run, and shorter than until the next look. */
export const LEASE_MS = 600_000;

interface Options {
  readonly ledger: Ledger;
  readonly now: () => Date;
}

/**
 * Sends a message once by each channel.
 *
 * @param what of the day is sent, by which the ledger knows it again
 * @returns when to try again what did not go, or what somebody else may be sending; null: all came to its end
 */
export async function sendOnce(
  options: Options,
  to: Addressee,
  senders: readonly Sender[],
  what: Omit<Sending, 'channel'>,
  message: Message,
): Promise<Look> {
  // All come to their ends, whatever becomes of one: who broke off in the middle of another would have it sent twice.
  const settled = await Promise.allSettled(senders.map((sender) => sendBy(options, to, sender, what, message)));
  const ends = settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  const count = (end: End) => ends.filter((one) => one === end).length;
  const isAgain = count('delayed') + count('held') > 0;
  return {
    sent: count('sent'),
    failed: count('failed') + count('delayed'),
    // The clock ticks next a tick after it began, and not after what was sent.
    next: isAgain ? after(options, TICK_MS / 2) : null,
  };
}

type End = 'sent' | 'failed' | 'delayed' | 'held' | 'past';

async function sendBy(
  options: Options,
  to: Addressee,
  sender: Sender,
  what: Omit<Sending, 'channel'>,
  message: Message,
): Promise<End> {
  const { ledger } = options;
  const { channel } = sender;
  const claim = await ledger.claim(to.workspace, { ...what, channel }, after(options, LEASE_MS));
  if (!claim) return (await isOpen(ledger, to.workspace, { ...what, channel })) ? 'held' : 'past';
  const outcome = outcomeOf(await sender.send(to, message), options);
  await ledger.mark(to.workspace, claim, outcome);
  return outcome.state;
}

/** What the ledger keeps of a delivery. What may have come is not sent again: that it comes twice would be worse. */
export function outcomeOf(delivery: Delivery, options: Pick<Options, 'now'>): Outcome {
  switch (delivery.is) {
    case 'accepted':
      return { state: 'sent', detail: null };
    case 'delayed':
      // Before the next look, which comes as late as that or a little earlier.
      return { state: 'delayed', detail: delivery.detail, retry: after(options, TICK_MS / 2) };
    case 'refused':
      return { state: 'failed', detail: delivery.detail };
    case 'unknown':
      return { state: 'failed', detail: `${delivery.detail} It may have come.` };
  }
}

const LATEST = 50;

/** Whether somebody else may be at it, or it is to be tried again. */
async function isOpen(ledger: Ledger, workspace: string, { day, what, channel }: Sending): Promise<boolean> {
  const entries = await ledger.latest(workspace, LATEST);
  const entry = entries.find((one) => one.day === day && one.what === what && one.channel === channel);
  return entry?.state === 'sending' || entry?.state === 'delayed';
}

function after({ now }: Pick<Options, 'now'>, milliseconds: number): Instant {
  return new Date(now().getTime() + milliseconds).toISOString();
}
