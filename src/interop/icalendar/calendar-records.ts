import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { recordsIn } from '../../domain/records-in.ts';
import { task } from '../../domain/task.ts';
import type { CalendarRecords } from './write-calendar.ts';

/** What a calendar is made of, among the records of each noun by its type. */
export function calendarRecords(records: ReadonlyMap<string, Iterable<AnyRecord>>): CalendarRecords {
  return {
    contacts: recordsIn(contact, records.get(contact.type)),
    applications: recordsIn(application, records.get(application.type)),
    interactions: recordsIn(interaction, records.get(interaction.type)),
    tasks: recordsIn(task, records.get(task.type)),
  };
}

/** The same calendar with entries of some nouns only: of the others there are names, and no dates. */
export function entriesOnlyOf(records: CalendarRecords, types: ReadonlySet<string>): CalendarRecords {
  const { contacts, applications, interactions, tasks } = records;
  return {
    contacts: types.has(contact.type) ? contacts : contacts.map((one) => ({ ...one, next_follow_up: null })),
    applications: types.has(application.type)
      ? applications
      : applications.map((one) => ({ ...one, next_action_on: null, deadline: null })),
    interactions: types.has(interaction.type) ? interactions : [],
    tasks: types.has(task.type) ? tasks : [],
  };
}
