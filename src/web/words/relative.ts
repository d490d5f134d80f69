/** Up to so many days are told in each unit, and so many are one of it. */
const MOST_DAYS = { day: 14, week: 60, month: 730 } as const;
const DAYS = { week: 7, month: 365.25 / 12, year: 365.25 } as const;

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** How far away a day is: “yesterday”, “3 weeks ago”, “in 5 days”. */
export function relativeDays(language: string, days: number): string {
  const far = Math.abs(days);
  if (far < MOST_DAYS.day) return formatOf(language).format(days, 'day');
  if (far < MOST_DAYS.week) return formatOf(language).format(Math.trunc(days / DAYS.week), 'week');
  if (far < MOST_DAYS.month) return formatOf(language).format(Math.trunc(days / DAYS.month), 'month');
  return formatOf(language).format(Math.trunc(days / DAYS.year), 'year');
}

/** How far away a moment of today is: “now”, “5 minutes ago”, “in 2 hours”. */
export function relativeMinutes(language: string, minutes: number): string {
  const whole = Math.trunc(minutes);
  if (whole === 0) return formatOf(language).format(0, 'second');
  if (Math.abs(whole) < 60) return formatOf(language).format(whole, 'minute');
  return formatOf(language).format(Math.trunc(whole / 60), 'hour');
}

function formatOf(language: string): Intl.RelativeTimeFormat {
  const known = formats.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  formats.set(language, known);
  return known;
}
