import type { CalendarDate } from '../../domain/dates.ts';
import type { Item } from './found.ts';
import type { Source } from './source.ts';

/** What a person says about a file beside the file itself. */
export interface Reading {
  /** The person's calendar date: tells what is past, and the year where none is written. */
  readonly today: CalendarDate;
  /** The time zone of times that have none, an IANA name. */
  readonly zone: string;
  /** The person's own names and addresses, by which it is told who wrote to whom. */
  readonly own: { readonly names: readonly string[]; readonly emails: readonly string[] };
  /** Which column of a table is which field: what the person corrected, by `headerKey` of the table's header. */
  readonly mappings: Readonly<Record<string, Mapping>>;
}

/**
 * A column's place in its row, from 0, and the field that it is, with its noun: `contacts.email`; null: it is left out; an
 * empty text: it is kept in the notes.
 */
export type Mapping = Readonly<Record<number, string | null>>;

/** A kind of file. */
export interface Format {
  /** As it is kept in the record of an import: `google_csv`, `vcard`. */
  readonly id: string;
  /** As a person calls it. */
  readonly name: string;
  /** Whether the first bytes of a file (at most `HEAD_SIZE`) are of this kind. The file's name plays no part. */
  recognises(head: Uint8Array): boolean;
  /**
   * Reads a file as a stream. Never throws for what stands in the file: what is wrong in it is a `bad` item. What cannot be
   * read at all (a binary file, a zip bomb, a field of 10 MB) ends the reading with a `Refused`.
   */
  read(source: Source, reading: Reading): AsyncIterable<Item>;
}

/** A file that cannot be brought in, with a sentence that says why and what to do. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
