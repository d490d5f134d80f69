import type { CalendarDate } from '../../domain/dates.ts';
import type { CalendarRecords } from './write-calendar.ts';

/** Of records only what lies on a day or after it: their other dates are taken away. */
export function ahead(records: CalendarRecords, from: CalendarDate): CalendarRecords {
  const isAhead = (date: string | null) => date !== null && date.slice(0, from.length) >= from;
  const kept = (date: string | null) => (isAhead(date) ? date : null);
  return {
    contacts: records.contacts.map((one) => ({ ...one, next_follow_up: kept(one.next_follow_up) })),
    applications: records.applications.map((one) => ({
      ...one,
      next_action_on: kept(one.next_action_on),
      deadline: kept(one.deadline),
    })),
    interactions: records.interactions.filter(({ occurred_at }) => isAhead(occurred_at)),
    tasks: records.tasks.filter(({ due_on, snoozed_until }) => isAhead(due_on) || isAhead(snoozed_until)),
  };
}
