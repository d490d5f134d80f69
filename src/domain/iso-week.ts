import { addDays, type CalendarDate, daysBetween } from './dates.ts';

/** The Monday of a day's week (ISO 8601-1, 5.2.3: weeks begin on Monday). */
export function monday(day: CalendarDate): CalendarDate {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The ISO week of a day, `2026-W48`: that of the year in which its Thursday lies. */
export function isoWeek(day: CalendarDate): string {
  const thursday = addDays(monday(day), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
