import { dateOfDay } from './moment.ts';
import type { Rule } from './rule.ts';

/** No rule is followed through more periods, eleven years where it goes by days: a counted one must be followed from its start. */
const MOST_PERIODS = 4_000;

/** From a day to another since 1970-01-01, both included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/**
 * The days on which something comes again, in order; the first is one of them whether or not the rule says so. It ends
 * after a bounded number of steps whatever the rule is, also where no day fulfils it.
 *
 * @param start the first day, since 1970-01-01
 * @param until the last day that the rule allows
 * @param days only those within are given
 */
export function daysOf(rule: Rule, start: number, until: number, { from, to }: Days): number[] {
  const last = Math.min(until, to);
  const found = start >= from && start <= last ? [start] : [];
  let left = (rule.count ?? Number.POSITIVE_INFINITY) - 1;
  const first = rule.count === null ? periodsBefore(rule, start, from) : 0;
  for (let period = first; period < first + MOST_PERIODS && left > 0; period++) {
    const { begins, days } = periodOf(rule, start, period);
    if (begins > last) break;
    for (const day of days) {
      if (day <= start || day > last || left <= 0) continue;
      left--;
      if (day >= from) found.push(day);
    }
  }
  return found;
}

/** So many periods end before a day for certain. */
function periodsBefore({ frequency, interval }: Rule, start: number, from: number): number {
  const longest = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[frequency] * Math.abs(interval);
  return Math.max(0, Math.floor((from - start) / longest) - 1);
}

function periodOf(rule: Rule, start: number, period: number): { begins: number; days: number[] } {
  const steps = period * Math.abs(rule.interval);
  switch (rule.frequency) {
    case 'DAILY':
      return {
        begins: start + steps,
        days: positioned(
          rule,
          [start + steps].filter((day) => isOn(rule, day)),
        ),
      };
    case 'WEEKLY': {
      const begins = start - ((weekdayOf(start) - rule.weekStart + 7) % 7) + steps * 7;
      const wanted = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [weekdayOf(start)];
      const week = [0, 1, 2, 3, 4, 5, 6].map((day) => begins + day);
      return {
        begins,
        days: positioned(
          rule,
          week.filter((day) => wanted.includes(weekdayOf(day)) && isInMonth(rule, day)),
        ),
      };
    }
    default:
      return longPeriod(rule, start, steps);
  }
}

/** A month or a year. */
function longPeriod(rule: Rule, start: number, steps: number): { begins: number; days: number[] } {
  const [year = 0, month = 1] = dateOfDay(start).split('-').map(Number);
  if (rule.frequency === 'MONTHLY') {
    const at = year * 12 + month - 1 + steps;
    const [inYear, inMonth] = [Math.floor(at / 12), (at % 12) + 1];
    const isWanted = rule.byMonth.length === 0 || rule.byMonth.includes(inMonth);
    const begins = firstOf(inYear, inMonth);
    return { begins, days: positioned(rule, isWanted ? daysInMonth(rule, start, inYear, inMonth) : []) };
  }
  const inYear = year + steps;
  const begins = firstOf(inYear, 1);
  const isOfYear = rule.byMonth.length === 0 && rule.byMonthDay.length === 0 && rule.byDay.length > 0;
  if (isOfYear) return { begins, days: positioned(rule, onWeekdays(rule, begins, firstOf(inYear + 1, 1) - 1)) };
  const every = rule.byMonthDay.length > 0 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [month];
  const months = rule.byMonth.length > 0 ? rule.byMonth.toSorted((one, other) => one - other) : every;
  return {
    begins,
    days: positioned(
      rule,
      months.flatMap((one) => daysInMonth(rule, start, inYear, one)),
    ),
  };
}

function daysInMonth(rule: Rule, start: number, year: number, month: number): number[] {
  const [first, last] = [firstOf(year, month), firstOf(year, month + 1) - 1];
  const wanted = rule.byMonthDay.length > 0 ? rule.byMonthDay : [Number(dateOfDay(start).slice(8))];
  const byNumber = wanted
    .map((day) => (day > 0 ? first + day - 1 : last + day + 1))
    .filter((day) => day >= first && day <= last);
  if (rule.byDay.length === 0) return byNumber;
  const byWeekday = onWeekdays(rule, first, last);
  return rule.byMonthDay.length === 0 ? byWeekday : byWeekday.filter((day) => byNumber.includes(day));
}

/** The days from `first` to `last` that are on one of the rule's weekdays, at its place where it has one. */
function onWeekdays({ byDay }: Rule, first: number, last: number): number[] {
  return byDay.flatMap(({ weekday, place }) => {
    const all = [];
    for (let day = first + ((weekday - weekdayOf(first) + 7) % 7); day <= last; day += 7) all.push(day);
    return place === 0 ? all : all.slice(place > 0 ? place - 1 : place).slice(0, Math.abs(place) <= all.length ? 1 : 0);
  });
}

/** In order, each once, and only those at the rule's places. */
function positioned({ bySetPosition }: Rule, days: readonly number[]): number[] {
  const all = [...new Set(days)].sort((one, other) => one - other);
  if (bySetPosition.length === 0) return all;
  return all.filter((_, place) => bySetPosition.includes(place + 1) || bySetPosition.includes(place - all.length));
}

function isOn(rule: Rule, day: number): boolean {
  const isDay = rule.byDay.length === 0 || rule.byDay.some(({ weekday }) => weekday === weekdayOf(day));
  if (!isDay || !isInMonth(rule, day)) return false;
  if (rule.byMonthDay.length === 0) return true;
  const [year = 0, month = 1, number = 1] = dateOfDay(day).split('-').map(Number);
  const length = firstOf(year, month + 1) - firstOf(year, month);
  return rule.byMonthDay.some((wanted) => wanted === number || wanted === number - length - 1);
}

function isInMonth({ byMonth }: Rule, day: number): boolean {
  return byMonth.length === 0 || byMonth.includes(Number(dateOfDay(day).slice(5, 7)));
}

/** From 0, Monday; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function firstOf(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}
