import { dailyDigest } from '../domain/daily-digest.ts';
import { type CalendarDate, isLater } from '../domain/dates.ts';
import { comingDigest, isDue, nextDigest, type SentDigest } from '../domain/digest-times.ts';
import type { AnyRecord } from '../domain/noun.ts';
import { type Schedule, scheduleOf } from '../domain/reminder-schedule.ts';
import { isReminded } from '../domain/reminder-wakes.ts';
import { clockIn } from '../domain/zone.ts';
import type { Channel, Entry } from '../store/ledger.ts';
import type { Look, Reminder } from './remind.ts';
import { sendOnce } from './send-once.ts';
import { addresseeOf, recordsOf, SETTINGS, wantedBy } from './told.ts';

/** Enough to find the last digest among what else was sent. */
const LATEST = 50;

/** Sends the digest of the person's day, where one is due. */
export async function lookAtSettings(reminder: Reminder, workspace: string): Promise<Look> {
  const { store, ledger, recipients, now } = reminder;
  const [kept] = await store.get(workspace, [SETTINGS]);
  if (!kept || !isReminded(kept)) return NOTHING;
  const schedule = scheduleOf(kept);
  const at = now().toISOString();
  const day = clockIn(schedule.zone, now().getTime()).date;
  const entries = await ledger.latest(workspace, LATEST);
  const last = lastBut(day, entries);
  if (!isDue(schedule, at, last)) return { ...NOTHING, next: nextDigest(schedule, at, last)?.at ?? null };

  const next = nextDigest(schedule, at, { day, at })?.at ?? null;
  const to = await addresseeOf(recipients, workspace, kept);
  const mayCome = isAsked(kept, schedule, day) ? () => true : begunBy(day, entries);
  const wanted = wantedBy(kept, reminder.senders).filter(({ channel }) => mayCome(channel));
  const reached = wanted.filter((sender) => sender.lacks(to) === null);
  if (reached.length === 0) return { ...NOTHING, next };
  const digest = dailyDigest(await recordsOf(store, workspace, kept), schedule, at, last?.day);
  if (!digest) return { ...NOTHING, next };
  const sent = await sendOnce(reminder, to, reached, { day, what: 'digest' }, { is: 'digest', digest });
  return { ...sent, next: earlier(sent.next, next) };
}

const NOTHING: Look = { sent: 0, failed: 0, next: null };

/** Whether the digest of a day is after the settings as they stand, or so little before that the clock had not come to it. */
function isAsked(kept: AnyRecord, schedule: Schedule, day: CalendarDate): boolean {
  const first = comingDigest(schedule, kept.updated_at, null);
  return first !== null && first.day <= day;
}

/** By which channels the digest of a day was to be sent before, whatever the settings were then. */
function begunBy(day: CalendarDate, entries: readonly Entry[]): (channel: Channel) => boolean {
  const begun = entries.filter((entry) => entry.what === 'digest' && entry.day === day);
  return (channel) => begun.some((entry) => entry.channel === channel);
}

/** The last digest of another day: that of this one is known by its claims. */
function lastBut(day: CalendarDate, entries: readonly Entry[]): SentDigest | null {
  return entries.find((entry) => entry.what === 'digest' && entry.day !== day) ?? null;
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return isLater(one, other) ? other : one;
}
