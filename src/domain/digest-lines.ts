import type { AgendaItem } from './agenda-item.ts';
import type { Appointment } from './appointments.ts';
import type { CalendarDate, Instant } from './dates.ts';
import type { DigestRecords } from './digest-records.ts';
import type { Interaction } from './interaction.ts';
import { type LastSaid, lastSaidIn, type Moment, shortened } from './last-said.ts';
import type { Silence } from './silence.ts';
import type { Task } from './task.ts';
import { clockIn } from './zone.ts';

/** Where the app shows what a line is about: a record by its id, or the day. */
export type Target = { readonly place: 'applications' | 'contacts'; readonly id: string } | { readonly place: 'today' };

/** What is to be done, or is coming, or is silent. */
export type Matter =
  | { readonly what: 'follow_up' | 'deadline' }
  | { readonly what: 'next_action'; readonly words: string | null }
  | { readonly what: 'task'; readonly title: string; readonly kind: Task['kind'] }
  | { readonly what: 'silence'; readonly days: number; readonly usual: Silence['usual'] }
  | {
      readonly what: 'interview';
      readonly kind: Interaction['kind'];
      readonly channel: Interaction['channel'];
      /** When it begins; null where only the day is known. */
      readonly starts: Instant | null;
      /** `HH:MM` on the person's clocks; empty where only the day is known. */
      readonly time: string;
      /** In minutes. */
      readonly duration: number | null;
    };

/** One line of a digest. */
export interface DigestLine {
  /** Names the thing: the same on every day, and the same as in the agenda of the day. */
  readonly key: string;
  readonly matter: Matter;
  /** The day when it is due or comes, or since when nothing was heard. */
  readonly on: CalendarDate | null;
  /** The person whom it is about; where none is named, who spoke last about it, though not of an interview. */
  readonly who: string | null;
  readonly company: string | null;
  readonly position: string | null;
  readonly last: LastSaid | null;
  readonly target: Target;
  readonly contact_id: string | null;
  readonly application_id: string | null;
  readonly task_id: string | null;
}

const LONGEST = 120;

/** Makes lines of things of the day and of appointments. */
export function linesOf(records: DigestRecords, moment: Moment) {
  const said = lastSaidIn(records, moment);
  const standing = standingIn(records);
  const line = (about: About, key: string, on: CalendarDate | null, matter: Matter): DigestLine => {
    const { contact_id, application_id, task_id = null } = about;
    const last = said(contact_id, application_id);
    const names = namesOf(about, matter, last, standing);
    return { key, matter, on, ...names, last, target: targetOf(about, standing), contact_id, application_id, task_id };
  };
  return {
    /** Null of what no digest tells. */
    ofItem: (item: AgendaItem): DigestLine | null => {
      const matter = matterOf(item, standing);
      return matter && line(item, item.key, item.on, matter);
    },
    ofAppointment: ({ talk, at, on }: Appointment): DigestLine => {
      const { interaction_id, kind, channel, duration } = talk;
      const starts = at === null ? null : new Date(at).toISOString();
      const time = at === null ? '' : clockIn(moment.zone, at).time.slice(0, 5);
      const matter = { what: 'interview', kind, channel, starts, time, duration } as const;
      return line(talk, `interview:${interaction_id}`, on, matter);
    },
  };
}

interface About {
  readonly contact_id: string | null;
  readonly application_id: string | null;
  readonly task_id?: string | null;
}

/** The records that are not deleted, by their ids. */
function standingIn({ contacts, applications, tasks }: DigestRecords) {
  const byId = <R extends { readonly deleted_at: string | null }>(all: readonly R[], idOf: (one: R) => string) =>
    new Map(all.filter(({ deleted_at }) => deleted_at === null).map((one) => [idOf(one), one]));
  return {
    people: byId(contacts, ({ contact_id }) => contact_id),
    jobs: byId(applications, ({ application_id }) => application_id),
    tasks: byId(tasks, ({ task_id }) => task_id),
  };
}
type Standing = ReturnType<typeof standingIn>;

function matterOf(item: AgendaItem, { jobs, tasks }: Standing): Matter | null {
  switch (item.what) {
    case 'follow_up':
    case 'deadline':
      return { what: item.what };
    case 'next_action':
      return { what: item.what, words: shortOrNull(jobs.get(item.application_id ?? '')?.next_action) };
    case 'task': {
      const { title = '', kind = null } = tasks.get(item.task_id) ?? {};
      return { what: item.what, title: shortened(title, LONGEST), kind };
    }
    case 'ghosted':
    case 'waiting':
      return { what: 'silence', days: item.silence.days, usual: item.silence.usual };
    case 'suggestion':
      return null;
  }
}

/** Who and which job it is. Whom an interview is with is not guessed. */
function namesOf(
  { contact_id, application_id }: About,
  { what }: Matter,
  last: LastSaid | null,
  { people, jobs }: Standing,
): Pick<DigestLine, 'who' | 'company' | 'position'> {
  const job = jobs.get(application_id ?? '');
  const near = [last?.contact_id, ...(job?.contact_ids ?? []).map((one) => one.contact_id)];
  const [person] = [contact_id, ...(what === 'interview' ? [] : near)].flatMap((id) => people.get(id ?? '') ?? []);
  return {
    who: shortOrNull(person?.name),
    company: shortOrNull(job ? job.company : person?.company),
    position: shortOrNull(job?.position),
  };
}

/** As the place of the day links it: what is deleted has no place. */
function targetOf({ contact_id, application_id }: About, { people, jobs }: Standing): Target {
  if (application_id !== null && jobs.has(application_id)) return { place: 'applications', id: application_id };
  if (contact_id !== null && people.has(contact_id)) return { place: 'contacts', id: contact_id };
  return { place: 'today' };
}

function shortOrNull(text: string | null | undefined): string | null {
  return shortened(text ?? '', LONGEST) || null;
}
