/** A rule by which something comes again (RFC 5545, 3.3.10), as far as days are concerned. */
export interface Rule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  /** As it is written. */
  readonly until: string | null;
  /** Weekdays from 0, Monday; the place in the month or year, from the end where negative, or 0 for each. */
  readonly byDay: readonly { readonly weekday: number; readonly place: number }[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPosition: readonly number[];
  /** The day on which weeks begin, from 0, Monday. */
  readonly weekStart: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN = new Set('FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS WKST'.split(' '));
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** A rule that was read; null for one that goes by hours, weeks of the year or days of the year, and for what is none. */
export function ruleOf(value: string): Rule | null {
  const parts = new Map(
    value
      .toUpperCase()
      .split(';')
      .filter(Boolean)
      .map((part) => [part.replace(/=.*$/s, '').trim(), part.replace(/^[^=]*=?/, '').trim()] as const),
  );
  const frequency = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  if (!frequency || [...parts.keys()].some((name) => !KNOWN.has(name))) return null;
  const numbers = (name: string, most: number) =>
    [...new Set((parts.get(name) ?? '').split(','))]
      .map(Number)
      .filter((number) => Number.isInteger(number) && number !== 0 && Math.abs(number) <= most);
  return {
    frequency,
    interval: numbers('INTERVAL', 10_000)[0] ?? 1,
    count: numbers('COUNT', 1_000_000)[0] ?? null,
    until: parts.get('UNTIL') ?? null,
    byDay: [...new Set((parts.get('BYDAY') ?? '').split(','))].flatMap(weekdayOf),
    byMonthDay: numbers('BYMONTHDAY', 31),
    byMonth: numbers('BYMONTH', 12),
    bySetPosition: numbers('BYSETPOS', 366),
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')),
  };
}

function weekdayOf(text: string) {
  const [, place = '', name = ''] = /^([+-]?\d{0,2})([A-Z]{2})$/.exec(text.trim()) ?? [];
  const weekday = WEEKDAYS.indexOf(name);
  return weekday < 0 ? [] : [{ weekday, place: Number(place) || 0 }];
}
