import { choice, date, dateTime, reference, required, text } from './field.ts';
import { defineNoun, type RecordOf } from './noun.ts';
import { sourceId } from './source-id.ts';

/** What a task is about. */
export const TASK_KINDS = {
  follow_up: 'Follow up',
  reply: 'Reply',
  thank_you: 'Thank you',
  prep: 'Prepare',
  check_status: 'Ask for the status',
  todo: 'To do',
} as const;
export type TaskKind = keyof typeof TASK_KINDS;

/** Something to do on a day, alone or for a contact or an application. */
export const task = defineNoun({
  type: 'tasks',
  singular: 'task',
  idField: 'task_id',
  titleField: 'title',
  dueField: 'due_on',
  fields: {
    title: required(text({ label: 'Title', maxLength: 300 })),
    kind: choice({ label: 'Kind', filter: 'kind', choices: TASK_KINDS }),
    due_on: date({ label: 'Due' }),
    contact_id: reference({ label: 'Contact', references: 'contacts', filter: 'contact_id' }),
    application_id: reference({ label: 'Application', references: 'applications', filter: 'application_id' }),
    snoozed_until: date({ label: 'Snoozed until', hint: 'It rests until then; the day when it is due stays.' }),
    repeat: choice({
      label: 'Repeat',
      choices: {
        daily: 'Every day',
        weekdays: 'Every weekday',
        weekly: 'Every week',
        fortnightly: 'Every two weeks',
        monthly: 'Every month',
      },
    }),
    done_at: dateTime({ label: 'Done' }),
    notes: text({ label: 'Notes', maxLength: 20_000, control: 'notes', column: false }),
    source_id: sourceId,
  },
});

/** A task on the wire. */
export type Task = RecordOf<typeof task>;
