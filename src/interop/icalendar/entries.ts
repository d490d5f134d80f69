import type { Application } from '../../domain/application.ts';
import type { Contact } from '../../domain/contact.ts';
import { type Interaction, interaction } from '../../domain/interaction.ts';
import type { Task } from '../../domain/task.ts';
import type { Entry } from './entry-lines.ts';
import type { CalendarOptions, CalendarRecords } from './write-calendar.ts';

/** Those whose names stand in the entries of others, by their ids. */
interface Names {
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly applications: ReadonlyMap<string, Application>;
}

/** What the next step of an application is called that says none. */
export const NEXT_ACTION = 'Next action';

/** Rhythms of tasks as rules (RFC 5545, 3.3.10). */
const RULES: Readonly<Record<string, string>> = {
  daily: 'FREQ=DAILY',
  weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
};

/** The events and to-dos of records, in no order. */
export function entriesOf(records: CalendarRecords, options: CalendarOptions): Entry[] {
  const { contacts, applications, interactions, tasks } = records;
  const names: Names = {
    contacts: new Map(contacts.map((contact) => [contact.contact_id, contact])),
    applications: new Map(applications.map((application) => [application.application_id, application])),
  };
  const link = (type: string, id: string) => options.linkTo?.(type, id) ?? null;
  const about = ({ contact_id, application_id }: Interaction | Task) => {
    if (application_id !== null) return link('applications', application_id);
    return contact_id === null ? null : link('contacts', contact_id);
  };
  return [
    ...standing(contacts).flatMap((one) => followUp(one, link('contacts', one.contact_id))),
    ...standing(applications).flatMap((one) => datesOfApplication(one, link('applications', one.application_id))),
    ...standing(interactions)
      .filter(isConversation)
      .map((one) => conversation(one, names, about(one))),
    ...standing(tasks).flatMap((one) => taskEntry(one, names, options.tasksAs, about(one))),
  ];
}

function standing<R extends { readonly deleted_at: string | null }>(records: readonly R[]): R[] {
  return records.filter(({ deleted_at }) => deleted_at === null);
}

/** Messages and notes take no time in a calendar. */
function isConversation({ kind, channel }: Interaction): boolean {
  if (kind === 'message' || kind === 'note') return false;
  return kind !== null || channel === 'phone' || channel === 'video' || channel === 'in_person';
}

function followUp(contact: Contact, url: string | null): Entry[] {
  const { contact_id, name, company, next_follow_up, notes } = contact;
  if (next_follow_up === null) return [];
  const summary = `Follow up with ${name}${company ? ` (${company})` : ''}`;
  const said = { summary, text: { ...NO_TEXT, own: notes ?? '' }, category: 'Follow-up', at: next_follow_up };
  return [{ ...said, ...event(contact), uid: `follow-up-${contact_id}`, url }];
}

function datesOfApplication(application: Application, url: string | null): Entry[] {
  const { application_id, next_action, next_action_on, deadline } = application;
  const name = jobName(application);
  const action = { summary: `${next_action ?? NEXT_ACTION}: ${name}`, uid: 'next-action', at: next_action_on };
  const last = { summary: `Deadline: ${name}`, uid: 'deadline', at: deadline };
  return [action, last].flatMap(({ summary, uid, at }) =>
    at === null || application.stage === 'closed'
      ? []
      : [
          {
            ...event(application),
            summary,
            text: NO_TEXT,
            category: 'Application',
            uid: `${uid}-${application_id}`,
            at,
            url,
          },
        ],
  );
}

function conversation(record: Interaction, names: Names, url: string | null): Entry {
  const { interaction_id, kind, subject, occurred_at, duration, body, next_step } = record;
  const what = (kind && interaction.fields.kind.choices?.[kind]) || 'Conversation';
  return {
    ...event(record),
    uid: `conversation-${interaction_id}`,
    summary: subject ?? `${what}${withWhom(record, names)}`,
    text: {
      above: subject ? `${what}${withWhom(record, names)}` : '',
      own: body ?? '',
      below: next_step ? `Next step: ${next_step}` : '',
    },
    category: what,
    at: occurred_at,
    minutes: duration,
    url,
  };
}

function taskEntry(task: Task, names: Names, as: CalendarOptions['tasksAs'], url: string | null): Entry[] {
  const { task_id, title, due_on, snoozed_until, done_at, repeat, notes } = task;
  const isEvent = as === 'events';
  const at = isEvent && snoozed_until !== null && snoozed_until > (due_on ?? '') ? snoozed_until : due_on;
  if (isEvent && (at === null || done_at !== null)) return [];
  const about = withWhom(task, names).trim();
  return [
    {
      ...event(task),
      uid: `task-${task_id}`,
      summary: title,
      text: { above: '', own: notes ?? '', below: `${about.charAt(0).toUpperCase()}${about.slice(1)}` },
      category: 'Task',
      at,
      rule: (repeat !== null && at !== null && RULES[repeat]) || null,
      todo: isEvent ? null : { done: done_at },
      url,
    },
  ];
}

/** ` with Ada Lee, about Engineer at Acme`; empty where it names neither. */
function withWhom(of: { contact_id: string | null; application_id: string | null }, names: Names): string {
  const contact = names.contacts.get(of.contact_id ?? '');
  const application = names.applications.get(of.application_id ?? '');
  const parts = [contact && ` with ${contact.name}`, application && ` about ${jobName(application)}`];
  return parts.filter(Boolean).join(',');
}

function jobName({ position, company }: Application): string {
  return company ? `${position} at ${company}` : position;
}

const NO_TEXT = { above: '', own: '', below: '' } as const;

/** What every entry takes from its record; an event of no length and no rule until told otherwise. */
function event({ created_at, updated_at, version }: { created_at: string; updated_at: string; version: number }) {
  return { created: created_at, updated: updated_at, version, minutes: null, rule: null, todo: null };
}
