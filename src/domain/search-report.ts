import type { Application } from './application.ts';
import type { Contact } from './contact.ts';
import type { CalendarDate } from './dates.ts';
import { furthestStage, isBeyond } from './progress.ts';
import { isIn, type Period } from './sample.ts';
import { OUTCOMES } from './stages.ts';

/** Where an application stands, in the words that an employment office has for it. */
export type ReportState = 'open' | 'interview' | 'hired' | 'rejected';

/** One application of the proof of a job search. What is not known is empty. */
export interface ReportRow {
  readonly application_id: string;
  /** The day of applying. */
  readonly date: CalendarDate;
  /** The employer; of an unknown one, the agency through which it went. */
  readonly company: string;
  readonly address: string;
  /** The names of the linked people, and how to reach each of them. */
  readonly contact: string;
  readonly position: string;
  readonly applied_by: Application['applied_by'];
  readonly workload: Application['workload'];
  readonly state: ReportState;
  /** Why it ended, as far as it is known: the reason, or else the outcome by its label. Empty while it goes on. */
  readonly reason: string;
}

/**
 * The proof of a job search: who was applied to in a period, in order of the day. Its columns are those of Switzerland's
 * form 716.007, “Nachweis der persönlichen Arbeitsbemühungen” (Art. 26 AVIV); whether the employment office assigned a
 * post is not known here, so that column is left to the person.
 *
 * @param applications tombstones and those not sent are passed over
 * @param contacts those that the applications may name; one that is deleted is not told of
 */
export function searchReport(
  applications: readonly Application[],
  contacts: readonly Contact[],
  period: Period,
): readonly ReportRow[] {
  const people = new Map(contacts.filter(isKept).map((one) => [one.contact_id, one]));
  return applications
    .filter(isKept)
    .flatMap((one) => {
      const date = one.applied_on;
      return isIn(period, date) ? [rowOf(one, date, people)] : [];
    })
    .toSorted((a, b) => compare(a.date, b.date) || compare(a.application_id, b.application_id));
}

function rowOf(application: Application, date: CalendarDate, people: ReadonlyMap<string, Contact>): ReportRow {
  const { application_id, company, via, location, position, applied_by, workload, contact_ids } = application;
  const linked = contact_ids.flatMap(({ contact_id }) => people.get(contact_id) ?? []);
  return {
    application_id,
    date,
    company: company ?? via ?? '',
    address: location ?? '',
    contact: [...new Set(linked)].map(reachable).join('; '),
    position,
    applied_by,
    workload,
    state: stateOf(application),
    reason: reasonOf(application),
  };
}

/** `Ann Lee, ann@example.org, +41 79 123 45 67` */
function reachable({ name, email, phone }: Contact): string {
  return [name, email, phone].filter((part) => part !== null && part !== '').join(', ');
}

/** Closed without a post is a rejection to the office, whoever said no: the reason tells. A first call is no interview yet. */
function stateOf(application: Application): ReportState {
  if (application.outcome === 'accepted') return 'hired';
  if (application.stage === 'closed') return 'rejected';
  return isBeyond(furthestStage(application), 'assessment') ? 'interview' : 'open';
}

function reasonOf({ outcome, outcome_reason }: Application): string {
  if (outcome === null) return '';
  return outcome_reason?.trim() || OUTCOMES[outcome];
}

function isKept({ deleted_at }: { readonly deleted_at: string | null }): boolean {
  return deleted_at === null;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
