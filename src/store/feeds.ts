import type { Instant } from '../domain/dates.ts';

/** A token has so many random bytes: nobody guesses it. */
export const FEED_TOKEN_BYTES = 32;

/**
 * The secret addresses under which calendars of workspaces can be read, one a workspace. Of a token only its hash is kept.
 * Every method rejects with `StoreBusy` when the store cannot answer for now; every one may be repeated.
 */
export interface Feeds {
  /** Makes a new token (base64url, 256 bits); the one before ends. It is told this once. */
  make(workspace: string): Promise<string>;

  /** The workspace of a token; undefined where it is none, or was revoked. */
  workspaceOf(token: string): Promise<string | undefined>;

  /** When the token that is valid was made; null where there is none. */
  madeAt(workspace: string): Promise<Instant | null>;

  /** Ends the token that is valid, where there is one. */
  revoke(workspace: string): Promise<void>;
}
