import { addDays, type CalendarDate, type Instant } from '../../domain/dates.ts';
import { comingDigest, type SentDigest } from '../../domain/digest-times.ts';
import type { Schedule } from '../../domain/reminder-schedule.ts';
import { clockIn } from '../../domain/zone.ts';
import { say } from '../words/say-reminders.ts';
import { isSameZone } from './wishes.ts';

interface Asked {
  readonly schedule: Schedule;
  readonly now: Instant;
  /** Null where none is known. */
  readonly last: SentDigest | null;
  /** On whose clocks the reader looks; null where that is not known. */
  readonly deviceZone: string | null;
  /** Undefined: as the person's own. */
  readonly language?: string | undefined;
}

/** When the next digest may come, in words. */
export function nextWords({ schedule, now, last, deviceZone, language }: Asked): string {
  const next = comingDigest(schedule, now, last);
  if (next === null) return say.reminders.next.never;
  if (next.at === now) return say.reminders.next.soon;
  const { zone } = schedule;
  const today = clockIn(zone, Date.parse(now)).date;
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone }).format(Date.parse(next.at));
  const when = [...nearness(next.day, today), dayWords(next.day, language), time].join(', ');
  const isElsewhere = deviceZone === null || !isSameZone(zone, deviceZone);
  return say.reminders.next.at(isElsewhere ? say.reminders.next.inZone(when, zone) : when);
}

/** A day with its weekday, without its year. */
export function dayWords(day: CalendarDate, language?: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, parts).format(Date.parse(day));
}

function nearness(day: CalendarDate, today: CalendarDate): readonly string[] {
  const near = [0, 1].find((days) => day === addDays(today, days));
  return near === undefined ? [] : [say.reminders.next.near(near)];
}
