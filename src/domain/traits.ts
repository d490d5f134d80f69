import type { Application } from './application.ts';
import { companyKey } from './company-name.ts';
import type { Contact } from './contact.ts';
import { phoneKeys } from './phone.ts';
import { roleWords } from './role.ts';
import { fold, words } from './search.ts';
import { postingKey, profileKey } from './web-key.ts';

/** Why two records are likely the same. */
export type Likeness = 'email' | 'phone' | 'linkedin_url' | 'name_and_company' | 'url' | 'position_and_company';

/** Something by which a record is known: two that share one are likely the same. */
export interface Trait {
  readonly by: Likeness;
  readonly key: string;
  /** Tells those of one key apart; null agrees with any. */
  readonly variant: string | null;
}

/** How records of a noun are compared. */
export interface Comparison<Fields, T extends Fields = Fields> {
  readonly idOf: (record: T) => string;
  readonly traitsOf: (fields: Fields) => readonly Trait[];
}

type PersonFields = Pick<Contact, 'name' | 'company' | 'recruiter_company' | 'email' | 'phone' | 'linkedin_url'>;

type JobFields = Pick<Application, 'position' | 'company' | 'url' | 'via' | 'route'>;

/** Contacts by the person that they are. */
export const PERSON: Comparison<PersonFields, Contact> = {
  idOf: ({ contact_id }) => contact_id,
  traitsOf: traitsOfPerson,
};

/** Applications by the job that they are for. */
export const JOB: Comparison<JobFields, Application> = {
  idOf: ({ application_id }) => application_id,
  traitsOf: traitsOfJob,
};

/**
 * By what a person is known: e-mail, each phone number, LinkedIn profile, and the name with each company, in any order of
 * its words. A shared mailbox and what stands in for no address at all are nobody's.
 */
function traitsOfPerson(contact: PersonFields): readonly Trait[] {
  const { company, recruiter_company, phone, linkedin_url } = contact;
  const traits: Trait[] = [];
  const [email, profile] = [mailboxKey(contact.email ?? ''), profileKey(linkedin_url ?? '')];
  if (email !== null) traits.push(trait('email', email));
  for (const { local, worldwide } of phoneKeys(phone ?? '')) traits.push(trait('phone', local, worldwide));
  if (profile !== null) traits.push(trait('linkedin_url', profile));
  const name = words(contact.name).sort().join(' ');
  const companies = [companyKey(company ?? ''), companyKey(recruiter_company ?? '')];
  for (const [place, employer] of companies.entries()) {
    const isNew = name !== '' && employer !== '' && companies.indexOf(employer) === place;
    if (isNew) traits.push(trait('name_and_company', `${name}@${employer}`));
  }
  return traits;
}

/**
 * By what a job is known: the address of its posting, and the role with the company, where that is told. Gone for through
 * somebody else it is a second submission (double-submission.ts), which happened: no duplicate.
 */
function traitsOfJob({ position, company, url, via, route }: JobFields): readonly Trait[] {
  const [employer, role, posting] = [companyKey(company ?? ''), roleWords(position).join(' '), postingKey(url ?? '')];
  const traits: Trait[] = [];
  const isAgency = route === 'recruiting_agency' || route === 'staffing_agency';
  const channel = via?.trim() ? `agency ${companyKey(via)}` : isAgency ? 'agency' : 'person';
  if (posting !== null) traits.push(trait('url', posting, channel));
  if (employer !== '' && role !== '') traits.push(trait('position_and_company', `${role}@${employer}`, channel));
  return traits;
}

function trait(by: Likeness, key: string, variant: string | null = null): Trait {
  return { by, key, variant };
}

/** Mailboxes of a firm, not of a person. */
const SHARED = new Set(
  `admin apply application applications bewerbung bewerbungen career careers contact hiring hr info job jobs karriere
  kontakt office people personal recruiting recruitment support talent team work`.split(/\s+/),
);

/** What is typed where an address is asked for and none is known, or written by a program. */
const NO_MAILBOX =
  /^(?:none|na|n\.a|nil|null|unknown|no[-_.]?(?:e[-_.]?)?mail|x+)@|(?:no|do[-_.]?not|hit)[-_.]?reply[^@]*@|\.invalid$/;

function mailboxKey(email: string): string | null {
  const key = fold(email.trim());
  const [mailbox = ''] = key.split('@');
  return key === '' || NO_MAILBOX.test(key) || SHARED.has(mailbox) ? null : key;
}
