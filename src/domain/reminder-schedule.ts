import type { CalendarDate } from './dates.ts';
import { rowsOf } from './history.ts';
import type { AnyRecord } from './noun.ts';
import { WEEKDAYS } from './reminder-fields.ts';
import { isZone, type ZoneName } from './zone-name.ts';

/** When a person wants to be reminded, ready to be computed with. */
export interface Schedule {
  readonly zone: ZoneName;
  /** `HH:MM` on the clocks of the zone. */
  readonly at: string;
  /** 0 for a Monday, 6 for a Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Spans without a digest, first and last day included. */
  readonly quiet: readonly { readonly from: CalendarDate; readonly to: CalendarDate }[];
  /** Minutes before an interview; null: it is not told alone. */
  readonly nudgeBefore: number | null;
}

const USUAL_AT = '08:00';

/**
 * What the settings say of reminders, and what is usual where they say nothing: every day at eight, in UTC.
 *
 * @param settings the record as it stands; undefined or a tombstone where there is none. A zone that this runtime does not
 *   know, though another did, counts as UTC
 */
export function scheduleOf(settings: AnyRecord | undefined): Schedule {
  const said = settings?.deleted_at === null ? settings : undefined;
  const names = Object.keys(WEEKDAYS);
  const days = rowsOf<{ readonly day: string }>(said, 'digest_days')
    .map(({ day }) => names.indexOf(day))
    .filter((day) => day >= 0);
  const [zone, at, before] = [said?.time_zone, said?.digest_at, said?.nudge_before];
  return {
    zone: typeof zone === 'string' && isZone(zone) ? zone : 'UTC',
    at: typeof at === 'string' ? at : USUAL_AT,
    weekdays: new Set(days.length > 0 ? days : names.keys()),
    quiet: rowsOf(said, 'quiet_days'),
    nudgeBefore: typeof before === 'number' ? before : null,
  };
}
