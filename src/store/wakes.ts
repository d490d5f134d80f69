import type { Instant } from '../domain/dates.ts';
import type { Ref } from './store.ts';

/** A record at which a clock is to look. */
export interface Wake extends Ref {
  readonly workspace: string;
  readonly at: Instant;
}

/**
 * The records that a clock is to look at, of all workspaces, as `Noun.wakesAt` says of each when it is written. Every
 * method rejects with `StoreBusy` when the store cannot answer for now.
 */
export interface Wakes {
  /**
   * Those whose time has come, page by page, the earliest of a part first. One that was written within the last second
   * may be missing, and comes when it is asked for again; one that was settled within it may come again.
   */
  due(until: Instant): AsyncIterable<readonly Wake[]>;

  /**
   * Says when to look at it next; null: not again.
   *
   * @returns false where the record was written meanwhile, which has said it anew
   */
  settle(wake: Wake, next: Instant | null): Promise<boolean>;
}
