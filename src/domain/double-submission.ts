import type { Application } from './application.ts';
import { companyKey, isSameCompany } from './company-name.ts';
import { addDays, type CalendarDate } from './dates.ts';
import { isSameRole } from './role.ts';

/** What matters of an application that is being written: it may be new, and few of its fields filled in. */
export interface Submission
  extends Pick<Application, 'company' | 'position' | 'via'>,
    Partial<Pick<Application, 'application_id' | 'stage' | 'route'>> {}

/** Who brings an application to the company. */
export type Channel =
  | { readonly by: 'person' }
  /** Without a name where only the route says that there is an agency. */
  | { readonly by: 'agency'; readonly name: string | null };

/** Another application for the same role at the same company, by somebody else. */
export interface Clash {
  readonly application_id: string;
  /** `note` while both are only saved: nobody has applied yet. */
  readonly level: 'warning' | 'note';
  readonly channel: Channel;
  /** The day of applying; else that of the first stage; else that on which it was written down. */
  readonly on: CalendarDate;
}

export interface Window {
  readonly today: CalendarDate;
  /** For so many days after it was closed, an application still counts: agencies' claims last about a year. */
  readonly days?: number;
}

const YEAR = 365;

/** Ends of an application that never reached the company, unless its history says that it did. */
const MAY_BE_UNSENT: readonly unknown[] = ['withdrawn', 'expired'];

/**
 * The applications with which `written` would be a second submission: the same company and role (`isSameCompany`,
 * `isSameRole`) by another agency, or by the person where an agency was first, or the other way round. Some employers
 * refuse both then.
 *
 * A company that is not known yet clashes with none; ask again once it is told. The same agency, or the person both times,
 * is no second submission but a duplicate: see duplicates.ts. An agency without a name may be any, so it is always another.
 *
 * @param others any applications; `written` itself and deleted ones are passed over
 * @returns warnings before notes, the latest first
 */
export function clashesWith(written: Submission, others: Iterable<Application>, window: Window): readonly Clash[] {
  const company = companyKey(written.company ?? '');
  if (written.stage === 'closed' || company === '') return [];
  const clashes: Clash[] = [];
  for (const other of others) {
    const isOther = other.application_id !== written.application_id && other.deleted_at === null;
    const isThere = isOther && companyKey(other.company ?? '') === company;
    if (isThere && isForSame(written, other) && counts(other, window)) clashes.push(clashOf(written, other));
  }
  return clashes.sort(byWeight);
}

/** Whether somebody else brings it for the same role. */
function isForSame(written: Submission, other: Application): boolean {
  return !isSameChannel(channelOf(written), channelOf(other)) && isSameRole(written.position, other.position);
}

function clashOf(written: Submission, other: Application): Clash {
  const areSaved = isSaved(written) && isSaved(other);
  return {
    application_id: other.application_id,
    level: areSaved ? 'note' : 'warning',
    channel: channelOf(other),
    on: other.applied_on ?? other.stage_history[0]?.on ?? other.created_at.slice(0, 10),
  };
}

function channelOf({ via, route }: Pick<Submission, 'via' | 'route'>): Channel {
  if (via !== null && via.trim() !== '') return { by: 'agency', name: via };
  const isAgency = route === 'recruiting_agency' || route === 'staffing_agency';
  return isAgency ? { by: 'agency', name: null } : { by: 'person' };
}

function isSameChannel(one: Channel, other: Channel): boolean {
  if (one.by === 'person' || other.by === 'person') return one.by === other.by;
  return isSameCompany(one.name, other.name);
}

/** Whether an application can still be in somebody's way. */
function counts(application: Application, { today, days = YEAR }: Window): boolean {
  if (application.stage !== 'closed') return true;
  if (MAY_BE_UNSENT.includes(application.outcome) && !wasSent(application)) return false;
  const closed = application.stage_history.at(-1)?.on ?? application.updated_at.slice(0, 10);
  return closed >= addDays(today, -days);
}

function wasSent({ applied_on, stage_history }: Application): boolean {
  return applied_on !== null || stage_history.some(({ stage }) => stage !== 'saved' && stage !== 'closed');
}

function isSaved({ stage }: Pick<Submission, 'stage'>): boolean {
  return stage === undefined || stage === null || stage === 'saved';
}

function byWeight(one: Clash, other: Clash): number {
  if (one.level !== other.level) return one.level === 'warning' ? -1 : 1;
  if (one.on === other.on) return 0;
  return one.on < other.on ? 1 : -1;
}
