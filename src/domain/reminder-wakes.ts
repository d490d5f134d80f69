import { isInterview } from './conversations.ts';
import { type Instant, splitDateTime, utcMillis } from './dates.ts';
import { isDue, nextDigest } from './digest-times.ts';
import { interaction } from './interaction.ts';
import type { AnyRecord } from './noun.ts';
import { recordsIn } from './records-in.ts';
import { LONGEST_LEAD, SHORTEST_LEAD } from './reminder-fields.ts';
import { scheduleOf } from './reminder-schedule.ts';

/** The field that turns on each channel. */
export const CHANNEL_FIELDS = {
  email: 'remind_by_email',
  push: 'remind_by_push',
  desktop: 'remind_by_desktop',
} as const;

const MINUTE = 60_000;
/** No zone is further from UTC. */
const FURTHEST_ZONE = 14 * 60 * MINUTE;
const NO_MEETING = { kind: null, occurred_at: '', updated_at: '' };

/**
 * When a clock looks at settings that were just written: when the first digest after is due; at once, where one of the same day
 * was due before, as it may be delayed. Null where nothing is to be sent.
 */
export function wakeOfSettings(settings: AnyRecord): Instant | null {
  if (!isReminded(settings)) return null;
  const { updated_at } = settings;
  const schedule = scheduleOf(settings);
  return isDue(schedule, updated_at, null) ? updated_at : (nextDigest(schedule, updated_at, null)?.at ?? null);
}

/** Whether settings ask for reminders by any channel at all. */
export function isReminded(settings: AnyRecord): boolean {
  return settings.deleted_at === null && Object.values(CHANNEL_FIELDS).some((field) => settings[field] === true);
}

/**
 * When a clock looks at an interview or a call that was just written: before the earliest moment at which it may be told, by
 * whatever settings and in whatever zone. Null for what has no time, or is over.
 */
export function wakeOfInteraction(record: AnyRecord): Instant | null {
  const [{ kind, occurred_at, updated_at } = NO_MEETING] = recordsIn(interaction, [record]);
  if (!isInterview(kind) && kind !== 'call') return null;
  const { time, offset } = splitDateTime(occurred_at);
  if (time === '') return null;
  const [starts, doubt] = [utcMillis(occurred_at), offset === '' ? FURTHEST_ZONE : 0];
  if (starts + doubt <= Date.parse(updated_at)) return null;
  return new Date(starts - doubt - LONGEST_LEAD * MINUTE).toISOString();
}

/**
 * When to look at an interview again that is not to be told yet: when it is to be, or in the middle of what is left until
 * then, as the person may choose another lead time meanwhile.
 *
 * @param lead in minutes; null: it is not told by what is chosen now
 * @returns null where it begins so soon that no lead time is as short
 */
export function nextLook(starts: Instant, lead: number | null, now: Instant): Instant | null {
  const [start, instant] = [Date.parse(starts), Date.parse(now)];
  const latest = start - SHORTEST_LEAD * MINUTE;
  if (latest <= instant) return null;
  const middle = Math.min((start + instant) / 2, latest);
  const due = lead === null ? middle : start - lead * MINUTE;
  return new Date(due > instant ? Math.min(due, middle) : middle).toISOString();
}
