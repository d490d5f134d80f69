import { type Rule, ruleOf } from './rule.ts';

const WEEKDAYS = [0, 1, 2, 3, 4];

/** A rhythm of ours that says the same as a rule without its end; null where there is none. */
export function repeatOf(value: string): string | null {
  const rule = ruleOf(value);
  if (!rule || rule.byMonth.length > 0 || rule.bySetPosition.length > 0) return null;
  const isEach = rule.byDay.every(({ place }) => place === 0);
  const isWeekdays =
    rule.byDay.length === 5 && WEEKDAYS.every((day) => rule.byDay.some(({ weekday }) => weekday === day));
  if (isWeekdays && isEach && rule.interval === 1 && /^(?:DAILY|WEEKLY)$/.test(rule.frequency)) return 'weekdays';
  const isPlain = rule.byMonthDay.length <= (rule.frequency === 'MONTHLY' ? 1 : 0) && isEach;
  return isPlain && rule.byDay.length <= (rule.frequency === 'WEEKLY' ? 1 : 0) ? plainRepeat(rule) : null;
}

function plainRepeat({ frequency, interval }: Rule): string | null {
  const rhythms: Readonly<Record<string, string>> = {
    'DAILY 1': 'daily',
    'DAILY 7': 'weekly',
    'WEEKLY 1': 'weekly',
    'DAILY 14': 'fortnightly',
    'WEEKLY 2': 'fortnightly',
    'MONTHLY 1': 'monthly',
  };
  return rhythms[`${frequency} ${interval}`] ?? null;
}
