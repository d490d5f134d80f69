import * as v from 'valibot';
import { choice, date, entries, type Field, type FieldTraits, flag, integer, message, required } from './field.ts';
import type { JsonObject } from './json.ts';
import type { Parsed } from './noun.ts';
import { isZone } from './zone-name.ts';

/** The days of a week, in the order of ISO 8601. */
export const WEEKDAYS = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
} as const;
export type Weekday = keyof typeof WEEKDAYS;

/** How long before an interview it may be told alone, in minutes. */
export const [SHORTEST_LEAD, LONGEST_LEAD] = [15, 2880] as const;

/** When a person is reminded, and by what. It is the same on all of their devices; what one device may do, it keeps itself. */
export const REMINDER_FIELDS = {
  time_zone: zone({ label: 'Time zone', hint: 'Empty means UTC.' }),
  digest_at: quarterHour({ label: 'Digest at', hint: 'A quarter of an hour, as in 08:15. Empty means 08:00.' }),
  digest_days: entries({
    label: 'Digest on',
    most: 7,
    fields: { day: required(choice({ label: 'Day', choices: WEEKDAYS })) },
    hint: 'Empty means every day.',
  }),
  quiet_days: entries({
    label: 'Quiet days',
    most: 50,
    fields: {
      from: required(date({ label: 'From' })),
      to: required(date({ label: 'To' })),
    },
    hint: 'First and last day without a digest.',
  }),
  nudge_before: integer({
    label: 'Minutes before an interview',
    min: SHORTEST_LEAD,
    max: LONGEST_LEAD,
    hint: 'Empty means no reminder of it.',
  }),
  remind_by_email: flag({ label: 'By e-mail' }),
  remind_by_desktop: flag({ label: 'On the desktop' }),
  remind_by_push: flag({ label: 'By push' }),
  push_tells: flag({ label: 'Push tells names', hint: 'Otherwise it says only how much there is.' }),
};

/** Quiet days begin before they end. */
export function settleQuietDays(_before: JsonObject | undefined, sent: JsonObject): Parsed {
  const rows = Array.isArray(sent.quiet_days) ? sent.quiet_days : [];
  const at = rows.findIndex(({ from, to }) => from > to) + 1;
  if (at === 0) return { values: sent };
  const detail = `Entry ${at}: to: Enter a day that is not before the first.`;
  return { errors: [{ field: 'quiet_days', code: 'contradiction', detail }] };
}

/** The IANA name of a time zone. */
function zone(traits: FieldTraits): Field<string | null> {
  const value = v.pipe(
    v.string(message('wrong_type', 'Send a text, or null for none.')),
    v.check(isZone, ({ input }) => {
      const shown = input.slice(0, 50).toWellFormed();
      return message('bad_time_zone', `“${shown}” is no time zone known here. Enter one like Europe/Zurich, or UTC.`);
    }),
  );
  return { ...traits, control: 'text', value, empty: null, required: false };
}

/** A time of the day, `HH:MM`, at a quarter of an hour. */
function quarterHour(traits: FieldTraits): Field<string | null> {
  const wrong = message('bad_time', 'Enter a time at a quarter of an hour: for example 08:00 or 17:45.');
  const value = v.pipe(
    v.string(wrong),
    v.check((time) => /^([01]\d|2[0-3]):(00|15|30|45)$/.test(time), wrong),
  );
  return { ...traits, control: 'text', value, empty: null, required: false };
}
