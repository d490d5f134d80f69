import type { Instant } from '../domain/dates.ts';
import type { Filter, Order } from '../domain/listing.ts';
import type { AnyRecord, Noun } from '../domain/noun.ts';

/** How long a deleted record can be restored, and how long a reader may stay away before it must read everything anew. */
export const TOMBSTONE_DAYS = 90;

/** Names a record within a workspace. */
export interface Ref {
  /** The noun's type: `contacts` … */
  readonly type: string;
  readonly id: string;
}

export interface Stored extends Ref {
  readonly record: AnyRecord;
}

/** A place in a list: the order key and the id of the last record that was looked at. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

export interface ListQuery extends Filter {
  readonly type: string;
  readonly order: Order;
  readonly descending: boolean;
  readonly limit: number;
  readonly after?: Position | undefined;
}

export interface Page {
  /** At most `limit`, deleted ones left out. There may be fewer, even none, while `next` says that there is more. */
  readonly records: readonly AnyRecord[];
  /** Where the next page begins; absent at the end. */
  readonly next?: Position;
}

export interface Changes {
  /** In the order in which they were made, tombstones included. One that was given before may come again. */
  readonly changed: readonly Stored[];
  /** Where to go on: only the store that made it can read it. */
  readonly position: string;
  /** Whether there is more to read right now. */
  readonly more: boolean;
}

/**
 * Keeps the records of all workspaces: the only way to them. A tombstone older than `TOMBSTONE_DAYS` is not there.
 * Every method rejects with `StoreBusy` when the store cannot answer for now.
 */
export interface Store {
  /** The records of up to 100 `refs`, tombstones included, each in its place; undefined where there is none. */
  get(workspace: string, refs: readonly Ref[]): Promise<readonly (AnyRecord | undefined)[]>;

  /**
   * Keeps a record, durably when the promise resolves.
   *
   * @param ifVersion the version that must stand before; 0 where there must be none
   * @returns false, and nothing is written, where another write came first
   */
  put(workspace: string, stored: Stored, ifVersion: number): Promise<boolean>;

  /** One page of the records of one type, in the order asked for. */
  list(workspace: string, query: ListQuery): Promise<Page>;

  /**
   * What changed since a position of an earlier answer, every type; from the beginning where it is null.
   *
   * @throws UnknownPosition where this store did not make the position
   */
  changes(workspace: string, since: string | null, limit: number): Promise<Changes>;

  /** Lets go of files and connections. */
  close(): Promise<void>;
}

/** The store is overloaded or cannot be reached; the same call may succeed later. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

/** A position that this store did not make, or no longer knows. */
export class UnknownPosition extends Error {
  override readonly name = 'UnknownPosition';
}

/** When the store forgets a record for good, to the second as DynamoDB counts it: null while it is not deleted. */
export function expiryOf({ deleted_at }: AnyRecord): Date | null {
  if (deleted_at === null) return null;
  return new Date(Math.ceil(Date.parse(deleted_at) / 1000 + TOMBSTONE_DAYS * 86_400) * 1000);
}

/** When a clock is to look at a record that is written: null where never, nor ever while it is deleted. */
export function wakeOf(noun: Noun, record: AnyRecord): Instant | null {
  return record.deleted_at === null ? (noun.wakesAt?.(record) ?? null) : null;
}
