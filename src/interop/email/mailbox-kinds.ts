import { headerOf, type Mail, type Party } from './mail.ts';

/** Who sends on behalf of employers: the domains of applicant tracking systems and job boards. */
const ATS_DOMAINS = [
  'greenhouse.io',
  'greenhouse-mail.io',
  'lever.co',
  'workday.com',
  'myworkday.com',
  'myworkdayjobs.com',
  'personio.de',
  'personio.com',
  'personio.email',
  'smartrecruiters.com',
  'ashbyhq.com',
  'join.com',
  'successfactors.com',
  'successfactors.eu',
  'sapsf.com',
  'sapsf.eu',
  'icims.com',
  'taleo.net',
  'jobvite.com',
  'workable.com',
  'workablemail.com',
  'bamboohr.com',
  'recruitee.com',
  'teamtailor.com',
  'teamtailor-mail.com',
  'breezy.hr',
  'breezy-mail.com',
  'applytojob.com',
  'softgarden.io',
  'softgarden.de',
  'rexx-systems.com',
  'onlyfy.jobs',
  'prescreen.io',
  'umantis.com',
  'welcomekit.co',
  'talent-soft.com',
  'flatchr.io',
  'avature.net',
  'eightfold.ai',
  'indeed.com',
  'indeedemail.com',
  'stepstone.de',
  'jobs.ch',
  'hackerrank.com',
  'codility.com',
] as const;

const UNANSWERED =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|notifications?|mailer-daemon|postmaster|bounces?|auto(?:mailer|matic|-?confirm)?|alerts?|newsletter|news)(?:$|[-_.+@\d])|[-_.+](?:no[-_.]?reply|donotreply)(?:[-_.+@]|$)/i;

/** Whether a mailbox belongs to an applicant tracking system. */
export function isAts({ address }: Party): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return ATS_DOMAINS.some((one) => domain === one || domain.endsWith(`.${one}`));
}

/** Whether nobody reads what is sent to a mailbox. */
export function isUnanswered({ address }: Party): boolean {
  return UNANSWERED.test(address.slice(0, address.lastIndexOf('@') + 1));
}

/** Whether a message went to many, by its head (RFC 2369, RFC 2919). */
export function isBulk(mail: Mail): boolean {
  return (
    mail.headers.has('list-unsubscribe') ||
    mail.headers.has('list-id') ||
    /^(?:bulk|list|junk)$/i.test(headerOf(mail, 'precedence'))
  );
}

/** Whether a mailbox is a person's, as far as an address tells. */
export function isPerson(party: Party): boolean {
  return !isAts(party) && !isUnanswered(party);
}
