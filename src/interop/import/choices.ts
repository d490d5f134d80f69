import type { FoundType, MessageClass } from './found.ts';

/** What becomes of a row: a new record, an edit of the one that it surely or likely is, or nothing. */
export type Action = 'create' | 'update' | 'merge' | 'alone';

/** Which value a field gets where what stands and what the file says differ. */
export type Side = 'mine' | 'theirs';

/** What a person said of one row; what is absent is as it is without a word. */
export interface RowChoice {
  readonly action?: Action;
  /** By the names of the fields; fields that say one thing together (`together` of a difference) go together. */
  readonly fields?: Readonly<Record<string, Side>>;
  /** What the message says: the class that was accepted, or nothing of the kind. */
  readonly proposal?: MessageClass | 'dismissed';
}

/** What a person said about an import: plain values, to be kept and sent. `NO_CHOICES` for a beginning. */
export interface Choices {
  /** By the keys of the rows. */
  readonly rows: Readonly<Record<string, RowChoice>>;
  /** For all rows of which nothing else was said. */
  readonly all: {
    /** Of those that are only likely the same as one that stands. */
    readonly likely?: 'merge' | 'create' | 'alone';
    readonly fields?: Side;
    readonly proposals?: 'accepted' | 'dismissed';
    /** Nouns that are not brought in at all. */
    readonly without?: readonly FoundType[];
  };
}

export const NO_CHOICES: Choices = { rows: {}, all: {} };
