import { application } from '../../domain/application.ts';
import type { CadenceRule } from '../../domain/cadence-row.ts';
import { contact } from '../../domain/contact.ts';
import { type DailyDigest, dailyDigest } from '../../domain/daily-digest.ts';
import type { Instant } from '../../domain/dates.ts';
import type { DigestRecords } from '../../domain/digest-records.ts';
import { rowsOf } from '../../domain/history.ts';
import { interaction } from '../../domain/interaction.ts';
import type { Noun, RecordOf } from '../../domain/noun.ts';
import { isOf } from '../../domain/record-of.ts';
import { scheduleOf } from '../../domain/reminder-schedule.ts';
import { task } from '../../domain/task.ts';
import { words } from '../../reminders/words.ts';
import { recordsOf } from '../records-of.ts';
import { keptSettings } from '../settings/kept-settings.ts';
import type { Replica } from '../sync/replica.ts';
import { dateWords, momentWords } from '../words/moment.ts';
import { say } from '../words/say-reminders.ts';
import type { SentEntry } from './reminders-api.ts';

type Records = Pick<Replica, 'collection' | 'record'>;

/** The digest as it would come now. Read in a signal's computation, it is read again after every change. */
export function digestNow(replica: Records, now: Instant): DailyDigest | undefined {
  const settings = keptSettings(replica);
  return dailyDigest(digestRecords(replica), scheduleOf(settings), now);
}

function digestRecords(replica: Records): DigestRecords {
  return {
    contacts: recordsOf(replica, contact),
    applications: recordsOf(replica, application),
    interactions: recordsOf(replica, interaction),
    tasks: recordsOf(replica, task),
    rules: rowsOf<CadenceRule>(keptSettings(replica), 'cadence'),
  };
}

/** What was sent or tried last comes first, whatever day it was for. */
export function latestFirst(sent: readonly SentEntry[]): readonly SentEntry[] {
  return sent.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** For which day it was; of an interview when that begins, on the reader's own clocks. */
export function forWords({ day, what }: Pick<SentEntry, 'day' | 'what'>): string {
  const [, starts] = /^nudge [^@]+@(.+)$/.exec(what) ?? [];
  return starts === undefined ? dateWords(day) : momentWords(starts);
}

/** What of the ledger was sent, in words: the interview by whom it is with, where that is still known. */
export function sentWords(what: string, replica: Pick<Replica, 'record'>): string {
  if (what === 'digest') return say.reminders.sent.digest;
  const [, id] = /^nudge ([^@]+)@/.exec(what) ?? [];
  if (id === undefined) return say.reminders.sent.trial;
  const talk = standing(replica, interaction, id);
  if (!talk) return say.reminders.sent.interview;
  const person = standing(replica, contact, talk.contact_id);
  const job = standing(replica, application, talk.application_id);
  return words.meeting(talk.kind, person?.name ?? null, job?.company ?? person?.company ?? null);
}

function standing<N extends Noun & { readonly idField: string }>(
  replica: Pick<Replica, 'record'>,
  noun: N,
  id: string | null,
): RecordOf<N> | undefined {
  const record = id === null ? undefined : replica.record({ type: noun.type, id });
  return record && isOf(noun, record) ? record : undefined;
}
