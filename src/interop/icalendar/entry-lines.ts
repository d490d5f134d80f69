import { addDays, splitDateTime, utcMillis } from '../../domain/dates.ts';
import { escaped } from '../content-line/escape.ts';
import type { CalendarOptions } from './write-calendar.ts';

/** An event or a to-do of a calendar, before it is written. */
export interface Entry {
  /** Stays as long as the record does. */
  readonly uid: string;
  readonly summary: string;
  /** What its record says at length, and what stands above and below that. */
  readonly text: { readonly above: string; readonly own: string; readonly below: string };
  readonly category: string;
  /** ISO 8601: a date, or a date and a time; null for a to-do of no day. */
  readonly at: string | null;
  readonly minutes: number | null;
  /** By which it comes again. */
  readonly rule: string | null;
  /** Not null: it is a to-do, done at a time or not yet. */
  readonly todo: { readonly done: string | null } | null;
  readonly url: string | null;
  readonly created: string;
  readonly updated: string;
  readonly version: number;
}

/** The content lines of an entry, not folded. */
export function linesOfEntry(entry: Entry, options: CalendarOptions): string[] {
  const { uid, summary, category, at, rule, todo, url, created, updated, version } = entry;
  const component = todo ? 'VTODO' : 'VEVENT';
  return [
    `BEGIN:${component}`,
    `UID:${uid}@touchbase`,
    `DTSTAMP:${utc(updated)}`,
    `CREATED:${utc(created)}`,
    `LAST-MODIFIED:${utc(updated)}`,
    `SEQUENCE:${version}`,
    ...(todo ? todoLines(at, rule, todo.done) : eventLines(at ?? '', entry.minutes)),
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${escaped(summary)}`,
    ...descriptionLines(entry),
    `CATEGORIES:${escaped(category)}`,
    ...(url ? [`URL:${url}`] : []),
    ...alarmLines(entry, options),
    `END:${component}`,
  ];
}

function descriptionLines({ text: { above, own, below } }: Entry): string[] {
  const description = [above, own, below].filter(Boolean).join('\n\n');
  return description ? [`DESCRIPTION:${escaped(description)}`] : [];
}

function eventLines(at: string, minutes: number | null): string[] {
  const { date, time } = splitDateTime(at);
  if (time === '') {
    const next = addDays(date, 1);
    const end = next > date ? [`DTEND;VALUE=DATE:${basic(next)}`] : [];
    return [`DTSTART;VALUE=DATE:${basic(date)}`, ...end, 'TRANSP:TRANSPARENT'];
  }
  const length = minutes ? [`DURATION:PT${minutes}M`] : [];
  return [`DTSTART:${moment(at)}`, ...length, 'TRANSP:OPAQUE'];
}

/** What comes again must begin at some time (RFC 5545, 3.8.5.3). */
function todoLines(at: string | null, rule: string | null, done: string | null): string[] {
  const day = at === null ? null : basic(splitDateTime(at).date);
  return [
    ...(day && rule ? [`DTSTART;VALUE=DATE:${day}`] : []),
    ...(day ? [`DUE;VALUE=DATE:${day}`] : []),
    ...(done ? [`COMPLETED:${utc(done)}`, 'PERCENT-COMPLETE:100'] : []),
    `STATUS:${done ? 'COMPLETED' : 'NEEDS-ACTION'}`,
  ];
}

function alarmLines({ at, summary, todo }: Entry, { alarm, today }: CalendarOptions): string[] {
  if (at === null || todo?.done || splitDateTime(at).date < today) return [];
  const isDay = splitDateTime(at).time === '';
  const minutes = isDay ? alarm.onDay : alarm.before;
  if (minutes === null) return [];
  const trigger = isDay ? `PT${minutes}M` : `-PT${minutes}M`;
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    todo ? `TRIGGER;RELATED=END:${trigger}` : `TRIGGER:${trigger}`,
    'END:VALARM',
  ];
}

/** In UTC where its offset is known, else as the clock shows it wherever the person is. */
function moment(at: string): string {
  const { date, time, offset } = splitDateTime(at);
  if (offset !== '') return utc(at);
  const [hours = '00', minutes = '00', seconds = '00'] = time.replace(/\..*$/, '').split(':');
  return `${basic(date)}T${hours}${minutes}${seconds}`;
}

/** The standard wants UTC; what has no offset is taken as though it were. An offset may lead out of the years with four digits. */
function utc(at: string): string {
  const instant = Math.min(Math.max(utcMillis(at), FIRST), LAST);
  return `${basic(new Date(instant).toISOString().slice(0, 19)).replaceAll(':', '')}Z`;
}

const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59Z');

function basic(date: string): string {
  return date.replaceAll('-', '');
}
