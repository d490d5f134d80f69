import {
  type AgendaApplication,
  type AgendaInput,
  type AgendaItem,
  type AgendaTask,
  type Section,
  SPEAKING_KINDS,
  type Twin,
} from './agenda-item.ts';
import type { CalendarDate } from './dates.ts';
import { fold } from './search.ts';
import { wakesOn } from './timeline.ts';

/**
 * Everything that was planned, the earliest first and what has no day last: follow-ups, next actions, deadlines and open
 * tasks. One matter is one of them: what a task says again on the same day is part of that task, and the follow-up with
 * somebody of an application is part of what comes next for it that day.
 */
export function plannedIn({ contacts, applications, tasks, today }: AgendaInput): readonly AgendaItem[] {
  const on = (day: CalendarDate | null) => ({ on: day, section: sectionOf(day, today) });
  const open = tasks.filter(({ deleted_at, done_at }) => deleted_at === null && done_at === null);
  const said = saidByTasks(open);
  // Those that no line stands for yet.
  const due = new Map(
    contacts
      .filter(({ deleted_at, next_follow_up }) => deleted_at === null && next_follow_up)
      .map(({ contact_id, next_follow_up }) => [followUpKey(contact_id, next_follow_up), contact_id]),
  );
  for (const key of said) due.delete(key);
  const actions = applications.flatMap((application): AgendaItem[] => {
    const { application_id, next_action } = application;
    const planned = application.deleted_at === null ? planOf(application, today) : null;
    if (!planned) return [];
    const { what, day } = planned;
    const rest = { key: `${what}:${application_id}`, application_id, ...on(day) };
    if (what === 'deadline') return [{ what, contact_id: null, ...rest }];
    if (said.has(actionKey(application_id, next_action, day)) || said.has(askingKey(application_id, day))) return [];
    const key = application.contact_ids
      .map(({ contact_id }) => followUpKey(contact_id, day))
      .find((one) => due.has(one));
    const contact_id = due.get(key ?? '') ?? null;
    due.delete(key ?? '');
    return [{ what, contact_id, also: contact_id === null ? [] : ['follow_up'], ...rest }];
  });
  const followUps = contacts.flatMap(({ contact_id, next_follow_up }): AgendaItem[] => {
    if (!next_follow_up || !due.has(followUpKey(contact_id, next_follow_up))) return [];
    const key = `follow_up:${contact_id}`;
    return [{ key, what: 'follow_up', contact_id, application_id: null, ...on(next_follow_up) }];
  });
  const also = twinsIn({ contacts, applications });
  const others = open.map((task): AgendaItem => {
    const { task_id, contact_id, application_id } = task;
    const key = `task:${task_id}`;
    return { key, what: 'task', task_id, also: also(task), contact_id, application_id, ...on(wakesOn(task)) };
  });
  return [...followUps, ...actions, ...others].toSorted(byDay);
}

/** What comes first for an application: its next action, or the deadline of one that was not applied for yet. */
function planOf({ stage, next_action, next_action_on, deadline }: AgendaApplication, today: CalendarDate) {
  const isSaved = stage === null || stage === 'saved';
  const last = isSaved && deadline ? deadline : null;
  const action = next_action_on ?? null;
  // A deadline that is past does not stand in the way of what was planned in its place.
  const isFirst = last !== null && (action === null || (last >= today && last < action));
  if (isFirst) return { what: 'deadline', day: last } as const;
  return action !== null || next_action ? ({ what: 'next_action', day: action } as const) : null;
}

function sectionOf(day: CalendarDate | null, today: CalendarDate): Section {
  if (day === null) return 'someday';
  if (day === today) return 'today';
  return day < today ? 'overdue' : 'week';
}

/** A follow-up by whom and when, an action by its words too: a task of which one is known says the same. */
const followUpKey = (id: string | null, day: CalendarDate | null) => `follow_up ${id} ${day}`;
const actionKey = (id: string | null, words: string | null, day: CalendarDate | null) => {
  return `next_action ${id} ${day} ${fold((words ?? '').trim())}`;
};

/** A task that asks how an application stands is what comes next for it on that day, whatever the words. */
const askingKey = (id: string | null, day: CalendarDate | null) => `asking ${id} ${day}`;
const ASKING_KINDS: ReadonlySet<AgendaTask['kind']> = new Set(['follow_up', 'reply', 'check_status']);

function keysOf(task: AgendaTask): Readonly<Record<Twin, readonly string[]>> {
  const { contact_id, application_id, title, kind } = task;
  const day = wakesOn(task);
  const asking = ASKING_KINDS.has(kind) && day !== null ? [askingKey(application_id, day)] : [];
  return {
    follow_up: contact_id !== null && SPEAKING_KINDS.has(kind) ? [followUpKey(contact_id, day)] : [],
    next_action: application_id === null ? [] : [actionKey(application_id, title, day), ...asking],
  };
}

function saidByTasks(open: readonly AgendaTask[]): ReadonlySet<string> {
  return new Set(open.map(keysOf).flatMap(({ follow_up, next_action }) => [...follow_up, ...next_action]));
}

/** Tells which plans a task says again. */
function twinsIn({ contacts, applications }: Pick<AgendaInput, 'contacts' | 'applications'>) {
  const planned = new Set<string>();
  for (const { contact_id, next_follow_up } of contacts) {
    if (next_follow_up) planned.add(followUpKey(contact_id, next_follow_up));
  }
  for (const { application_id, next_action, next_action_on } of applications) {
    if (next_action) planned.add(actionKey(application_id, next_action, next_action_on));
    if (next_action_on) planned.add(askingKey(application_id, next_action_on));
  }
  return (task: AgendaTask): readonly Twin[] => {
    const keys = keysOf(task);
    return (['follow_up', 'next_action'] as const).filter((twin) => keys[twin].some((key) => planned.has(key)));
  };
}

function byDay(a: AgendaItem, b: AgendaItem): number {
  const [one, other] = [a.on ?? '~', b.on ?? '~'];
  return one === other ? compare(a.key, b.key) : compare(one, other);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
