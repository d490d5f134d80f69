import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { addDays, type CalendarDate } from '../../domain/dates.ts';
import { interaction } from '../../domain/interaction.ts';
import type { JsonObject } from '../../domain/json.ts';
import { task } from '../../domain/task.ts';
import type { Character } from './character.ts';
import type { Event } from './events.ts';
import { postingOf } from './posting.ts';
import type { Pursuit } from './pursuit.ts';
import type { Talk } from './talks.ts';
import type { Chore } from './tasks.ts';

const [MORNING, EVENING, NIGHT] = [8 * 60, 18 * 60, 19 * 60];

/** From whom the story's people, pursuits, talks and chores are told. */
export interface Plot {
  readonly people: readonly Character[];
  readonly pursuits: readonly Pursuit[];
  readonly talks: readonly Talk[];
  readonly chores: readonly Chore[];
}

/** The plot as changes, its days counted from `today`. What people choose the day of falls on a working day. */
export function eventsOf(plot: Plot, today: CalendarDate, random: () => number): readonly Event[] {
  const minutes = minutesOf(plot.talks, today, random);
  return [
    ...plot.people.flatMap((person) => lifeOf(person, plot, today)),
    ...plot.pursuits.flatMap((pursuit) => pathOf(pursuit, plot, today, random)),
    ...plot.talks.map((talk, place) => told(talk, minutes[place] ?? EVENING, place, today)),
    ...plot.chores.flatMap((chore, place) => doing(chore, place, plot, today)),
  ];
}

/** A contact is written down when they first appear, and their status follows the talks. */
function lifeOf(person: Character, { pursuits, talks }: Plot, today: CalendarDate): readonly Event[] {
  const { next, last, lastAt, status, ...fields } = person;
  const own = pursuits.filter(({ people }) => people?.some(([email]) => email === person.email));
  const spoken = talks.filter((talk) => talk.contact === person.email);
  const first = spoken.reduce<Talk | undefined>((a, b) => (a && a.daysAgo >= b.daysAgo ? a : b), undefined);
  const since = first?.daysAgo ?? Math.max(1, ...own.map(({ path }) => path[0]?.[1] ?? 1));
  const change = (op: Event['op'], on: CalendarDate, minute: number, record: JsonObject): Event => {
    return { on, minute, noun: contact, key: person.email, op, record: () => record };
  };
  const due = next !== undefined && { next_follow_up: addDays(today, next) };
  const created = { ...fields, ...due, status: first ? 'to contact' : status };
  const edits: Event[] = [];
  if (first && first.daysAgo !== last) {
    const began = first.fields.direction === 'in' ? 'in conversation' : 'awaiting reply';
    edits.push(change('edit', workday(today, first.daysAgo), EVENING, { status: began }));
  }
  const main = own.find(({ people }) => people?.[0]?.[0] === person.email);
  const interview = main?.path.find(([stage]) => stage === 'interview')?.[1];
  if (first && last !== undefined && interview !== undefined && interview > last) {
    edits.push(change('edit', workday(today, interview), EVENING, { status: 'interviewing' }));
  }
  if (last !== undefined) edits.push(change('edit', settledOn(person, last, today), NIGHT, { status }));
  return [change('create', dayOf(today, since, since === last), MORNING, created), ...edits];
}

/** A silence is called one after a fortnight. */
function settledOn({ status }: Character, last: number, today: CalendarDate): CalendarDate {
  return status === 'ghosted' ? workday(today, Math.max(1, last - 14)) : addDays(today, -last);
}

function pathOf(pursuit: Pursuit, { people }: Plot, today: CalendarDate, random: () => number): readonly Event[] {
  const key = keyOf(pursuit);
  const last = people.find(({ email }) => email === pursuit.people?.[0]?.[0])?.last;
  const change = (op: Event['op'], daysAgo: number, minute: number, record: Event['record']): Event => {
    return { on: dayOf(today, daysAgo, daysAgo === last), minute, noun: application, key, op, record };
  };
  const description = postingOf(pursuit, random);
  const [begun, ...steps] = pursuit.path;
  if (!begun) throw new Error(`${key} does not begin.`);
  return [
    change('create', begun[1], MORNING + 20, (idOf) => ({
      ...writtenDown(pursuit, today),
      stage: begun[0],
      description,
      contact_ids: (pursuit.people ?? []).map(([email, role]) => ({ contact_id: idOf(email), role })),
    })),
    ...steps.map(([stage, daysAgo, outcome]) =>
      change('edit', daysAgo, EVENING, () => ({
        stage,
        ...(outcome && { outcome, outcome_reason: pursuit.outcome_reason ?? null }),
      })),
    ),
    ...(pursuit.revealed
      ? [change('edit', pursuit.revealed.daysAgo, NIGHT, () => ({ company: pursuit.revealed?.company }))]
      : []),
  ];
}

function writtenDown(pursuit: Pursuit, today: CalendarDate): JsonObject {
  const { path, people, salary, next, deadlineIn, untilFriday, revealed, outcome_reason, ...fields } = pursuit;
  const begun = path[0]?.[1] ?? 0;
  const deadline = untilFriday ? nextFriday(today) : deadlineIn === undefined ? null : addDays(today, deadlineIn);
  const [salary_min = null, salary_max = null, salary_currency = null, salary_period = null] = salary ?? [];
  return {
    workload: 'full_time',
    applied_by: path.some(([stage]) => stage === 'applied') ? 'written' : null,
    resume_version: begun > 120 ? 'General, first' : begun > 45 ? 'Backend, second' : 'Platform, third',
    url: `https://jobs.example/${keyOf(pursuit)
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')}`,
    ...fields,
    ...{ salary_min, salary_max, salary_currency, salary_period, deadline },
    next_action_on: next === undefined ? null : addDays(today, next),
  };
}

function told(talk: Talk, minute: number, place: number, today: CalendarDate): Event {
  const on = dayOf(today, talk.daysAgo, talk.isLast);
  const two = (part: number) => String(part).padStart(2, '0');
  const time = talk.isLast ? talk.lastAt : `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
  const record = (idOf: (key: string) => string) => ({
    ...talk.fields,
    contact_id: talk.contact && idOf(talk.contact),
    application_id: talk.pursuit && idOf(keyOf(talk.pursuit)),
    occurred_at: time ? `${on}T${time}` : on,
  });
  return { on, minute, noun: interaction, key: `talk ${place}`, op: 'create', record };
}

/** At what minute of its day each talk is: those about one pursuit in the order in which they are told. */
function minutesOf(talks: readonly Talk[], today: CalendarDate, random: () => number): readonly number[] {
  const latest = new Map<string, number>();
  return talks.map(({ pursuit, contact, daysAgo, isLast }) => {
    if (isLast) return EVENING - 10;
    const key = `${pursuit ? keyOf(pursuit) : contact} ${workday(today, daysAgo)}`;
    const before = latest.get(key);
    const minute = before === undefined ? 540 + Math.floor(random() * 240) : before + 20 + Math.floor(random() * 25);
    latest.set(key, minute);
    return minute;
  });
}

function doing(chore: Chore, place: number, { pursuits }: Plot, today: CalendarDate): readonly Event[] {
  const { since, due, done, snoozed, contact: email, about, ...fields } = chore;
  const pursuit = pursuits.find(
    ({ company, revealed }) => about !== undefined && (company ?? revealed?.company) === about,
  );
  const change = (op: Event['op'], daysAgo: number, minute: number, record: Event['record']): Event => {
    return { on: workday(today, daysAgo), minute, noun: task, key: `chore ${place}`, op, record };
  };
  const created = change('create', since, MORNING + 40, (idOf) => ({
    ...fields,
    due_on: due === undefined ? null : addDays(today, due),
    contact_id: email ? idOf(email) : null,
    application_id: pursuit ? idOf(keyOf(pursuit)) : null,
  }));
  if (snoozed !== undefined) {
    return [created, change('edit', 1, MORNING + 50, () => ({ snoozed_until: addDays(today, snoozed) }))];
  }
  if (done === undefined) return [created];
  return [created, change('edit', done, NIGHT, () => ({ done_at: `${workday(today, done)}T19:00:00` }))];
}

function keyOf({ company, position, via }: Pursuit): string {
  return [company, position, via].filter(Boolean).join(', ');
}

function dayOf(today: CalendarDate, daysAgo: number, isExact: boolean): CalendarDate {
  return isExact ? addDays(today, -daysAgo) : workday(today, daysAgo);
}

/** The day so many days ago, or the Friday before it where that is at a weekend. */
function workday(today: CalendarDate, daysAgo: number): CalendarDate {
  const day = addDays(today, -daysAgo);
  const atWeekend = (weekday(day) + 1) % 7;
  return atWeekend < 2 ? addDays(day, -1 - atWeekend) : day;
}

function nextFriday(today: CalendarDate): CalendarDate {
  return addDays(today, ((5 - weekday(today) + 6) % 7) + 1);
}

/** 0 for Sunday, 6 for Saturday. */
function weekday(day: CalendarDate): number {
  return new Date(day).getUTCDay();
}
