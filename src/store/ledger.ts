import * as v from 'valibot';
import type { CalendarDate, Instant } from '../domain/dates.ts';

/** So long the ledger remembers what was sent. */
export const LEDGER_DAYS = 90;

export type Channel = Entry['channel'];

/** One thing that is sent once, by one channel. */
export interface Sending {
  /** The person's calendar date, by which the ledger is in order; of a nudge that of UTC on which it begins, wherever they are. */
  readonly day: CalendarDate;
  /** What is sent once on that day: `digest`, or one for each nudge. */
  readonly what: string;
  readonly channel: Channel;
}

/** The right to send it, until the lease ends. */
export interface Claim extends Sending {
  /** 1, and one more with each claim. */
  readonly attempt: number;
}

export type Outcome =
  | { readonly state: 'sent'; readonly detail: string | null }
  | { readonly state: 'failed'; readonly detail: string }
  /** `retry`: when it may be claimed again. */
  | { readonly state: 'delayed'; readonly detail: string; readonly retry: Instant };

/** What the ledger says of a sending. */
const Entry = v.object({
  day: v.string(),
  what: v.string(),
  channel: v.picklist(['email', 'push', 'desktop']),
  attempt: v.number(),
  state: v.picklist(['sending', 'sent', 'failed', 'delayed']),
  /** When it was claimed, or came to its end: an ISO 8601 instant. */
  at: v.string(),
  /** What happened, in words; null where nothing is to be said. */
  detail: v.nullable(v.string()),
});
export type Entry = Readonly<v.InferOutput<typeof Entry>>;

/**
 * What was sent to the people of all workspaces. It is claimed before it is sent and marked after: so two that are at it at
 * once send it once, and only who breaks off between sending and marking may have it sent again. Every method rejects with
 * `StoreBusy` when the store cannot answer for now.
 */
export interface Ledger {
  /** Undefined where it was sent, failed for good, or somebody else has it until the lease ends. */
  claim(workspace: string, sending: Sending, lease: Instant): Promise<Claim | undefined>;

  /** False where the lease has ended and somebody else has claimed it meanwhile. */
  mark(workspace: string, claim: Claim, outcome: Outcome): Promise<boolean>;

  /** The latest, by their days. */
  latest(workspace: string, limit: number): Promise<readonly Entry[]>;

  /** Forgets all of a workspace. */
  forget(workspace: string): Promise<void>;
}

/** @param row an entry as it was kept, perhaps among other things */
export function readEntry(row: unknown): Entry {
  return v.parse(Entry, row);
}
