import { addDays, type CalendarDate } from './dates.ts';

/** Monday to Friday; what is a holiday differs from place to place, so none is known here. */
const WORKING_DAYS = 5;

/** The day itself, or the Monday after it where it is a Saturday or a Sunday. */
export function workingDayFrom(date: CalendarDate): CalendarDate {
  const day = weekday(date);
  return day < WORKING_DAYS ? date : addDays(date, 7 - day);
}

/** The day `days` working days after `date`, itself one; from a weekend they are counted as from its Friday. */
export function addWorkingDays(date: CalendarDate, days: number): CalendarDate {
  if (days === 0) return workingDayFrom(date);
  const day = weekday(date);
  const last = Math.min(day, WORKING_DAYS - 1);
  const weekends = Math.floor((last + days) / WORKING_DAYS);
  return addDays(date, last - day + days + 2 * weekends);
}

/** 0 for a Monday, 6 for a Sunday. */
export function weekday(date: CalendarDate): number {
  return (new Date(date).getUTCDay() + 6) % 7;
}
