import { application } from '../../domain/application.ts';
import { companyKey } from '../../domain/company-name.ts';
import { utcMillis } from '../../domain/dates.ts';
import { isEqual, type JsonObject } from '../../domain/json.ts';
import { phoneKeys } from '../../domain/phone.ts';
import { fold, words } from '../../domain/search.ts';
import { JOB, PERSON, type Trait } from '../../domain/traits.ts';
import { postingKey, profileKey } from '../../domain/web-key.ts';
import type { FoundType } from './found.ts';
import type { MatchReason } from './plan.ts';

/** Something by which a record is known again when it comes from a file. */
export interface Mark {
  readonly by: MatchReason;
  /** Another one for each `by`. */
  readonly key: string;
  /** Tells those of one key apart; null agrees with any. */
  readonly variant: string | null;
}

/** By these it is the same, whatever else is said of it. */
const CERTAIN: ReadonlySet<MatchReason> = new Set(['email', 'linkedin_url', 'url', 'source_id']);

/** By these it is the same as well, unless that surely is something else of the file. */
export const SAME: ReadonlySet<MatchReason> = new Set(['moment', 'same']);

export function isCertain({ by }: Pick<Mark, 'by'>): boolean {
  return CERTAIN.has(by);
}

/** The fields by which records of a noun are known, beside their names. */
export function knownFields(type: FoundType): readonly string[] {
  return APART_BY[type] ?? [];
}

/** Whether it has more than its name by which it can be known again. */
export function hasIdentity(type: FoundType, values: JsonObject): boolean {
  return knownFields(type).some((name) => values[name] !== undefined);
}

/** By what the fields of a record of a noun are known. Addresses and numbers are taken apart for it, which takes a while. */
export function marksOf(type: FoundType, values: JsonObject): readonly Mark[] {
  switch (type) {
    case 'contacts':
      return marksOfPerson(values);
    case 'applications':
      return marksOfJob(values);
    case 'interactions':
      return [...sourceMark(values), ...momentMark(values)];
    case 'tasks':
      return [...sourceMark(values), mark('same', `${fold(textOf(values.title))}|${textOf(values.due_on)}`)];
  }
}

/** Whether two records that share something are told apart by something else: two people of one name, two messages. */
export function contradict(type: FoundType, one: JsonObject, other: JsonObject): boolean {
  const differ = (name: string) => Boolean(one[name] && other[name]) && !isSame(name, one[name], other[name]);
  if (type === 'contacts') return differ('email') || differ('linkedin_url');
  return type !== 'applications' && differ('source_id');
}

/** What tells those of one name apart, beside what always does. */
const APART_BY: Readonly<Partial<Record<FoundType, readonly string[]>>> = {
  contacts: ['email', 'linkedin_url', 'phone', 'company'],
  applications: ['company', 'url', 'source_id'],
};

/** Whether what has one name may be one as far as all is known. */
export function contradictByName(type: FoundType, one: JsonObject, other: JsonObject): boolean {
  const differ = (name: string) => Boolean(one[name] && other[name]) && !isSame(name, one[name], other[name]);
  return knownFields(type).some(differ);
}

/** Whether two values of a field say the same, however they are written. */
export function isSame(name: string, one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return isEqual(one, other);
  if (one.trim() === other.trim()) return true;
  switch (name) {
    case 'linkedin_url':
      return profileKey(one) !== null && profileKey(one) === profileKey(other);
    case 'url':
      return postingKey(one) !== null && postingKey(one) === postingKey(other);
    case 'source_id':
      return false;
    case 'company':
      return companyKey(one) !== '' && companyKey(one) === companyKey(other);
    case 'phone':
      return isSamePhone(one, other);
    case 'occurred_at':
    case 'last_contacted':
    case 'done_at':
      return utcMillis(one) === utcMillis(other) && one.includes('T') === other.includes('T');
    default:
      return one.trim().toLowerCase() === other.trim().toLowerCase();
  }
}

function isSamePhone(one: string, other: string): boolean {
  const [ours, theirs] = [phoneKeys(one), phoneKeys(other)];
  const isThere = (key: (typeof ours)[number]) =>
    ours.some(
      ({ local, worldwide }) =>
        local === key.local && (worldwide === null || key.worldwide === null || worldwide === key.worldwide),
    );
  return theirs.length > 0 && theirs.every(isThere);
}

function marksOfPerson(values: JsonObject): readonly Mark[] {
  const person = {
    name: textOf(values.name),
    email: textOf(values.email) || null,
    company: textOf(values.company),
    recruiter_company: textOf(values.recruiter_company),
    phone: textOf(values.phone),
    linkedin_url: textOf(values.linkedin_url),
  };
  const marks = PERSON.traitsOf(person).map(markOf);
  const name = words(person.name).sort().join(' ');
  if (name === '') return marks;
  const mailbox = fold(textOf(values.email).trim());
  // Somebody's name at a mailbox that several share is that person.
  const shared = mailbox === '' ? [] : [mark('email', `${mailbox}|${name}`)];
  return [...marks, ...shared, mark('name', name)];
}

function marksOfJob(values: JsonObject): readonly Mark[] {
  const called = `${words(textOf(values.position)).join(' ')}@${companyKey(textOf(values.company))}`;
  return [...sourceMark(values), ...JOB.traitsOf(jobOf(values)).map(markOf), mark('name', called)];
}

/** In the same minute with the same person in the same direction, beginning with the same words. */
function momentMark(values: JsonObject): readonly Mark[] {
  const at = textOf(values.occurred_at);
  const minute = at.includes('T') ? Math.floor(utcMillis(at) / 60_000) : at;
  const beginning = words(textOf(values.subject).slice(0, 200) || textOf(values.body).slice(0, 200)).slice(0, 12);
  const party = textOf(values.contact_id) || textOf(values.application_id);
  return [mark('moment', [party, minute, textOf(values.direction), beginning.join(' ')].join('|'))];
}

function sourceMark({ source_id }: JsonObject): readonly Mark[] {
  return typeof source_id === 'string' ? [mark('source_id', source_id)] : [];
}

function jobOf(values: JsonObject): Parameters<typeof JOB.traitsOf>[0] {
  const route = application.fields.route;
  return {
    position: textOf(values.position),
    company: textOf(values.company),
    url: textOf(values.url),
    via: textOf(values.via),
    route: isKeyOf(route.choices ?? {}, values.route) ? values.route : null,
  };
}

type Route = Parameters<typeof JOB.traitsOf>[0]['route'];

function isKeyOf(choices: object, value: unknown): value is NonNullable<Route> {
  return typeof value === 'string' && Object.hasOwn(choices, value);
}

function markOf({ by, key, variant }: Trait): Mark {
  return { by, key: `${by} ${key}`, variant };
}

function mark(by: MatchReason, key: string): Mark {
  return { by, key: `${by} ${key}`, variant: null };
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
