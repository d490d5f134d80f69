import type { AgendaInput } from './agenda-item.ts';
import { application } from './application.ts';
import type { CadenceRule } from './cadence-row.ts';
import { contact } from './contact.ts';
import type { InteractionFacts } from './conversations.ts';
import { rowsOf } from './history.ts';
import { type Interaction, interaction } from './interaction.ts';
import type { AnyRecord } from './noun.ts';
import { recordsIn } from './records-in.ts';
import { SETTINGS_ID, settings } from './settings.ts';
import { task } from './task.ts';

/** A conversation, a message or a note, with what a reminder tells of it. */
export type Talk = InteractionFacts & Pick<Interaction, 'subject' | 'body' | 'duration' | 'channel' | 'updated_at'>;

/**
 * What reminders of one workspace are made from: all that the day is made from, closed applications too. Whom and what an
 * interview names must be among it, or the interview counts as called off.
 */
export interface DigestRecords extends Omit<AgendaInput, 'today' | 'interactions'> {
  readonly interactions: readonly Talk[];
}

/** What reminders are made from, among the records of each noun by its type. */
export function digestRecords(records: ReadonlyMap<string, Iterable<AnyRecord>>): DigestRecords {
  return {
    contacts: recordsIn(contact, records.get(contact.type)),
    applications: recordsIn(application, records.get(application.type)),
    interactions: recordsIn(interaction, records.get(interaction.type)),
    tasks: recordsIn(task, records.get(task.type)),
    rules: rowsOf<CadenceRule>(settingsAmong(records), 'cadence'),
  };
}

/** The settings among the records of each noun; undefined where there are none. */
export function settingsAmong(records: ReadonlyMap<string, Iterable<AnyRecord>>): AnyRecord | undefined {
  return [...(records.get(settings.type) ?? [])].find(({ settings_id }) => settings_id === SETTINGS_ID);
}
