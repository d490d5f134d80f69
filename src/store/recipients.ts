import type { Instant } from '../domain/dates.ts';

/** So many devices of one person get notifications at most: of more, those that came last. */
export const MOST_DEVICES = 20;

/** Why no more mail goes to an address. */
export type PauseReason = 'bounced' | 'complained' | 'unsubscribed';

export interface Pause {
  readonly reason: PauseReason;
  readonly at: Instant;
}

/** A browser that takes notifications: its subscription of the Push API (https://www.w3.org/TR/push-api/). */
export interface PushDevice {
  readonly device_id: string;
  /** How a person tells it from their others: `Chrome on Linux`. */
  readonly name: string;
  readonly made_at: Instant;
  /** Where its push service takes messages: an https address that is a secret. */
  readonly endpoint: string;
  /** Its public key and its secret, for RFC 8291: base64url. */
  readonly p256dh: string;
  readonly auth: string;
}

/** How the person of a workspace is reached. */
export interface Recipient {
  /** An address that is known to be theirs; null where none was given. */
  readonly email: string | null;
  /** Null where mail goes to it. */
  readonly paused: Pause | null;
  /** The latest first. */
  readonly devices: readonly PushDevice[];
}

/**
 * How the people of all workspaces are reached. Every method rejects with `StoreBusy` when the store cannot answer for now;
 * every one may be repeated.
 */
export interface Recipients {
  /** One of whom nothing is known has no address and no devices. */
  of(workspace: string): Promise<Recipient>;

  /** Keeps an address, and mail goes to it again; null: mail goes nowhere. */
  keepEmail(workspace: string, email: string | null): Promise<void>;

  /**
   * No more mail goes to an address, until it is kept anew.
   *
   * @param email the one that is meant, whatever its case; null: whichever is kept
   * @returns whether it is paused: false where another is kept, or none
   */
  pause(workspace: string, reason: PauseReason, email: string | null): Promise<boolean>;

  /** Keeps a device, in the place of one of the same id or endpoint. */
  keepDevice(workspace: string, device: PushDevice): Promise<void>;

  dropDevice(workspace: string, deviceId: string): Promise<void>;

  /** Forgets all of a workspace. */
  forget(workspace: string): Promise<void>;
}
