import type { CommonServices, Services } from '../http/route.ts';
import type { Directory } from '../store/directory.ts';
import type { Channel, Entry, Ledger } from '../store/ledger.ts';
import type { Recipients } from '../store/recipients.ts';

/** What the routes of reminders may use besides. */
export interface ReminderServices extends Services {
  readonly ledger: Ledger;
  readonly recipients: Recipients;
  readonly reminding: Reminding;
}

export interface Reminding {
  /** By what this home can remind at all. */
  readonly channels: readonly Channel[];
  /** The public key by which browsers subscribe (RFC 8292): base64url. */
  pushKey(): Promise<string>;
  /**
   * Sends what would come now, or that nothing is due, whatever the settings say.
   *
   * @returns what the ledger says of it; or why nothing can be sent, in words for the person
   */
  trial(workspace: string, channel: Channel): Promise<Entry | { readonly lacks: string }>;
}

/** What those use that send nothing: what sends is large, and their functions are to start at once. */
export interface ReachServices extends CommonServices {
  readonly ledger: Ledger;
  readonly recipients: Recipients;
  readonly reminding: Omit<Reminding, 'trial'>;
}

/** What the one uses that asks by which address a person has signed in. */
export interface EmailServices extends ReachServices {
  readonly directory: Directory;
}

/** What the page that ends mails uses. */
export interface UnsubscribeServices extends CommonServices {
  readonly recipients: Recipients;
  /** Whose mails a token ends; undefined where it is none of ours. */
  workspaceOfToken(token: string): Promise<string | undefined>;
}
