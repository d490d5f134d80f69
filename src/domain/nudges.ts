import { appointmentsIn } from './appointments.ts';
import type { CalendarDate, Instant } from './dates.ts';
import { type DigestLine, linesOf } from './digest-lines.ts';
import type { DigestRecords } from './digest-records.ts';
import type { Schedule } from './reminder-schedule.ts';
import { clockIn } from './zone.ts';

/** A reminder of one interview. */
export interface Nudge {
  /** The same however often it is computed; another once the interview is moved. By it a nudge is sent once. */
  readonly key: string;
  /** From when on it is due. */
  readonly at: Instant;
  readonly starts: Instant;
  /** The moment for which it was computed, and the person's day then. */
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly line: DigestLine;
}

const MINUTE = 60_000;

/**
 * The nudges that became due after `from` and until `to`: those of interviews that begin so many minutes later as the person
 * chose. One of an interview that was written down or moved so late that its time had passed is due at once. What began by
 * `to` is not told any more, nor is an interview of which only the day is known: the digest has it. Quiet days and weekdays
 * are of the digest alone: an interview is kept also then.
 *
 * An edit of an interview within its last minutes gives its nudge again, with the same key.
 *
 * @returns the earliest interview first
 */
export function nudgesDue(records: DigestRecords, schedule: Schedule, from: Instant, to: Instant): readonly Nudge[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const all = timed(records, schedule).filter(({ appointment, starts, due }) => {
    const isNews = due > first || Date.parse(appointment.talk.updated_at) > first;
    return isNews && due <= last && starts > last;
  });
  if (all.length === 0) return [];
  const { zone } = schedule;
  const today = clockIn(zone, last).date;
  const lines = linesOf(records, { now: last, today, zone });
  return all.map(({ appointment, starts, due }) => ({
    key: `${appointment.talk.interaction_id}@${iso(starts)}`,
    at: iso(due),
    starts: iso(starts),
    now: to,
    today,
    line: lines.ofAppointment(appointment),
  }));
}

/** When the first nudge after an instant is due; null where none is planned. */
export function nextNudge(records: DigestRecords, schedule: Schedule, after: Instant): Instant | null {
  const first = Date.parse(after);
  const times = timed(records, schedule).map(({ due }) => due);
  const next = times.filter((due) => due > first).toSorted((a, b) => a - b)[0];
  return next === undefined ? null : iso(next);
}

/** The appointments that have a time: when they begin, and when they are to be told. */
function timed(records: DigestRecords, { zone, nudgeBefore }: Schedule) {
  if (nudgeBefore === null) return [];
  return appointmentsIn(records, zone).flatMap((appointment) => {
    const { at: starts } = appointment;
    return starts === null ? [] : [{ appointment, starts, due: starts - nudgeBefore * MINUTE }];
  });
}

function iso(instant: number): Instant {
  return new Date(instant).toISOString();
}
