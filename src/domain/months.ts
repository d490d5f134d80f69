import { type CalendarDate, isCalendarDate } from './dates.ts';
import type { Period } from './sample.ts';

/** A month as ISO 8601 writes it: `2026-11`. */
export type Month = string;

const LAST_DAYS = ['31', '30', '29', '28'];

/** The month of a day. */
export function monthOf(day: CalendarDate): Month {
  return day.slice(0, 7);
}

/** Whether a text is a month. */
export function isMonth(text: string): boolean {
  return isCalendarDate(`${text}-01`);
}

/** The month so many after another; before it, where negative. */
export function addMonths(month: Month, months: number): Month {
  const all = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  const pad = (part: number, width: number) => String(part).padStart(width, '0');
  return `${pad(Math.floor(all / 12), 4)}-${pad((all % 12) + 1, 2)}`;
}

/** From the first day of a month to its last. */
export function periodOfMonth(month: Month): Period {
  const days = LAST_DAYS.map((day) => `${month}-${day}`);
  return { from: `${month}-01`, to: days.find(isCalendarDate) ?? `${month}-28` };
}

/** The same day so many months before; the last of that month, where it has no such day. */
export function monthsBefore(day: CalendarDate, months: number): CalendarDate {
  const month = addMonths(monthOf(day), -months);
  const same = `${month}${day.slice(7)}`;
  return isCalendarDate(same) ? same : periodOfMonth(month).to;
}
