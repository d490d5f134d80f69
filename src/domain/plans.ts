import type { Conversation, Conversed } from './conversations.ts';
import { addDays, type CalendarDate, splitDateTime, utcMillis } from './dates.ts';
import type { Occasion } from './occasions.ts';
import type { Task, TaskKind } from './task.ts';

export type TaskFacts = Pick<
  Task,
  'kind' | 'due_on' | 'contact_id' | 'application_id' | 'snoozed_until' | 'done_at' | 'created_at' | 'deleted_at'
>;

/** What is planned or was done already, by the id of the application or the contact that it is for. */
export interface Plans {
  readonly tasks: ReadonlyMap<string, readonly TaskFacts[]>;
  /** The next follow-up of a contact, the day of the next action of an application. */
  readonly dates: ReadonlyMap<string, CalendarDate>;
}

export const NO_PLANS: Plans = { tasks: new Map(), dates: new Map() };

/** The plans of a workspace, ready to be asked. */
export function plansOf({
  tasks,
  contacts,
  applications,
}: Conversed & { readonly tasks: readonly TaskFacts[] }): Plans {
  const byParty = new Map<string, TaskFacts[]>();
  for (const task of tasks.filter(({ deleted_at }) => deleted_at === null)) {
    for (const id of new Set([task.application_id, task.contact_id])) {
      const standing = id === null ? undefined : byParty.get(id);
      if (standing) standing.push(task);
      else if (id !== null) byParty.set(id, [task]);
    }
  }
  const dates = new Map<string, CalendarDate>();
  for (const { contact_id, next_follow_up } of contacts) if (next_follow_up) dates.set(contact_id, next_follow_up);
  for (const { application_id, next_action_on } of applications) {
    if (next_action_on) dates.set(application_id, next_action_on);
  }
  return { tasks: byParty, dates };
}

/**
 * The tasks of a kind that answer a silence: those that were made, are due or were done since it began, for the
 * application or for one of its people. Thanks are for one person.
 */
export function tasksSince(
  plans: Plans,
  conversation: Conversation,
  occasion: Occasion,
  kind: TaskKind,
): readonly TaskFacts[] {
  const { application } = conversation;
  const withPeople = peopleOf(conversation, occasion).flatMap((id) => plans.tasks.get(id) ?? []);
  const aboutIt = application === null ? [] : (plans.tasks.get(application.application_id) ?? []);
  const others = withPeople.filter(({ application_id }) => application === null || application_id === null);
  const to = kind === 'thank_you' ? (occasion.interaction?.contact_id ?? null) : null;
  return [...aboutIt, ...others].filter((task) => {
    const isToThem = to === null || task.contact_id === null || task.contact_id === to;
    return task.kind === kind && isToThem && isSince(task, occasion);
  });
}

/** Whether the contact or the application carries a date for this already. It covers a reply only if it is no later than that. */
export function isCovered(
  plans: Plans,
  conversation: Conversation,
  occasion: Occasion,
  { kind, due_on }: { readonly kind: TaskKind; readonly due_on: CalendarDate },
): boolean {
  if (kind !== 'follow_up' && kind !== 'check_status' && kind !== 'reply') return false;
  const ids = [...peopleOf(conversation, occasion), conversation.application?.application_id ?? ''];
  return ids.some((id) => {
    const date = plans.dates.get(id);
    return date !== undefined && date >= occasion.on && (kind !== 'reply' || date <= due_on);
  });
}

function peopleOf({ application, contact }: Conversation, { interaction }: Occasion): readonly string[] {
  const named = application?.contact_ids.map(({ contact_id }) => contact_id) ?? [contact?.contact_id ?? ''];
  const spoken = interaction?.contact_id ?? null;
  return [...new Set(spoken === null ? named : [...named, spoken])];
}

/**
 * Whether a task is for what came with the occasion or after it. On the day itself it is, unless both times say otherwise.
 * The server writes days in UTC, which may be the day before the person's: then it counts what was written down first.
 */
function isSince({ done_at, created_at, due_on, snoozed_until }: TaskFacts, { on, interaction }: Occasion): boolean {
  const days = done_at === null ? [created_at.slice(0, 10), due_on ?? '', snoozed_until ?? ''] : [dayOf(done_at)];
  const last = days.reduce((one, other) => (one > other ? one : other));
  if (last === on && done_at !== null && interaction !== null)
    return !isCertainlyBefore(done_at, interaction.occurred_at);
  if (last >= on) return true;
  return interaction !== null && created_at >= interaction.created_at && last === addDays(on, -1);
}

function isCertainlyBefore(one: string, other: string): boolean {
  const areExact = splitDateTime(one).offset !== '' && splitDateTime(other).offset !== '';
  return areExact && utcMillis(one) < utcMillis(other);
}

function dayOf(at: string): CalendarDate {
  return splitDateTime(at).date;
}
