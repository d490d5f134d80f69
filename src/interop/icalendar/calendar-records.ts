import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { type AnyRecord, completer, type Noun, type RecordOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { isOf } from '../../domain/record-of.ts';
import { task } from '../../domain/task.ts';
import type { CalendarRecords } from './write-calendar.ts';

const complete = completer(NOUNS);

/** Records of one noun as such, each with every field; those of another are passed over. */
export function recordsIn<N extends Noun & { readonly idField: string }>(
  noun: N,
  records: Iterable<AnyRecord> = [],
): RecordOf<N>[] {
  return [...records].map((record) => complete(noun.type, record)).filter((record) => isOf(noun, record));
}

/** What a calendar is made of, among the records of each noun by its type. */
export function calendarRecords(records: ReadonlyMap<string, Iterable<AnyRecord>>): CalendarRecords {
  return {
    contacts: recordsIn(contact, records.get(contact.type)),
    applications: recordsIn(application, records.get(application.type)),
    interactions: recordsIn(interaction, records.get(interaction.type)),
    tasks: recordsIn(task, records.get(task.type)),
  };
}
