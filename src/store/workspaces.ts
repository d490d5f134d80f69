import type { CalendarDate, Instant } from '../domain/dates.ts';
import type { Login } from './directory.ts';

/**
 * What the cloud keeps of workspaces beside their records: whose they are, and how they come to belong to another
 * identity. Every method rejects with `StoreBusy` when the store cannot answer for now; every one may be repeated.
 */
export interface Workspaces {
  account(workspace: string): Promise<Account>;

  /** Marks that a device was here today, which is what keeps a guest's records. Writes at most once a day for each. */
  visit(workspace: string, device: Pick<Device, 'device_id' | 'name'>, isGuest: boolean): Promise<Account>;

  /**
   * Ties a workspace to the verified e-mail address of its person, unless records of another identity are tied to it.
   *
   * @param email null where the person has none that is verified: what was tied before stays
   */
  keepEmail(workspace: string, login: Login, email: string | null): Promise<void>;

  /** Whether this login may claim the records of another workspace by the e-mail address that was kept last. */
  hasEarlier(workspace: string, login: Login): Promise<boolean>;

  /** The workspace that this login may claim by an e-mail address it has verified; undefined where there is none. */
  ofEmail(email: string, login: Login): Promise<string | undefined>;

  /** Makes a new recovery code (24 characters of Crockford's base 32, in groups of four); the one before ends. */
  makeRecoveryCode(workspace: string): Promise<string>;

  /** The workspace of a recovery code, however it was typed; undefined where there is none. */
  ofRecoveryCode(code: string): Promise<string | undefined>;

  /** Makes a ticket: whoever shows it first may take over the records of a workspace. */
  openClaim(from: string): Promise<Ticket>;

  /** Moves some of the records that a ticket stands for; called again until there are no more. */
  redeem(ticket: string, to: Redeemer): Promise<Redemption>;

  /** Deletes some of what a workspace holds, for good; called again until there is no more. */
  leave(workspace: string): Promise<{ readonly deleted: number; readonly more: boolean }>;
}

export interface Account {
  /** Whether a person has signed in to this workspace: then it is kept without an end. */
  readonly isSignedIn: boolean;
  /** The last day on which a guest's records are there, if nobody comes until then; null where nothing ends. */
  readonly keptUntil: CalendarDate | null;
  readonly recoveryCodeMadeAt: Instant | null;
  /** The day on which the person's e-mail address was last asked for, in UTC. */
  readonly emailAskedOn: CalendarDate | null;
  /** Those seen last, the latest first. */
  readonly devices: readonly Device[];
}

export interface Device {
  readonly device_id: string;
  /** How a person tells it from their others: `Chrome on Linux`. */
  readonly name: string;
  /** To the day; within it, when it was first seen. */
  readonly seen_at: Instant;
}

export interface Ticket {
  /** A secret. */
  readonly ticket: string;
  /** Until when redeeming must have begun. */
  readonly expiresAt: Date;
}

export interface Redeemer {
  readonly workspace: string;
  readonly login: Login | null;
}

export type Redemption =
  | { readonly moved: number; readonly more: boolean }
  /** `bad_claim`: there is no such ticket, or it has expired. `claimed`: another identity is taking the records over. */
  | { readonly refused: 'bad_claim' | 'claimed' };
