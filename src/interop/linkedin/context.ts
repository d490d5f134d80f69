import type { LeftOutRows } from './left-out.ts';
import type { Parties } from './owner.ts';

/** What the rows of the tables need to know of each other. */
export interface Context {
  readonly zone: string;
  readonly parties: Parties;
  /** The content of each message by its conversation, time and sender: two in the same second are two. */
  readonly messages: Map<string, string>;
  /** Whom which words were written with, for invitations that became messages. */
  readonly said: Set<string>;
  /** The postings that the person applied for. */
  readonly applied: Set<string>;
  readonly leftOut: LeftOutRows;
}
