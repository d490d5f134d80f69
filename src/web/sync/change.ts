import * as v from 'valibot';
import { OPERATIONS, type Operation } from '../../domain/changes.ts';
import type { Instant } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { Refused } from './wire.ts';

/** Names a record: its noun's type and its id. */
export interface Ref {
  readonly type: string;
  readonly id: string;
}

export interface Stored extends Ref {
  readonly record: AnyRecord;
}

/** A change that a person made and the server has not answered yet. */
export interface Change extends Ref {
  readonly change_id: string;
  readonly operation: Pick<Operation, 'op' | 'record' | 'on'>;
  /** When it was made: so that it gives the same record however often it is applied. */
  readonly at: Instant;
  /** What stood in the fields that it is about, when it was made. */
  readonly seen: JsonObject;
}

/** An operation as a browser's storage gives it back. */
export const keptOperation = v.object({
  op: v.picklist(OPERATIONS),
  version: v.optional(v.number()),
  record: v.optional(v.record(v.string(), v.unknown())),
  on: v.optional(v.string()),
});

/** A change in the outbox. */
export interface Pending extends Change {
  /** Where it stands in the outbox of this browser; absent until it is written there. */
  readonly place?: number;
  /** Why the server did not make it: it waits for the person. */
  readonly refused?: Refused;
}

/** What another device wrote in a field, over which a change of this one came later. */
export interface Conflict extends Ref {
  readonly field: string;
  readonly theirs: unknown;
  /** Of the change that came later. */
  readonly change_id: string;
  readonly at: Instant;
}

export function isOf(one: Ref, other: Ref): boolean {
  return one.id === other.id && one.type === other.type;
}

/** A record's name as one text. */
export function keyOf({ type, id }: Ref): string {
  return `${type}/${id}`;
}

/** The changes of the one list that the other has not. */
export function difference(of: readonly Pending[], from: readonly Pending[]): Pending[] {
  const ids = new Set(from.map((pending) => pending.change_id));
  return of.filter((pending) => !ids.has(pending.change_id));
}
