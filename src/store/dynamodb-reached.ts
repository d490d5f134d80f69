import { emailHash } from './dynamodb-emails.ts';
import type { Items } from './dynamodb-items.ts';
import { openDynamodbLedger } from './dynamodb-ledger.ts';
import { openRecipients } from './dynamodb-recipients.ts';

/** How the persons of workspaces are reached and what was sent to them, where a workspace ends. */
export type Reached = ReturnType<typeof openReached>;

export function openReached(items: Items, now: () => Date) {
  const [recipients, ledger] = [openRecipients(items, now), openDynamodbLedger(items, now)];
  return { handOver, forget };

  /**
   * Goes on in another workspace of the same person: what was sent, so that it is sent no second time, and the address, paused
   * or not, where it is the one that they are known to have there. A browser subscribes anew, as whom it is now.
   *
   * @param hash of the address that the other workspace is tied to, if any
   */
  async function handOver(from: string, to: string, hash: string | undefined): Promise<void> {
    await ledger.handOver(from, to);
    const { email, paused } = await recipients.of(from);
    if (email === null || (await emailHash(email)) !== hash) return;
    if ((await recipients.of(to)).email === null) await recipients.keepEmail(to, email);
    // Also where this was broken off between the two.
    if (paused) await recipients.pause(to, paused.reason, email);
  }

  /** How they are reached goes first: nothing more is sent, and so nothing more is noted. */
  async function forget(workspace: string): Promise<void> {
    await recipients.forget(workspace);
    await ledger.forget(workspace);
  }
}
