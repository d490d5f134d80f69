import { addDays, type CalendarDate } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';

/** Days: who was written to gets a week to answer, and who wrote is answered at once. */
const AFTER = { in: 1, out: 7 } as const;

/**
 * When to get in touch again after a conversation that was just logged; never on a weekend.
 *
 * @param interaction as it was logged
 * @param today the person's calendar date
 * @returns null where nothing follows: a note is no conversation
 */
export function suggestedFollowUp({ kind, direction }: JsonObject, today: CalendarDate): CalendarDate | null {
  if (kind === 'note') return null;
  return weekdayFrom(addDays(today, direction === 'in' ? AFTER.in : AFTER.out));
}

/** The day itself, or the Monday after it. */
function weekdayFrom(date: CalendarDate): CalendarDate {
  const weekday = new Date(date).getUTCDay();
  if (weekday === 6) return addDays(date, 2);
  return weekday === 0 ? addDays(date, 1) : date;
}
