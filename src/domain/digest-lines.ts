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
  const named = namesIn(records);
  const tasks = new Map(records.tasks.map((task) => [task.task_id, task]));
  const actions = new Map(records.applications.map((one) => [one.application_id, one.next_action]));
  const line = (about: About, key: string, on: CalendarDate | null, matter: Matter): DigestLine => {
    const last = said(about.contact_id, about.application_id);
    // Whom an interview is with is not guessed.
    const names = named(about, last, matter.what !== 'interview');
    return { key, matter, on, ...names, last, target: targetOf(about), ...idsOf(about) };
  };
  const matterOf = (item: AgendaItem): Matter | null => {
    switch (item.what) {
      case 'follow_up':
      case 'deadline':
        return { what: item.what };
      case 'next_action':
        return { what: item.what, words: shortOrNull(actions.get(item.application_id ?? '')) };
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
  };
  return {
    ofItem: (item: AgendaItem): DigestLine | null => {
      const matter = matterOf(item);
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

function idsOf({ contact_id, application_id, task_id = null }: About) {
  return { contact_id, application_id, task_id };
}

/** As the place of the day links it. */
function targetOf({ contact_id, application_id }: About): Target {
  if (application_id !== null) return { place: 'applications', id: application_id };
  return contact_id === null ? { place: 'today' } : { place: 'contacts', id: contact_id };
}

/** Who and which job it is; those that are deleted are not named. */
function namesIn({ contacts, applications }: DigestRecords) {
  const people = new Map(contacts.map((one) => [one.contact_id, one]));
  const jobs = new Map(applications.map((one) => [one.application_id, one]));
  return ({ contact_id, application_id }: About, last: LastSaid | null, guesses: boolean) => {
    const job = standing(jobs.get(application_id ?? ''));
    const near = [last?.contact_id, ...(job?.contact_ids ?? []).map((one) => one.contact_id)];
    const [person] = [contact_id, ...(guesses ? near : [])].flatMap((id) => standing(people.get(id ?? '')) ?? []);
    return {
      who: shortOrNull(person?.name),
      company: shortOrNull(job ? job.company : person?.company),
      position: shortOrNull(job?.position),
    };
  };
}

function standing<R extends { readonly deleted_at: string | null }>(record: R | undefined): R | undefined {
  return record?.deleted_at === null ? record : undefined;
}

function shortOrNull(text: string | null | undefined): string | null {
  return shortened(text ?? '', LONGEST) || null;
}
