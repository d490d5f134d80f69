import type { Application } from '../../domain/application.ts';
import type { Contact } from '../../domain/contact.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import type { Interaction } from '../../domain/interaction.ts';
import type { Task } from '../../domain/task.ts';
import { escaped } from '../content-line/escape.ts';
import { folded } from '../content-line/fold.ts';
import { entriesOf } from './entries.ts';
import { type Entry, linesOfEntry } from './entry-lines.ts';

/** What a calendar is made of. Those that were deleted are passed over. */
export interface CalendarRecords {
  readonly contacts: readonly Contact[];
  readonly applications: readonly Application[];
  readonly interactions: readonly Interaction[];
  readonly tasks: readonly Task[];
}

export interface CalendarOptions {
  /** What the calendar is called where it is shown. */
  readonly name: string;
  /** The person's calendar date: only what is today or later has an alarm. */
  readonly today: CalendarDate;
  /**
   * Tasks as events of a whole day, which every calendar shows, without those that are done; or as to-dos (VTODO), which
   * Google and Outlook pass over.
   */
  readonly tasksAs: 'events' | 'todos';
  /** When to remind; null: never. */
  readonly alarm: {
    /** So many minutes before what has a time. */
    readonly before: number | null;
    /** So many minutes after the beginning of the day of what has none: 540 is at nine. */
    readonly onDay: number | null;
  };
  /** The address at which a contact or an application is seen, what is with them or about it among the rest. */
  readonly linkTo?: (type: string, id: string) => string;
}

/**
 * Follow-ups, next actions, deadlines, conversations and tasks as iCalendar (RFC 5545). The same records give the same
 * bytes, in whatever order they come: DTSTAMP is when a record was last written, SEQUENCE its version. So a calendar that is
 * subscribed to has the same ETag until something changes.
 *
 * A time with an offset is written in UTC. One without is written as it is, for it is wherever the person is; a day alone is
 * a whole day. Nobody is named as an attendee: calendars would write to them.
 */
export function writeCalendar(records: CalendarRecords, options: CalendarOptions): string {
  const entries = entriesOf(records, options).toSorted(byUid);
  return folded([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Touchbase//Touchbase//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(options.name)}`,
    `X-WR-CALNAME:${escaped(options.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap((entry) => linesOfEntry(entry, options)),
    'END:VCALENDAR',
  ]);
}

function byUid(one: Entry, other: Entry): number {
  return one.uid < other.uid ? -1 : Number(one.uid > other.uid);
}
