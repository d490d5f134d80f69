import type { Items } from './dynamodb-items.ts';
import { openDynamodbLedger } from './dynamodb-ledger.ts';
import { openRecipients } from './dynamodb-recipients.ts';

/** Forgets how the person of a workspace is reached, and what was sent to them. */
export type ForgetReached = (workspace: string) => Promise<void>;

/** How they are reached goes first: nothing more is sent, and so nothing more is noted. */
export function openForgetReached(items: Items, now: () => Date): ForgetReached {
  const [recipients, ledger] = [openRecipients(items, now), openDynamodbLedger(items, now)];
  return async (workspace) => {
    await recipients.forget(workspace);
    await ledger.forget(workspace);
  };
}
