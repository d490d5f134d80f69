import { addDays, type CalendarDate } from './dates.ts';
import type { JsonObject } from './json.ts';
import type { AnyRecord } from './noun.ts';

/**
 * The task that follows one that repeats and is done: on its next day after `today`. Its id is made from that of the one
 * before, so that two devices which do the same task make the same next one.
 *
 * @returns null for a task that does not repeat
 */
export function nextTask(
  task: AnyRecord,
  today: CalendarDate,
): { readonly id: string; readonly record: JsonObject } | null {
  const { title, kind, due_on, contact_id, application_id, repeat, notes } = task;
  if (typeof repeat !== 'string' || typeof task.task_id !== 'string') return null;
  const start = typeof due_on === 'string' ? due_on : today;
  const record = { title, kind, due_on: nextDay(start, repeat, today), contact_id, application_id, repeat, notes };
  return { id: successor(task.task_id), record };
}

/** The first day of a rhythm that is after both its last day and `today`. */
function nextDay(last: CalendarDate, repeat: string, today: CalendarDate): CalendarDate {
  let day = last;
  for (let step = 1; day <= last || day <= today; step++) day = stepped(last, repeat, step);
  return day;
}

function stepped(last: CalendarDate, repeat: string, step: number): CalendarDate {
  switch (repeat) {
    case 'weekly':
      return addDays(last, 7 * step);
    case 'fortnightly':
      return addDays(last, 14 * step);
    case 'monthly':
      return addMonths(last, step);
    case 'weekdays':
      return weekdayAfter(last, step);
    default:
      return addDays(last, step);
  }
}

/** The same day of a later month, or the last one that it has. */
function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, days));
  return first.toISOString().slice(0, 10);
}

/** The `step`th weekday after a day. */
function weekdayAfter(date: CalendarDate, step: number): CalendarDate {
  let day = date;
  for (let left = step; left > 0; ) {
    day = addDays(day, 1);
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return day;
}

/** The next id: the last 12 digits counted on by one. */
function successor(id: string): string {
  const last = (BigInt(`0x${id.slice(-12)}`) + 1n) & 0xffffffffffffn;
  return id.slice(0, -12) + last.toString(16).padStart(12, '0');
}
