import type { Application } from './application.ts';
import type { CadenceInput, Suggestion } from './cadence.ts';
import type { ApplicationFacts } from './conversations.ts';
import type { CalendarDate } from './dates.ts';
import type { TaskFacts } from './plans.ts';
import type { Silence } from './silence.ts';
import type { Task } from './task.ts';

/** The parts of an agenda, in the order in which they are read; nothing is in two of them. */
export const SECTIONS = ['overdue', 'today', 'week', 'waiting', 'suggested', 'someday'] as const;
export type Section = (typeof SECTIONS)[number];

/** One thing to do, or to wait for. */
export type AgendaItem = {
  /** Names the thing: the same on every day. */
  readonly key: string;
  readonly section: Section;
  /** The day that it was planned or suggested for, or since when nothing was heard; null where it has none. */
  readonly on: CalendarDate | null;
  readonly contact_id: string | null;
  readonly application_id: string | null;
} & (
  | { readonly what: 'follow_up' | 'deadline' }
  | { readonly what: 'next_action'; readonly also: readonly Twin[] }
  | { readonly what: 'task'; readonly task_id: string; readonly also: readonly Twin[] }
  | { readonly what: 'waiting' | 'ghosted'; readonly silence: Silence }
  | { readonly what: 'suggestion'; readonly suggestion: Suggestion; readonly silence: Silence | null }
);

/**
 * What is the same matter and is done with it: of a task the follow-up of its contact and the next action of its
 * application, of a next action the follow-up with one of its people.
 */
export type Twin = 'follow_up' | 'next_action';

export type AgendaApplication = ApplicationFacts & Pick<Application, 'next_action' | 'deadline'>;
export type AgendaTask = TaskFacts & Pick<Task, 'task_id' | 'title'>;

/** The records of one workspace; done tasks and closed applications too, for the cadence. */
export interface AgendaInput extends CadenceInput {
  readonly applications: readonly AgendaApplication[];
  readonly tasks: readonly AgendaTask[];
}

/** The kinds of task that speak to somebody; what is prepared or done alone leaves them waiting. */
export const SPEAKING_KINDS: ReadonlySet<Task['kind']> = new Set(['follow_up', 'reply', 'thank_you', 'check_status']);

/** What a thing is about, by its id: an application, else a contact. */
export function conversationOf({
  application_id,
  contact_id,
}: Pick<AgendaItem, 'application_id' | 'contact_id'>): string {
  return application_id ?? contact_id ?? '';
}
