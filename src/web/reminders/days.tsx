import { useSignal } from '@preact/signals';
import * as v from 'valibot';
import { WEEKDAYS, type Weekday } from '../../domain/reminder-fields.ts';
import { say } from '../words/say-reminders.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { toggledDay, weekdaysFrom } from './wishes.ts';

const words = say.reminders.when;

/** On which days of the week the digest comes. */
export function Days({ place }: { readonly place: RemindersPlace }) {
  const { days } = place.wishes;
  const isRefused = useSignal(false);
  const toggle = (day: Weekday) => {
    const values = toggledDay(days, day);
    isRefused.value = values === null;
    if (values) place.keep(words.daysSet, values);
  };
  return (
    <div class="wish">
      <span id="reminders-days">{words.days}</span>
      <div>
        <div class="days" role="group" aria-labelledby="reminders-days" aria-describedby="reminders-days-note">
          {weekdaysFrom(firstDay()).map((day) => (
            <button key={day} type="button" aria-pressed={days.has(day)} onClick={() => toggle(day)}>
              <span class="visually-hidden">{dayName(day, 'long')}</span>
              <span aria-hidden="true">{dayName(day, 'short')}</span>
            </button>
          ))}
        </div>
        <p id="reminders-days-note" class="hint" role="status">
          {isRefused.value && words.lastDay}
        </p>
      </div>
    </div>
  );
}

const weekSchema = v.object({ firstDay: v.number() });

/** 1 for a Monday; undefined where this browser does not know its region’s week. It is a method since 2024, and was a field. */
function firstDay(): number | undefined {
  const locale: object = new Intl.Locale(navigator.language);
  const told = 'getWeekInfo' in locale ? locale.getWeekInfo : undefined;
  const info: unknown = typeof told === 'function' ? told.call(locale) : 'weekInfo' in locale ? locale.weekInfo : null;
  const { success, output } = v.safeParse(weekSchema, info);
  return success ? output.firstDay : undefined;
}

/** 5 January 1970 was a Monday. */
function dayName(day: Weekday, weekday: 'long' | 'short'): string {
  const date = Date.UTC(1970, 0, 5 + Object.keys(WEEKDAYS).indexOf(day));
  return new Intl.DateTimeFormat(undefined, { weekday, timeZone: 'UTC' }).format(date);
}
