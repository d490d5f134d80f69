import type { CalendarDate } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { Likeness } from '../../domain/traits.ts';
import type { Action, Side } from './choices.ts';
import type { Bad, FoundType, LeftOut, MessageClass, Where } from './found.ts';

/** All records that stand, by their nouns; deleted ones are passed over. */
export type Standing = Readonly<Record<FoundType, Iterable<AnyRecord>>>;

export interface PlanContext {
  /** The person's calendar date: that of what has none. */
  readonly today: CalendarDate;
  /** The id (UUID, version 7) of what is created for a key: the same one whenever it is asked for. See `idsBy`. */
  readonly idOf: (key: string) => string;
}

/** By what a row is taken to be a record that stands. */
export type MatchReason = Likeness | 'source_id' | 'name' | 'moment' | 'same' | 'own';

export interface Match {
  readonly id: string;
  /** What the record that stands is called. */
  readonly title: string;
  /** False where it is only likely the same. */
  readonly certain: boolean;
  readonly by: readonly MatchReason[];
}

/** A field of which the file has something that the record has not. */
export interface Difference {
  readonly field: string;
  /** What stands; null or an empty list where nothing does. */
  readonly mine: unknown;
  /** What the file says: of tags, rows and notes, together with what stands. */
  readonly theirs: unknown;
  readonly chosen: Side;
  /** Whether there is something to choose: both have a value. */
  readonly differs: boolean;
  /** The names of the fields that are chosen together with this one, itself among them. */
  readonly together: readonly string[];
}

/** What a message seems to say, and what accepting it does. */
export interface ProposalRow {
  readonly class: MessageClass;
  readonly because: string;
  readonly chosen: MessageClass | 'dismissed' | 'undecided';
  /** The application that it is about; null where none was found: then only one that `edit` describes can be begun. */
  readonly application: { readonly id: string; readonly title: string } | null;
  /** What accepting the chosen class (the proposed one while undecided) does to the application, or how a new one begins; empty: nothing. */
  readonly edit: JsonObject;
}

/** What a file brings of one record, and what becomes of it. */
export interface Row {
  /** The same whenever the same files are planned. */
  readonly key: string;
  readonly type: FoundType;
  /** Where it stands: in several places where the file says it more than once. */
  readonly where: readonly Where[];
  readonly title: string;
  readonly action: Action;
  /** What else the person may choose. */
  readonly offers: readonly Action[];
  /** The record that stands; null where there is none like it. */
  readonly match: Match | null;
  /** The id of the record that it becomes or is; null where there is none. */
  readonly id: string | null;
  /** Of a new record: its fields that are not empty. */
  readonly fields: JsonObject;
  /** Of an update or a merge, and of what is left alone beside a match. */
  readonly differences: readonly Difference[];
  /** Whether it is only named by others, as whoever wrote a message. */
  readonly isImplied: boolean;
  /** What the person should know: a value that went into the notes, a text that was cut. */
  readonly told: readonly Told[];
  readonly proposal: ProposalRow | null;
}

/** Something that became otherwise than the file has it. */
export interface Told {
  readonly code: 'bad_value' | 'cut' | 'no_such_field' | 'name_from_email' | 'said_twice' | 'waits' | 'kept' | 'older';
  readonly field: string;
  /** A sentence. */
  readonly detail: string;
}

/** One change to one record: all that the import does to it. */
export interface Write {
  readonly key: string;
  readonly type: FoundType;
  readonly id: string;
  /** As the record stands; undefined where it is created. */
  readonly before: AnyRecord | undefined;
  /** The fields to write: all of a new record, those that change of one that stands. */
  readonly record: JsonObject;
}

/** What an import would do. It is made anew from the same items with other choices as often as needed. */
export interface Plan {
  /** In the order of the file; people whom only others name come last. */
  readonly rows: readonly Row[];
  readonly bad: readonly Bad[];
  readonly leftOut: readonly LeftOut[];
  /** Contacts, then applications, interactions and tasks. */
  readonly writes: readonly Write[];
}

/** Gives each key an id that stays the same: `idOf` of a plan. */
export function idsBy(newId: () => string): PlanContext['idOf'] {
  const ids = new Map<string, string>();
  return (key) => {
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
}
