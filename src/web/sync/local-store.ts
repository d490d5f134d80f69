import type { Instant } from '../../domain/dates.ts';
import type { Change, Conflict, Pending, Stored } from './change.ts';

/** How far a reader of the store has come. */
export interface Mark {
  /** One more with each commit. */
  readonly generation: number;
  /** One more each time that everything was replaced. */
  readonly epoch: number;
}

export const BEGINNING: Mark = { generation: 0, epoch: 0 };

/** Where the server's feed of changes is to be read on. */
export interface Cursor {
  readonly at: string;
  /** Whether everything was read once, to the end. */
  readonly isWhole: boolean;
  /** When it was asked whether there is more, by this browser's clock, and there was none; absent where that never was. */
  readonly readAt?: Instant | undefined;
}

/** What is kept: of records those that are new since a mark, all of the rest. */
export interface Kept extends Mark {
  /** All records, where the epoch is another than that of the mark. */
  readonly records: readonly Stored[];
  /** In the order in which they were made. */
  readonly outbox: readonly Pending[];
  readonly conflicts: readonly Conflict[];
  readonly cursor: Cursor | null;
}

/** What is to be kept, whole or not at all. */
export interface Commit {
  /** As the server confirmed them; one that is not newer than the one kept is passed over. */
  readonly records?: readonly Stored[];
  /** Forgets all other records first. */
  readonly isAnew?: boolean;
  readonly cursor?: Cursor;
  /** Changes that leave the outbox. */
  readonly settled?: readonly Pending[];
  /** Changes that are kept as they are here, where they have not left the outbox meanwhile. */
  readonly revised?: readonly Pending[];
  readonly conflicts?: readonly Conflict[];
  readonly resolved?: readonly Conflict[];
}

/**
 * What this browser keeps of a workspace: what the server confirmed, and what it does not know yet. All tabs share it;
 * each catches up with the others by `read`. Every method rejects where the browser cannot keep or read.
 */
export interface LocalStore {
  /** What is new since a mark; everything since `BEGINNING`. */
  read(since: Mark): Promise<Kept>;

  /** Puts changes at the end of the outbox, durably when the promise resolves: with their places. */
  append(changes: readonly Change[]): Promise<readonly Pending[]>;

  /** Keeps all of a commit, durably when the promise resolves: with what is new since a mark, the commit included. */
  commit(commit: Commit, since: Mark): Promise<Kept>;

  /** Lets go of it. */
  close(): void;
}
