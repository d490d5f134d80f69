import { addDays, type CalendarDate } from '../../domain/dates.ts';
import { told } from '../words/say-conversation.ts';

// A calendar date is written in UTC from its UTC midnight, so that no time zone can move it.
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * The heading of a day or of a month.
 *
 * @param key `YYYY-MM-DD` or `YYYY-MM`
 */
export function dayWords(key: string, today: CalendarDate): string {
  if (key === today) return told.timeline.today;
  if (key === addDays(today, -1)) return told.timeline.yesterday;
  return (key.length === 7 ? month : day).format(Date.parse(key));
}
