import { isInterview, isOpen } from './conversations.ts';
import { type CalendarDate, splitDateTime } from './dates.ts';
import type { DigestRecords, Talk } from './digest-records.ts';
import { clockIn, instantOf } from './zone.ts';
import type { ZoneName } from './zone-name.ts';

/** An interview or a call on a day, or at a time of it. */
export interface Appointment {
  readonly talk: Talk;
  /** When it begins, in milliseconds; null where only the day is known. */
  readonly at: number | null;
  /** The day on the person's own clocks. */
  readonly on: CalendarDate;
}

/**
 * The interviews and calls of a workspace, past ones too, the earliest first. Those that were called off are left out: what
 * was deleted, what is about an application that is closed or deleted, and with somebody who is deleted about none.
 *
 * @param zone the person's: what is written without an offset is on their clocks
 */
export function appointmentsIn(records: DigestRecords, zone: ZoneName): readonly Appointment[] {
  const standing = <R extends { readonly deleted_at: string | null }>(all: readonly R[]) =>
    all.filter(({ deleted_at }) => deleted_at === null);
  const open = new Set(
    standing(records.applications)
      .filter(isOpen)
      .map(({ application_id }) => application_id),
  );
  const people = new Set(standing(records.contacts).map(({ contact_id }) => contact_id));
  return standing(records.interactions)
    .filter(({ kind }) => isInterview(kind) || kind === 'call')
    .filter(({ application_id, contact_id }) =>
      application_id === null ? people.has(contact_id ?? '') : open.has(application_id),
    )
    .map((talk) => appointment(talk, zone))
    .toSorted((a, b) => compare(a.on, b.on) || (a.at ?? 0) - (b.at ?? 0) || compare(idOf(a), idOf(b)));
}

function appointment(talk: Talk, zone: ZoneName): Appointment {
  const { date, time } = splitDateTime(talk.occurred_at);
  if (time === '') return { talk, at: null, on: date };
  const at = instantOf(talk.occurred_at, zone);
  return { talk, at, on: clockIn(zone, at).date };
}

function idOf({ talk }: Appointment): string {
  return talk.interaction_id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
