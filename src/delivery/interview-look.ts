import { splitDateTime } from '../domain/dates.ts';
import { interaction } from '../domain/interaction.ts';
import type { AnyRecord } from '../domain/noun.ts';
import { nudgesDue } from '../domain/nudges.ts';
import { recordsIn } from '../domain/records-in.ts';
import { scheduleOf } from '../domain/reminder-schedule.ts';
import { nextLook } from '../domain/reminder-wakes.ts';
import { instantOf } from '../domain/zone.ts';
import type { Wake } from '../store/wakes.ts';
import type { Look, Reminder } from './remind.ts';
import { sendOnce } from './send-once.ts';
import { addresseeOf, recordsOf, SETTINGS, wantedBy } from './told.ts';

/** Tells of an interview that begins as soon as the person wants to be told. */
export async function lookAtInterview(reminder: Reminder, { workspace, type, id }: Wake): Promise<Look> {
  const { store, recipients, now } = reminder;
  const [kept, record] = await store.get(workspace, [SETTINGS, { type, id }]);
  const schedule = scheduleOf(kept);
  const starts = startOf(record, schedule.zone);
  const at = now().toISOString();
  if (starts === null || starts <= at) return NOTHING;
  const { nudgeBefore } = schedule;
  const wanted = kept?.deleted_at === null && nudgeBefore !== null ? wantedBy(kept, reminder.senders) : [];
  if (wanted.length === 0) return { ...NOTHING, next: nextLook(starts, null, at) };
  const isTime = Date.parse(starts) - (nudgeBefore ?? 0) * 60_000 <= Date.parse(at);
  if (!isTime) return { ...NOTHING, next: nextLook(starts, nudgeBefore, at) };

  const to = await addresseeOf(recipients, workspace, kept);
  const reached = wanted.filter((sender) => sender.lacks(to) === null);
  if (reached.length === 0) return { ...NOTHING, next: nextLook(starts, null, at) };
  const nudges = nudgesDue(await recordsOf(store, workspace, kept), schedule, ALWAYS, at);
  const nudge = nudges.find(({ key }) => key.startsWith(`${id}@`));
  // Called off, for now: what it is about may be opened again, and says nothing of it here.
  if (!nudge) return { ...NOTHING, next: nextLook(starts, null, at) };
  const what = { day: starts.slice(0, 10), what: `nudge ${nudge.key}` };
  const sent = await sendOnce(reminder, to, reached, what, { is: 'nudge', nudge });
  return { ...sent, next: sent.next !== null && sent.next < starts ? sent.next : null };
}

const NOTHING: Look = { sent: 0, failed: 0, next: null };
const ALWAYS = '1970-01-01T00:00:00.000Z';

/** Null where it has no time, or is deleted. */
function startOf(record: AnyRecord | undefined, zone: string): string | null {
  const [talk] = record?.deleted_at === null ? recordsIn(interaction, [record]) : [];
  if (!talk || splitDateTime(talk.occurred_at).time === '') return null;
  return new Date(instantOf(talk.occurred_at, zone)).toISOString();
}
