import type { AgendaItem, Twin } from '../../domain/agenda-item.ts';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import { task } from '../../domain/task.ts';
import { toText } from '../../domain/typed-text.ts';
import { titleOf as applicationTitle, moveStage } from '../deeds/applications.ts';
import type { Deeds } from '../deeds/deeds.ts';
import { creation, edition } from '../deeds/edits.ts';
import type { Deed } from '../deeds/history.ts';
import { finishing as finishingTask } from '../deeds/tasks.ts';
import type { Asked } from '../sync/replica.ts';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-doing.ts';
import { nameOf, type Thing, titleOf } from './things.ts';

/** With what, and when, something is done. */
export interface When {
  readonly deeds: Deeds;
  readonly now: Date;
  readonly today: CalendarDate;
}

/** Does what a thing asks for. */
export function finish(thing: Thing, { deeds, now, today }: When): Deed | null {
  const { item, application } = thing;
  if (item.what === 'deadline' && application) {
    return moveStage(deeds, application, { stage: 'applied' }, say.doing.stages.applied);
  }
  if (item.what === 'task') return deeds.do(doneWords(thing), finishing(thing, { now, today }));
  if (item.what !== 'suggestion') {
    return deeds.do(doneWords(thing), [...finishing(thing, { now, today }), doneTask(thing, now)]);
  }
  const done = plannedTask(thing, item.suggestion.due_on, { done_at: now.toISOString() });
  return deeds.do(say.doing.did.suggestion(titleOf(thing)), [done]);
}

/** What was planned by its day alone leaves a task that is done: so the timeline says that, and when. */
function doneTask(thing: Thing, now: Date): Asked {
  const { what, on: due_on, contact_id, application_id } = thing.item;
  const kind = what === 'follow_up' ? 'follow_up' : 'todo';
  const done_at = now.toISOString();
  return creation(task.type, { title: titleOf(thing), kind, due_on, contact_id, application_id, done_at });
}

/** The changes that end what was planned, for what is done along with something else; none for what was only suggested. */
export function finishing({ item, task: done }: Thing, { now, today }: Omit<When, 'deeds'>): readonly Asked[] {
  const others = alsoOf(item).flatMap((twin) => ending(twin, item));
  if (item.what === 'task') return done ? [...finishingTask(done, now.toISOString(), today), ...others] : [];
  return item.what === 'follow_up' || item.what === 'next_action' ? [...ending(item.what, item), ...others] : [];
}

function alsoOf(item: AgendaItem): readonly Twin[] {
  return 'also' in item ? item.also : [];
}

function ending(what: Twin, { contact_id, application_id }: AgendaItem): readonly Asked[] {
  if (what === 'follow_up') return changing(contact.type, contact_id, { next_follow_up: null });
  return changing(application.type, application_id, { next_action: null, next_action_on: null });
}

function doneWords(thing: Thing): string {
  const { what } = thing.item;
  if (what === 'task') return say.tasks.done(titleOf(thing));
  const { followedUp, acted } = say.doing.did;
  return what === 'follow_up' ? followedUp(nameOf(thing)) : acted(titleOf(thing), nameOf(thing));
}

/** Puts a thing off until a day; what only waits or was suggested is planned for it. */
export function putOff(thing: Thing, until: CalendarDate, { deeds }: When): Deed | null {
  const { item } = thing;
  const date = dateWords(until);
  const others = alsoOf(item).flatMap((twin) => planning(twin, thing, until));
  if (item.what === 'task') {
    const changes = [...changing(task.type, item.task_id, { snoozed_until: until }), ...others];
    return deeds.do(say.tasks.snoozed(titleOf(thing), date), changes);
  }
  if (item.what === 'suggestion') {
    return deeds.do(say.doing.did.planned(titleOf(thing), date), [plannedTask(thing, until)]);
  }
  const what = item.application_id === null ? 'follow_up' : 'next_action';
  return deeds.do(say.doing.did.planned(nameOf(thing), date), [...planning(what, thing, until), ...others]);
}

function planning(what: Twin, { item, application: pursued }: Thing, until: CalendarDate): readonly Asked[] {
  if (what === 'follow_up') return changing(contact.type, item.contact_id, { next_follow_up: until });
  const next_action = toText(pursued?.next_action) || say.doing.acts.followUp;
  return changing(application.type, item.application_id, { next_action, next_action_on: until });
}

function changing(type: string, id: string | null, values: JsonObject): readonly Asked[] {
  return id === null ? [] : [edition({ type, id }, values)];
}

/** Plans the next follow-up with whom one was done. */
export function planNext(thing: Thing, until: CalendarDate, { deeds }: When): Deed | null {
  const words = say.doing.did.planned(nameOf(thing), dateWords(until));
  return deeds.do(words, planning('follow_up', thing, until));
}

/** Takes up what was suggested: for today, or at once where nothing but a word is needed. */
export function accept(thing: Thing, { deeds, today }: When): Deed | null {
  const { item, application: pursued } = thing;
  if (item.what === 'suggestion') return deeds.do(say.doing.did.added(titleOf(thing)), [plannedTask(thing, today)]);
  if (item.what !== 'ghosted') return null;
  const closed = { stage: 'closed', outcome: 'ghosted' };
  const changes = pursued
    ? changing(application.type, item.application_id, closed)
    : changing(contact.type, item.contact_id, { status: 'ghosted' });
  return deeds.do(say.doing.did.ghosted(nameOf(thing)), changes);
}

/**
 * Lets a suggestion go: it is kept as a task that is done, so that it is not given again, on any device. Its moment is no
 * later than that of its creation, which tells it from what was really done.
 */
export function dismiss(thing: Thing, { deeds, now, today }: When): Deed | null {
  const { item, application: pursued } = thing;
  if (item.what === 'deadline' && pursued) {
    return moveStage(deeds, pursued, { stage: 'closed', outcome: 'expired' }, say.doing.stages.closed);
  }
  if (item.what !== 'suggestion' && item.what !== 'ghosted') return null;
  const due = item.what === 'suggestion' ? item.suggestion.due_on : today;
  return deeds.do(say.doing.did.dismissed(titleOf(thing)), [plannedTask(thing, due, { done_at: now.toISOString() })]);
}

/** A suggestion as a task. By its kind, its day and whom it is about it is known that the suggestion was taken up. */
function plannedTask(thing: Thing, due_on: CalendarDate, others: JsonObject = {}): Asked {
  const { item, application: pursued } = thing;
  const { contact_id, application_id } = item;
  const isAsked = item.what === 'suggestion';
  const title = isAsked ? titleOf(thing) : say.doing.check(pursued ? applicationTitle(pursued) : nameOf(thing));
  const kind = isAsked ? item.suggestion.kind : 'check_status';
  return creation(task.type, { title, kind, due_on, contact_id, application_id, ...others });
}
