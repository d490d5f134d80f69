import type { JsonObject } from '../../domain/json.ts';

/** The nouns that a file can bring. */
export type FoundType = 'contacts' | 'applications' | 'interactions' | 'tasks';

/** Where something stands in what was read, so that the person finds it there. */
export interface Where {
  /** The file, with the path inside an archive: `linkedin.zip/Connections.csv`. */
  readonly file: string;
  /** The line on which it begins, from 1, where the file has lines that a person counts. */
  readonly line?: number;
  /** Its place among its like, from 1, where it has no line: the 3rd card, the 12th message. */
  readonly place?: number;
}

/** A person that something is with, as far as the file names them. */
export interface PersonNamed {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly linkedin_url?: string | null;
  readonly company?: string | null;
}

/** A job that something is about, as far as the file names it. */
export interface JobNamed {
  readonly company?: string | null;
  readonly position?: string | null;
  readonly url?: string | null;
}

/** What a file says that no field of the record holds: it is kept in the notes. */
export interface Remark {
  readonly label: string;
  readonly value: string;
}

/** The record from which Touchbase itself wrote something: it counts where that record stands. */
export interface Own {
  readonly type: FoundType;
  readonly id: string;
  /** When it was written or changed last, in ISO 8601; null where the file does not say. */
  readonly at: string | null;
  /** What an entry of our calendar says; without it, what was found are the fields of the record. */
  readonly entry?: OwnEntry;
}

/** An event or a to-do of our own: which fields of its record it changes, only the record tells. */
export interface OwnEntry {
  readonly part: 'follow-up' | 'next-action' | 'deadline' | 'conversation' | 'task';
  readonly isTodo: boolean;
  readonly summary: string;
  readonly description: string;
  /** ISO 8601 in the person's time zone; null for a to-do of no day. */
  readonly at: string | null;
  readonly minutes: number | null;
  /** By which it comes again (RFC 5545, 3.3.10), and the rhythm of a task that says the same. */
  readonly rule: string;
  readonly repeat: string | null;
  readonly done: string | null;
  /** Whether it is one time of what comes again, moved or changed by itself. */
  readonly isOneTime: boolean;
}

/** A record that a file seems to hold. */
export interface Found {
  readonly type: FoundType;
  readonly where: Where;
  /**
   * The fields that the file has something for, named and formed as on the wire; the others are absent. They need not
   * be right yet: the plan checks them by the schema of the noun and tells what is wrong with which.
   */
  readonly fields: JsonObject;
  readonly remarks?: readonly Remark[];
  /** Whom it is with (interactions, tasks) or who is part of it (applications): matched, or proposed as new. */
  readonly people?: readonly (PersonNamed & { readonly role?: string })[];
  /** What it is about (interactions, tasks). */
  readonly job?: JobNamed;
  /** What a message seems to say, for the person to accept, change or dismiss. */
  readonly proposal?: Proposal;
  readonly own?: Own;
}

/** The classes of what an employer writes. */
export type MessageClass =
  | 'application_confirmation'
  | 'rejection'
  | 'availability_request'
  | 'assessment'
  | 'interview_invitation'
  | 'offer'
  | 'recruiter_approach';

export interface Proposal {
  readonly class: MessageClass;
  /** The words in the message by which it was told. */
  readonly because: string;
}

/** What could not be read as a record, with the reason: a row of the report, never an exception. */
export interface Bad {
  readonly where: Where;
  /** A sentence that names what is wrong and the remedy. */
  readonly why: string;
  /** The beginning of what stands there. */
  readonly excerpt: string;
}

/** What was left out on purpose, such as the photo of a card. */
export interface LeftOut {
  readonly where: Where;
  readonly what: string;
}

export type Item =
  | { readonly found: Found }
  | { readonly bad: Bad }
  | { readonly leftOut: LeftOut }
  /** So many bytes of the source were read. */
  | { readonly read: number };
