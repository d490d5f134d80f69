import { rowsOf } from '../../domain/history.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { REMINDER_FIELDS, WEEKDAYS, type Weekday } from '../../domain/reminder-fields.ts';
import { isZone } from '../../domain/zone-name.ts';
import type { Channel } from './reminders-api.ts';

/** How a person wants to be reminded, as the settings say it. */
export interface Wishes {
  /** Null where none was chosen: then UTC counts. */
  readonly zone: string | null;
  /** `HH:MM` */
  readonly at: string;
  /** Those with a digest: all where nothing is said. */
  readonly days: ReadonlySet<Weekday>;
  readonly quiet: readonly QuietSpan[];
  /** Minutes; null: off. */
  readonly nudgeBefore: number | null;
  readonly tells: boolean;
  readonly by: Readonly<Record<Channel, boolean>>;
}

export interface QuietSpan {
  readonly from: string;
  readonly to: string;
}

export const CHANNELS = ['email', 'desktop', 'push'] as const satisfies readonly Channel[];

const FLAGS = { email: 'remind_by_email', desktop: 'remind_by_desktop', push: 'remind_by_push' } as const;
const ALL_DAYS = Object.keys(WEEKDAYS) as Weekday[];
const USUAL_AT = '08:00';

/** @param settings the record as it stands; undefined or a tombstone where there is none */
export function wishesOf(settings: AnyRecord | undefined): Wishes {
  const said = settings?.deleted_at === null ? settings : undefined;
  const days = rowsOf<{ readonly day: Weekday }>(said, 'digest_days').map(({ day }) => day);
  const is = (channel: Channel) => said?.[FLAGS[channel]] === true;
  return {
    zone: typeof said?.time_zone === 'string' ? said.time_zone : null,
    at: typeof said?.digest_at === 'string' ? said.digest_at : USUAL_AT,
    days: new Set(days.length > 0 ? days : ALL_DAYS),
    quiet: rowsOf<QuietSpan>(said, 'quiet_days'),
    nudgeBefore: typeof said?.nudge_before === 'number' ? said.nudge_before : null,
    tells: said?.push_tells === true,
    by: { email: is('email'), desktop: is('desktop'), push: is('push') },
  };
}

/** Whether a person is reminded at all. */
export function isReminded({ by }: Wishes): boolean {
  return CHANNELS.some((channel) => by[channel]);
}

/** What is kept where a channel is turned on or off; with the first one, the zone of this device, where none was chosen. */
export function switched({ zone }: Wishes, channel: Channel, isOn: boolean, deviceZone: string | null): JsonObject {
  return { [FLAGS[channel]]: isOn, ...(isOn && zone === null && deviceZone !== null && { time_zone: deviceZone }) };
}

/** The zone of this device, where everybody knows it; null otherwise. */
export function deviceZone(): string | null {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return isZone(timeZone) ? timeZone : null;
}

/** Whether two names are of the same zone, as Europe/Kiev and Europe/Kyiv are. */
export function isSameZone(one: string, other: string): boolean {
  return one === other || canonical(one) === canonical(other);
}

function canonical(zone: string): string {
  return isZone(zone) ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone : zone;
}

/** All that can be chosen; a zone that is none of them, as a runtime may know older names, can be typed. */
export function zoneNames(): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
}

/** The days of a week in the order in which it goes in a language's region; from Monday where that is not known. */
export function weekdaysFrom(first: number | undefined): readonly Weekday[] {
  const start = first !== undefined && first >= 1 && first <= 7 ? first - 1 : 0;
  return [...ALL_DAYS.slice(start), ...ALL_DAYS.slice(0, start)];
}

/** What is kept where a day is turned on or off; null where it is the last one: a digest has a day, or is turned off. */
export function toggledDay(days: ReadonlySet<Weekday>, day: Weekday): JsonObject | null {
  const kept = ALL_DAYS.filter((one) => days.has(one) !== (one === day));
  if (kept.length === 0) return null;
  return { digest_days: kept.length === ALL_DAYS.length ? [] : kept.map((one) => ({ day: one })) };
}

/** The spans in their order, with another. */
export function withQuiet(quiet: readonly QuietSpan[], span: QuietSpan): JsonObject {
  const all = [...quiet.filter(({ from, to }) => from !== span.from || to !== span.to), span];
  return { quiet_days: all.toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to)) };
}

export function withoutQuiet(quiet: readonly QuietSpan[], place: number): JsonObject {
  return { quiet_days: quiet.toSpliced(place, 1) };
}

/** So many spans can be kept. */
export const MOST_QUIET = 50;

const NUDGES = [15, 30, 60, 120, 1440, 2880];

/** The minutes that can be chosen, and those of one's own. */
export function nudgeChoices(own: number | null): readonly number[] {
  return own === null || NUDGES.includes(own) ? NUDGES : [...NUDGES, own].toSorted((a, b) => a - b);
}

/** All quarters of an hour of a day. */
export const QUARTERS: readonly string[] = Array.from(
  { length: 96 },
  (_, place) => `${two(Math.floor(place / 4))}:${two((place % 4) * 15)}`,
);

/** A time as people type it: `8`, `8:15`, `0815`, `8h15`, `5 pm`. Undefined where it is no quarter of an hour. */
export function typedQuarter(text: string): string | undefined {
  const [, hours, minutes = '0', half = ''] =
    /^(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*h?\s*([ap])?\.?m?\.?$/i.exec(text.trim()) ?? [];
  if (hours === undefined) return undefined;
  const shown = Number(hours);
  if (half !== '' && (shown < 1 || shown > 12)) return undefined;
  const hour = half === '' ? shown : (shown % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const time = `${two(hour)}:${two(Number(minutes))}`;
  return QUARTERS.find((one) => one === time);
}

/** The fields of the settings that are typed here. */
export const { time_zone: ZONE_FIELD, digest_at: AT_FIELD } = REMINDER_FIELDS;

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
