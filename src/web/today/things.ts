import type { AgendaItem } from '../../domain/agenda-item.ts';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { type CalendarDate, daysBetween } from '../../domain/dates.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { task } from '../../domain/task.ts';
import { toText } from '../../domain/typed-text.ts';
import { titleOf as applicationTitle } from '../deeds/applications.ts';
import type { Replica } from '../sync/replica.ts';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-today.ts';

/** One thing of the agenda, with the records that it is about, as they are now. */
export interface Thing {
  readonly item: AgendaItem;
  readonly contact: AnyRecord | undefined;
  readonly application: AnyRecord | undefined;
  readonly task: AnyRecord | undefined;
}

/** The records of a thing; those that are deleted are not there. */
export function thingOf(replica: Pick<Replica, 'collection'>, item: AgendaItem): Thing {
  const record = (type: string, id: string | null) => (id === null ? undefined : replica.collection(type).get(id));
  return {
    item,
    contact: record(contact.type, item.contact_id),
    application: record(application.type, item.application_id),
    task: record(task.type, item.what === 'task' ? item.task_id : null),
  };
}

/** Whom or what it is about, in the fewest words. */
export function nameOf({ contact, application }: Thing): string {
  return toText(contact?.name) || (application ? applicationTitle(application) : '');
}

/** What is to be done. */
export function titleOf(thing: Thing): string {
  const { item, application, task } = thing;
  switch (item.what) {
    case 'follow_up':
      return say.today.followUp(nameOf(thing));
    case 'next_action':
      return toText(application?.next_action) || say.today.nextAction;
    case 'deadline':
      return say.today.deadline;
    case 'task':
      return toText(task?.title);
    case 'waiting':
      return nameOf(thing);
    case 'ghosted':
      return say.today.ghosted(nameOf(thing));
    case 'suggestion':
      return say.today.suggestion(item.suggestion);
  }
}

/** Why it is there, beside its day. */
export function whyOf({ item, contact, application, task }: Thing, today: CalendarDate): readonly string[] {
  const silence = 'silence' in item && item.silence?.waitsFor === 'them' ? item.silence : null;
  const quiet = silence
    ? [say.today.silence(silence.days, silence.usual.medianDays, silence.usual.from === 'history')]
    : [];
  if (item.what === 'suggestion') {
    return [say.today.because(item.suggestion, daysBetween(item.suggestion.title.since, today)), ...quiet];
  }
  if (item.what === 'task' && item.also.includes('next_action')) {
    const next = toText(application?.next_action);
    return next === '' || next === toText(task?.title) ? quiet : [...quiet, say.today.also(next)];
  }
  const [deadline, planned] = [application?.deadline, application?.next_action_on ?? contact?.next_follow_up];
  if (item.what === 'next_action' && typeof deadline === 'string' && application?.stage === 'saved') {
    return [say.today.deadlineOn(dateWords(deadline))];
  }
  const isPlanned = item.what === 'waiting' && typeof planned === 'string';
  return isPlanned ? [...quiet, say.today.plannedOn(dateWords(planned))] : quiet;
}

/** What can be done with a thing, the usual first. */
export const ACTS = ['accept', 'done', 'snooze', 'call', 'mail', 'dismiss'] as const;
export type Act = (typeof ACTS)[number];

/** The keys of what can be done. */
export const KEYS: Readonly<Record<string, Act>> = {
  a: 'accept',
  d: 'done',
  s: 'snooze',
  c: 'call',
  e: 'mail',
  x: 'dismiss',
};

export function actsOf({ item, contact, application }: Thing): readonly Act[] {
  const log: readonly Act[] = contact || application ? ['call', 'mail'] : [];
  switch (item.what) {
    case 'deadline':
      return ['done', ...log, ...(item.section === 'overdue' ? (['dismiss'] as const) : [])];
    case 'waiting':
      return ['snooze', ...log];
    case 'suggestion':
      return ['accept', 'done', 'snooze', ...log, 'dismiss'];
    case 'ghosted':
      return ['accept', 'snooze', ...log, 'dismiss'];
    default:
      return ['done', 'snooze', ...log];
  }
}
