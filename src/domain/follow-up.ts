import { addDays, type CalendarDate, daysBetween } from './dates.ts';

/** Where a follow-up stands on a day. `days` is at least 1. */
export type FollowUp =
  | { readonly state: 'none' }
  | { readonly state: 'overdue'; readonly days: number }
  | { readonly state: 'today' }
  | { readonly state: 'upcoming'; readonly days: number };

/**
 * Where a follow-up stands. Both dates are calendar dates of the person, so no time zone can shift them.
 *
 * @param due the day it is due, or null where none is planned
 * @param today the person's own calendar date
 */
export function followUp(due: CalendarDate | null, today: CalendarDate): FollowUp {
  if (due === null) return { state: 'none' };
  const days = daysBetween(today, due);
  if (days < 0) return { state: 'overdue', days: -days };
  if (days === 0) return { state: 'today' };
  return { state: 'upcoming', days };
}

/** The spans of follow-ups that can be asked for; `week` is today and the six days after it. */
export const DUE_SPANS = ['overdue', 'today', 'week'] as const;
export type DueSpan = (typeof DUE_SPANS)[number];

/** First and last date, both included; an absent bound is open. */
export interface DateRange {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** The dates that a span covers on the day `today`. */
export function dueRange(span: DueSpan, today: CalendarDate): DateRange {
  switch (span) {
    case 'overdue':
      return { to: addDays(today, -1) };
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: today, to: addDays(today, 6) };
  }
}
