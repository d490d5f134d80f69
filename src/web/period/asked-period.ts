import { type CalendarDate, isCalendarDate, LAST_DATE } from '../../domain/dates.ts';
import { monthsBefore } from '../../domain/months.ts';
import type { Period } from '../../domain/sample.ts';
import type { Elsewhere } from '../route.ts';

/** Spans of time as they stand in addresses; `between` stands there as its days. */
export const SPANS = ['all', 'quarter', 'year'] as const;
export type Span = (typeof SPANS)[number] | 'between';

/** The days that an address asks for; null where it leaves that end open. */
export interface Between {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** The days that the parameters of an address name, the earlier one first; what is no date is passed over. */
export function askedDays(asked: Elsewhere['asked']): Between | null {
  const [from, to] = [dayIn(asked.from), dayIn(asked.to)];
  if (from === null && to === null) return null;
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
}

/** The parameters of an address that asks for these days. */
export function daysAsked({ from, to }: Between): Elsewhere['asked'] {
  return { ...(from !== null && { from }), ...(to !== null && { to }) };
}

/** Which span an address asks for. */
export function askedSpan(asked: Elsewhere['asked']): Span {
  if (askedDays(asked)) return 'between';
  return SPANS.find((span) => span === asked.span) ?? 'all';
}

/**
 * The days of what an address asks for.
 *
 * @param whole the days of the whole search
 */
export function periodOf(asked: Elsewhere['asked'], whole: Period, today: CalendarDate): Period {
  const days = askedDays(asked);
  if (days) return { from: days.from ?? earlier(whole.from, days.to), to: days.to ?? later(whole.to, days.from) };
  const span = askedSpan(asked);
  if (span === 'quarter') return { from: monthsBefore(today, 3), to: today };
  if (span === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today };
  return whole;
}

function dayIn(text = ''): CalendarDate | null {
  return isCalendarDate(text) ? text : null;
}

function earlier(one: CalendarDate, other: CalendarDate | null): CalendarDate {
  return one < (other ?? LAST_DATE) ? one : (other ?? one);
}

function later(one: CalendarDate, other: CalendarDate | null): CalendarDate {
  return one > (other ?? '') ? one : (other ?? one);
}
