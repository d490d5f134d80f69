import { contact } from '../../domain/contact.ts';
import type { Instant } from '../../domain/dates.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { recordsIn } from '../../domain/records-in.ts';
import { calendarRecords } from '../icalendar/calendar-records.ts';
import { writeCalendar } from '../icalendar/write-calendar.ts';
import { writeVcards } from '../vcard/write-vcards.ts';
import { readmeOf } from './readme.ts';
import { tableOf } from './tables.ts';
import { type ArchiveFile, zipped } from './zip.ts';

/** The file of the archive from which all can be rebuilt. */
export const RECORDS_FILE = 'touchbase.json';

/** The files of the archive that phones and calendars take. */
export const CARDS_FILE = 'contacts.vcf';
export const CALENDAR_FILE = 'calendar.ics';

/** By it the file is known, and which fields it may have. */
export const ARCHIVE_FORMAT = 'touchbase';
export const ARCHIVE_VERSION = 1;

/** The records of each noun, by its type; deleted ones are left out by who writes them. */
export type Records = ReadonlyMap<string, readonly AnyRecord[]>;

export interface Archived {
  readonly nouns: readonly Noun[];
  readonly records: Records;
  readonly at: Instant;
}

/**
 * A whole workspace as one ZIP, in pieces: `touchbase.json` without any loss, a CSV a noun, the people as cards and
 * the dates as a calendar, and a README that explains them. Deleted records are in none of them.
 */
export function archiveOf(archived: Archived): Iterable<Uint8Array> {
  return zipped(filesOf(archived), new Date(archived.at));
}

/** A name for the file, of the day on which it is made. */
export function archiveName(at: Instant): string {
  return `touchbase-${at.slice(0, 10)}.zip`;
}

function filesOf(archived: Archived): readonly ArchiveFile[] {
  const { nouns, records } = archived;
  return [
    { name: 'README.txt', pieces: () => [readmeOf(archived)] },
    { name: RECORDS_FILE, pieces: () => jsonOf(archived) },
    ...nouns.map((noun) => ({
      name: `${noun.type}.csv`,
      pieces: () => tableOf(noun, records.get(noun.type) ?? []),
    })),
    { name: CARDS_FILE, pieces: () => cardsOf(records) },
    { name: CALENDAR_FILE, pieces: () => [calendarOf(archived)] },
  ];
}

function* cardsOf(records: Records): Iterable<string> {
  for (const record of records.get(contact.type) ?? []) yield writeVcards(recordsIn(contact, [record]));
}

/** Tasks as events, for that is what every calendar shows; none rings, for it may be added beside one that does. */
function calendarOf({ records, at }: Archived): string {
  const alarm = { before: null, onDay: null };
  const options = { name: 'Touchbase', today: at.slice(0, 10), tasksAs: 'events' as const, alarm };
  return writeCalendar(calendarRecords(records), options);
}

/** One object; its lists are written record by record, each on a line of its own. */
function* jsonOf({ nouns, records, at }: Archived): Iterable<string> {
  const counts = Object.fromEntries(nouns.map(({ type }) => [type, records.get(type)?.length ?? 0]));
  const head = { format: ARCHIVE_FORMAT, format_version: ARCHIVE_VERSION, exported_at: at, counts };
  yield `${JSON.stringify(head).slice(0, -1)},\n"records":{`;
  for (const [place, { type }] of nouns.entries()) {
    yield `${place === 0 ? '' : ','}\n${JSON.stringify(type)}:[`;
    for (const [index, record] of (records.get(type) ?? []).entries()) {
      yield `${index === 0 ? '' : ','}\n${JSON.stringify(record)}`;
    }
    yield ']';
  }
  yield '}}\n';
}
