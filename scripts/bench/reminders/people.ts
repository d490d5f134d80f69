import { apply } from '../../../src/domain/changes.ts';
import type { Instant } from '../../../src/domain/dates.ts';
import { interaction } from '../../../src/domain/interaction.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { AnyRecord, Noun } from '../../../src/domain/noun.ts';
import { SETTINGS_ID, settings } from '../../../src/domain/settings.ts';
import { seededRandom } from '../../../src/entry/story/seeded-random.ts';
import { sum, WORKSPACE_LENGTH, type Workspace } from './workspaces.ts';

/** A person as they may have chosen. */
export interface Person {
  readonly workspace: string;
  readonly zone: string;
  readonly at: string;
  readonly isDaily: boolean;
  readonly settings: AnyRecord;
  readonly has: Workspace;
  /** An interview to come; few have one. */
  readonly interview: AnyRecord | null;
}

/** How many of a hundred people live there, about. */
const ZONES: Readonly<Record<string, number>> = {
  'America/New_York': 16,
  'Europe/Berlin': 14,
  'Asia/Kolkata': 12,
  'Europe/London': 10,
  'America/Los_Angeles': 10,
  'America/Chicago': 8,
  'America/Sao_Paulo': 7,
  'Africa/Lagos': 5,
  'Asia/Tokyo': 5,
  'Europe/Zurich': 4,
  'Australia/Sydney': 3,
  'Asia/Shanghai': 2,
  'Pacific/Auckland': 2,
  'America/St_Johns': 1,
  'Asia/Kathmandu': 1,
};
/** Eight is what the settings have at first. */
const HOURS: Readonly<Record<string, number>> = {
  '08:00': 34,
  '07:00': 17,
  '09:00': 14,
  '07:30': 11,
  '08:30': 8,
  '06:00': 3,
  '06:30': 3,
  '07:15': 2,
  '08:15': 2,
  '07:45': 2,
  '18:00': 2,
  '12:00': 1,
  '20:00': 1,
};
const SHARE_DAILY = 0.6;
/** So many have an interview within the days that are looked at. */
const SHARE_INTERVIEWED = 0.08;
const LEAD = 60;
const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => ({ day }));

interface Options {
  readonly begin: Instant;
  readonly days: number;
  readonly sizes: readonly Workspace[];
}

/** Makes people, the same ones on every run; those who chose the same share one settings record. */
export function peopleOf(count: number, { begin, days, sizes }: Options): readonly Person[] {
  const random = seededRandom(20_261_126);
  const made = new Map<string, AnyRecord>();
  const pick = <One>(all: readonly (readonly [One, number])[]): One => {
    let left = random() * sum(all.map(([, share]) => share));
    for (const [one, share] of all) {
      left -= share;
      if (left < 0) return one;
    }
    throw new Error('There is nothing to pick.');
  };
  const [zones, hours] = [Object.entries(ZONES), Object.entries(HOURS)];
  const shares = sizes.map((size) => [size, size.share] as const);
  return Array.from({ length: count }, (_, place) => {
    const [zone, at, has, isDaily] = [pick(zones), pick(hours), pick(shares), random() < SHARE_DAILY];
    const key = `${zone} ${at} ${isDaily}`;
    const chosen = made.get(key) ?? settingsOf(zone, at, isDaily, begin);
    made.set(key, chosen);
    const workspace = place.toString(16).padStart(WORKSPACE_LENGTH, 'w');
    const isInterviewed = random() < SHARE_INTERVIEWED && !has.isQuiet;
    const interview = isInterviewed ? interviewOf(place, has, begin, random() * days) : null;
    return { workspace, zone, at, isDaily, settings: chosen, has, interview };
  });
}

export const LEAD_MS = LEAD * 60_000;

function settingsOf(time_zone: string, digest_at: string, isDaily: boolean, now: Instant): AnyRecord {
  const digest_days = isDaily ? [] : WORKDAYS;
  const wishes = { time_zone, digest_at, digest_days, nudge_before: LEAD, remind_by_email: true };
  return created(settings, SETTINGS_ID, wishes, now);
}

/** At a quarter of an hour between 8 and 18 o'clock UTC. */
function interviewOf(place: number, { records }: Workspace, begin: Instant, after: number): AnyRecord {
  const quarter = Math.floor((after % 1) * 40);
  const starts = Date.parse(begin) + Math.floor(after) * 86_400_000 + (32 + quarter) * 900_000;
  const id = `00000000-0000-7000-8000-${place.toString(16).padStart(12, '0')}`;
  const [about] = records.get('applications') ?? [];
  const fields = { kind: 'technical', application_id: String(about?.application_id), duration: 60, channel: 'video' };
  return created(interaction, id, { ...fields, occurred_at: new Date(starts).toISOString() }, begin);
}

function created(noun: Noun, id: string, record: JsonObject, now: Instant): AnyRecord {
  const outcome = apply(noun, undefined, { op: 'create', record }, { id, now });
  if ('problem' in outcome) throw new Error(JSON.stringify(outcome.problem));
  return outcome.record;
}
