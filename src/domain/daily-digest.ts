import { agendaOf } from './agenda.ts';
import type { AgendaItem } from './agenda-item.ts';
import { type Appointment, appointmentsIn } from './appointments.ts';
import { addDays, type CalendarDate, type Instant } from './dates.ts';
import { type DigestLine, linesOf } from './digest-lines.ts';
import type { DigestRecords } from './digest-records.ts';
import { digestDayBefore, nextDigest } from './digest-times.ts';
import type { Moment } from './last-said.ts';
import type { Schedule } from './reminder-schedule.ts';
import { unplannedIn } from './unplanned.ts';
import { clockIn } from './zone.ts';

/** The parts of a digest, in the order in which they are read. */
export const DIGEST_SECTIONS = ['interviews', 'overdue', 'today', 'silent'] as const;
export type DigestSection = (typeof DIGEST_SECTIONS)[number];

/** So many lines of a section are told; of the others it is told how many there are. */
export const MOST_LINES = 10;

export interface DigestPart {
  readonly section: DigestSection;
  /** The first `MOST_LINES`, the most urgent first. */
  readonly lines: readonly DigestLine[];
  /** How many more there are. */
  readonly more: number;
}

/** What a person is told once a day. */
export interface DailyDigest {
  /** The person's own calendar date. */
  readonly day: CalendarDate;
  /** Those that have lines, in the order of `DIGEST_SECTIONS`. */
  readonly parts: readonly DigestPart[];
  /** Of all sections, those not told included. */
  readonly count: number;
}

const DAY_MS = 86_400_000;

/**
 * The digest of a moment: what is overdue and due today, exactly as the place of the day shows it; the interviews of the
 * next 24 hours, or until the next digest where that is later; and who is newly so silent that the place of the day asks
 * whether they ghosted. Nothing of all that: undefined.
 *
 * @param lastDay the day of the last digest that was sent: what fell silent since is new. Null: that of the schedule
 */
export function dailyDigest(
  records: DigestRecords,
  schedule: Schedule,
  now: Instant,
  lastDay: CalendarDate | null = null,
): DailyDigest | undefined {
  const { zone } = schedule;
  const instant = Date.parse(now);
  const today = clockIn(zone, instant).date;
  const moment = { now: instant, today, zone };
  const { items } = agendaOf({ ...records, today }, unplannedIn);
  const since = lastDay ?? digestDayBefore(schedule, today);
  const appointments = soon(appointmentsIn(records, zone), moment, horizonOf(schedule, now, today));
  const lines = linesOf(records, moment);
  const told = (some: readonly AgendaItem[]) => some.flatMap((item) => lines.ofItem(item) ?? []);
  const all: Readonly<Record<DigestSection, readonly DigestLine[]>> = {
    interviews: appointments.map(lines.ofAppointment),
    overdue: told(items.filter(({ section }) => section === 'overdue')),
    today: told(items.filter(({ section }) => section === 'today')),
    silent: told(items.filter((item) => isNewlySilent(item, since))),
  };
  const parts = DIGEST_SECTIONS.filter((section) => all[section].length > 0).map((section) => {
    return { section, lines: all[section].slice(0, MOST_LINES), more: Math.max(0, all[section].length - MOST_LINES) };
  });
  const count = DIGEST_SECTIONS.reduce((sum, section) => sum + all[section].length, 0);
  return count === 0 ? undefined : { day: today, parts, count };
}

/** Until when interviews are told, in milliseconds: none may lie between this digest and the next. */
function horizonOf(schedule: Schedule, now: Instant, today: CalendarDate): number {
  const next = nextDigest(schedule, now, { day: today, at: now });
  return Math.max(Date.parse(now) + DAY_MS, next === null ? 0 : Date.parse(next.at));
}

/** Those from now on until then; of those without a time it is not known whether they are past today. */
function soon(all: readonly Appointment[], { now, today, zone }: Moment, until: number): readonly Appointment[] {
  const last = clockIn(zone, until - 1).date;
  return all.filter(({ at, on }) => (at === null ? today <= on && on <= last : now <= at && at < until));
}

/** Whether the question if they ghosted was first asked after a day. */
function isNewlySilent(item: AgendaItem, since: CalendarDate): boolean {
  if (item.what !== 'ghosted') return false;
  const { since: quietSince, usual } = item.silence;
  return addDays(quietSince, Math.floor(usual.ghostedAfterDays) + 1) > since;
}
