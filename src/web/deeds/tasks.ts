import type { CalendarDate, Instant } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { nextTask } from '../../domain/repeat.ts';
import { task } from '../../domain/task.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Asked } from '../sync/replica.ts';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say.ts';
import type { Deeds } from './deeds.ts';
import { creation, edition, removal } from './edits.ts';
import type { Deed } from './history.ts';

/** Adds a task. */
export function addTask(deeds: Deeds, values: JsonObject): Deed | null {
  return deeds.do(say.tasks.added(toText(values.title)), [creation(task.type, values)]);
}

/** Does a task; one that repeats comes again as another of its own. */
export function finishTask(deeds: Deeds, record: AnyRecord, now: Instant, today: CalendarDate): Deed | null {
  return deeds.do(say.tasks.done(toText(record.title)), finishing(record, now, today));
}

/** The changes by which a task is done, for what is done along with something else. */
export function finishing(record: AnyRecord, now: Instant, today: CalendarDate): readonly Asked[] {
  const next = nextTask(record, today);
  const again = next ? [creation(task.type, next.record, next.id)] : [];
  return [edition(refOf(record), { done_at: now }), ...again];
}

/** Takes back that a task was done. */
export function reopenTask(deeds: Deeds, record: AnyRecord): Deed | null {
  return deeds.do(say.tasks.reopened(toText(record.title)), [edition(refOf(record), { done_at: null })]);
}

/** Puts a task off until a day; the day when it is due stays. */
export function snoozeTask(deeds: Deeds, record: AnyRecord, until: CalendarDate): Deed | null {
  return deeds.do(say.tasks.snoozed(toText(record.title), dateWords(until)), [
    edition(refOf(record), { snoozed_until: until }),
  ]);
}

export function editTask(deeds: Deeds, record: AnyRecord, values: JsonObject): Deed | null {
  return deeds.do(say.contacts.saved(toText(record.title)), [edition(refOf(record), values)]);
}

export function removeTask(deeds: Deeds, record: AnyRecord): Deed | null {
  return deeds.do(say.contacts.deleted(toText(record.title)), [removal(refOf(record))]);
}

function refOf(record: AnyRecord) {
  return { type: task.type, id: toText(record.task_id) };
}
