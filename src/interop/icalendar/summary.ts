import { INTERVIEWS } from '../../domain/conversations.ts';
import { fold } from '../../domain/search.ts';
import type { Reading } from '../import/format.ts';
import type { JobNamed, PersonNamed } from '../import/found.ts';
import { isOwnPerson } from './people.ts';

/** What the kinds of conversations are called, in the order in which they are looked for; accents and case aside. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  [
    'recruiter_screen',
    /\bscreen(?:ing)?\b|\brecruiter (?:call|chat)\b|\bintro(?:ductory)? call\b|\berstgesprach\b|\bkennenlern/,
  ],
  ['final', /\b(?:final|last) (?:round|interview)\b|\bletzte runde\b|\bfinalrunde\b/],
  ['panel', /\bpanel\b/],
  ['on_site', /\bon-?site\b|\bsuper ?day\b|\bvor ort\b|\bsur place\b/],
  [
    'technical',
    /\btechni(?:cal|sch|que)|\btech (?:interview|round)\b|\bcoding\b|\bsystem design\b|\bpair(?:ing| programming)\b/,
  ],
  ['behavioural', /\bbehaviou?ral\b|\b(?:culture|values|competency)[ -](?:fit|based|interview)\b/],
  ['call', /\bcall\b|\bphone\b|\btelefon|\banruf\b|\bappel\b|\bchat\b|\bsync\b|\bcatch[ -]?up\b/],
];

const INTERVIEW = /interviews?\b|\bvorstellungsgesprach|\bbewerbungsgesprach|\bentretien\b|\bentrevista\b/;
const JOB = /\brecruit|\bhiring\b|\bhr\b|\bjob\b|\bbewerbung|\bcandidate\b|\bcareer|\boffer (?:call|discussion)\b/;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:van|von|de|der|den|di|da|la|le|al|bin)\s+)*\p{Lu}[\p{L}\p{M}'’.-]*){0,3}`;
const COMPANY = String.raw`[\p{Lu}\p{N}][\p{L}\p{M}\p{N}&'’.-]*(?:\s+[\p{Lu}\p{N}&][\p{L}\p{M}\p{N}&'’.-]*){0,3}`;
const WITH = new RegExp(String.raw`(?:^|\s)(?:with|w/|mit|avec|con)\s+(${NAME})`, 'u');
const AT = new RegExp(String.raw`(?:\s|^)(?:@|at|from|bei|von|chez)\s*(${COMPANY})|\((${COMPANY})\)\s*$`, 'u');
const BETWEEN = /<>|<->|\u2194|\/|\band\b|\bund\b|&/u;

/** What tells something stands at the beginning; more would only take time. */
const LONGEST = 500;

/** What the line that names an event says. */
export interface SummaryRead {
  /** The kind of conversation; null where it does not tell. */
  readonly kind: string | null;
  readonly isInterview: boolean;
  /** Whether it is about finding work, whoever takes part. */
  readonly isOfJob: boolean;
  readonly person: PersonNamed | null;
  readonly job: JobNamed | null;
}

/** Reads such as `Technical interview with Ada Lee @ Acme`, `Intro: Ada Lee <> Bo Own` or `Telefoninterview mit Frau Muster`. */
export function readSummary(whole: string, own: Reading['own']): SummaryRead {
  const summary = whole.slice(0, LONGEST);
  const plain = fold(summary);
  const kind = KINDS.find(([, words]) => words.test(plain))?.[0] ?? null;
  const isInterview = INTERVIEW.test(plain) || (kind !== null && Object.hasOwn(INTERVIEWS, kind));
  const [, named] = WITH.exec(summary) ?? [];
  const [, company, inBrackets] = AT.exec(summary) ?? [];
  const isCompany = named !== undefined && isInterview && !/\s/.test(named);
  const employer = company ?? inBrackets ?? (isCompany ? named : undefined);
  const name = isCompany ? undefined : (named ?? otherOf(summary, own));
  const isSelf = name !== undefined && isOwnPerson({ name }, own);
  return {
    kind,
    isInterview,
    isOfJob: isInterview || JOB.test(plain),
    person: name && !isSelf ? { name: name.trim(), ...(company && { company }) } : null,
    job: employer ? { company: employer.trim() } : null,
  };
}

/** In `Intro: Ada Lee <> Bo Own`, the one who is not the person themselves. */
function otherOf(summary: string, own: Reading['own']): string | undefined {
  const sides = summary.replace(/^[^:]*:\s*/, '').split(BETWEEN);
  const [one, other, ...more] = sides.map((side) => side.trim());
  if (!one || !other || more.length > 0) return undefined;
  const isWhole = (name: string) => new RegExp(`^${NAME}$`, 'u').test(name);
  if (isOwnPerson({ name: one }, own)) return isWhole(other) ? other : undefined;
  return isOwnPerson({ name: other }, own) && isWhole(one) ? one : undefined;
}
