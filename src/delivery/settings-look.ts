import { dailyDigest } from '../domain/daily-digest.ts';
import { type CalendarDate, isLater } from '../domain/dates.ts';
import { isDue, nextDigest, type SentDigest } from '../domain/digest-times.ts';
import { scheduleOf } from '../domain/reminder-schedule.ts';
import { isReminded } from '../domain/reminder-wakes.ts';
import { clockIn } from '../domain/zone.ts';
import type { Entry } from '../store/ledger.ts';
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
  const last = lastBut(day, await ledger.latest(workspace, LATEST));
  if (!isDue(schedule, at, last)) return { ...NOTHING, next: nextDigest(schedule, at, last)?.at ?? null };

  const next = nextDigest(schedule, at, { day, at })?.at ?? null;
  const to = await addresseeOf(recipients, workspace, kept);
  const reached = wantedBy(kept, reminder.senders).filter((sender) => sender.lacks(to) === null);
  if (reached.length === 0) return { ...NOTHING, next };
  const digest = dailyDigest(await recordsOf(store, workspace, kept), schedule, at, last?.day);
  if (!digest) return { ...NOTHING, next };
  const sent = await sendOnce(reminder, to, reached, { day, what: 'digest' }, { is: 'digest', digest });
  return { ...sent, next: earlier(sent.next, next) };
}

const NOTHING: Look = { sent: 0, failed: 0, next: null };

/** The last digest of another day: that of this one is known by its claims. */
function lastBut(day: CalendarDate, entries: readonly Entry[]): SentDigest | null {
  return entries.find((entry) => entry.what === 'digest' && entry.day !== day) ?? null;
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return isLater(one, other) ? other : one;
}
