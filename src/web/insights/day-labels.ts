import type { CalendarDate } from '../../domain/dates.ts';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day without its year: “9 Nov”. */
export function shortDay(date: CalendarDate): string {
  return day.format(Date.parse(date));
}

/** Which of `count` columns are labelled, so that no more than `most` are and the last one is. */
export function dayLabels(count: number, most: number): ReadonlySet<number> {
  const step = Math.max(1, Math.ceil(count / most));
  const places = Array.from({ length: count }, (_, place) => place);
  return new Set(places.filter((place) => (count - 1 - place) % step === 0));
}
