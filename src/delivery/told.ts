import { type DigestRecords, digestRecords } from '../domain/digest-records.ts';
import type { AnyRecord } from '../domain/noun.ts';
import { scheduleOf } from '../domain/reminder-schedule.ts';
import { CHANNEL_FIELDS } from '../domain/reminder-wakes.ts';
import { SETTINGS_ID, settings } from '../domain/settings.ts';
import type { Recipients } from '../store/recipients.ts';
import type { Position, Ref, Store } from '../store/store.ts';
import type { Addressee, Sender } from './sender.ts';

export const SETTINGS: Ref = { type: settings.type, id: SETTINGS_ID };

/** The nouns of which reminders are made, beside the settings. */
const NOUNS = ['contacts', 'applications', 'interactions', 'tasks'];
const PAGE = 500;

/** All of a workspace that reminders are made of. */
export async function recordsOf(
  store: Pick<Store, 'list'>,
  workspace: string,
  kept: AnyRecord | undefined,
): Promise<DigestRecords> {
  const records = new Map<string, readonly AnyRecord[]>([[settings.type, kept ? [kept] : []]]);
  for (const type of NOUNS) records.set(type, await allOf(store, workspace, type));
  return digestRecords(records);
}

async function allOf(store: Pick<Store, 'list'>, workspace: string, type: string): Promise<readonly AnyRecord[]> {
  const all: AnyRecord[] = [];
  let after: Position | undefined;
  do {
    const page = await store.list(workspace, { type, order: 'created', descending: false, limit: PAGE, after });
    all.push(...page.records);
    after = page.next;
  } while (after);
  return all;
}

/** By which channels somebody wants to be told. */
export function wantedBy(kept: AnyRecord, senders: readonly Sender[]): readonly Sender[] {
  return senders.filter(({ channel }) => kept[CHANNEL_FIELDS[channel]] === true);
}

/** How the person of a workspace is reached. */
export async function addresseeOf(
  recipients: Pick<Recipients, 'of'>,
  workspace: string,
  kept: AnyRecord | undefined,
): Promise<Addressee> {
  const { zone } = scheduleOf(kept);
  return { ...(await recipients.of(workspace)), workspace, zone, tells: kept?.push_tells === true };
}
