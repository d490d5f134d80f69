import type { JobNamed } from '../import/found.ts';
import type { Party } from './mail.ts';
import { sentencesOf } from './sentences.ts';

const LONGEST = 120;
/** A company is written with a capital or a figure, and ends where the sentence goes on. */
const COMPANY = String.raw`(?<company>[\p{Lu}\d][^.,;:!?|()<>"]{0,78}?(?:\.(?:com|io|ai|ch|de|fr|net|org))?)`;
const ENDS = String.raw`(?=\s*(?:[.,;:!?|()<>"]|$|\s(?:[-–—]|and|has|have|was|is|und|wurde|ist|haben|et|a bien|a été|via|through|erhalten|eingegangen)\b|\s[-–—]\s))`;
const POSITION = String.raw`["“„«]?\s?(?<position>[^.;!?"“”«»]{2,118}?)\s?["”“»]?`;
const EN_OF = `(?:the |our |a |an )?(?:(?:open )?(?:position|role|job|post) (?:of |as |for )?)?(?:the )?`;
const EN_WORD = `(?: (?:position|role|opening|job|vacancy|opportunity))?`;

/** Phrases that name both a job and a company, or one of them; the fuller ones first. */
const PHRASES: readonly RegExp[] = [
  phrase(
    `(?:appl(?:ication|ying)|applied|interest) (?:for|to|in) ${EN_OF}${POSITION}${EN_WORD} (?:at|with|@) ${COMPANY}${ENDS}`,
  ),
  phrase(`appl(?:ication|ying) to ${COMPANY} (?:for|as) ${EN_OF}${POSITION}${EN_WORD}(?=[.,;!?|]|$| has| was)`),
  phrase(`application for ${POSITION} (?:was|has been) (?:sent|submitted) to ${COMPANY}${ENDS}`),
  phrase(
    `(?:Ihre[rn]?|deine[rn]?) Bewerbung (?:um|für|auf|als) (?:(?:die|eine|der|den) )?(?:(?:(?:ausgeschriebene )?(?:Stelle|Position)|Stelle|Position)(?: als| der| des)? )?${POSITION} (?:bei(?: der| dem)?|in der Firma) ${COMPANY}${ENDS}`,
  ),
  phrase(
    `(?:votre|ta) candidature (?:au|pour le|sur le) poste (?:de |d'|d’)?${POSITION} (?:chez|au sein de(?: la)?|auprès de) ${COMPANY}${ENDS}`,
  ),
  phrase(`(?:thank you|thanks) for (?:applying|your application) (?:to|at|with) ${COMPANY}${ENDS}`),
  phrase(`your application (?:(?:was|has been) (?:sent |submitted )?)?(?:to|at|with) ${COMPANY}${ENDS}`),
  phrase(`following items were sent to ${COMPANY}${ENDS}`),
  phrase(`^Indeed application: ${POSITION}$`),
  phrase(`(?:applying|application|applied) (?:for|to) ${EN_OF}${POSITION} (?:position|role|opening|vacancy)\\b`),
  phrase(`(?:Ihre[rn]?|deine[rn]?) Bewerbung bei(?: der| dem)? ${COMPANY}${ENDS}`),
  phrase(`(?:Ihre[rn]?|deine[rn]?) Bewerbung als ${POSITION}(?= (?:erhalten|ist|und|haben)\\b|[.,;!?]|$)`),
  phrase(`(?:votre|ta) candidature chez ${COMPANY}${ENDS}`),
  phrase(`(?:votre|ta) candidature (?:au|pour le) poste (?:de |d'|d’)${POSITION}(?=[.,;!?]|$| a )`),
];

/** The job that a message names by a known phrase, such as "your application for X at Y". */
export function jobIn(subject: string, text: string): JobNamed | undefined {
  const sentences = sentencesOf(subject, text.slice(0, 3_000));
  for (const one of PHRASES) {
    for (const sentence of sentences) {
      const found = namedIn(one, sentence);
      if (found) return found;
    }
  }
  return undefined;
}

const TEAM =
  /\s*\b(?:careers?|recruiting|recruitment|recruiter|hiring(?: team)?|talent(?: acquisition)?(?: team)?|jobs?|people(?: team| & culture)?|hr(?: team)?|human resources|bewerbung(?:en|smanagement)?|karriere|personal(?:abteilung)?|recrutement|team|notifications?)\b\s*$/i;
const NO_COMPANY =
  /^(?:no.?reply|do.?not.?reply|notifications?|workday|greenhouse|lever|ashby|personio|smartrecruiters|join|join\.com|teamtailor|recruitee|workable|icims|taleo|successfactors|sap successfactors|jobvite|careers?|jobs?|recruiting|recruitment|hr|info|softgarden|indeed(?: apply)?|linkedin|the)?$/i;

/** The company behind the mailbox of an applicant tracking system: "Northwind Careers", "Ada from Northwind". */
export function companyOf({ name }: Party): string | undefined {
  const [, of = ''] = /\s(?:from|at|@|bei|chez|via)\s+(.{2,80})$/i.exec(name) ?? [];
  let company = (of || name).replace(/["'()]/g, '').trim();
  if (of === '' && !TEAM.test(company)) return undefined;
  while (TEAM.test(company)) company = company.replace(TEAM, '').trim();
  return NO_COMPANY.test(company) || company.includes('@') || company.length > LONGEST ? undefined : company;
}

const NO_NAME = /^(?:us|our(?: company| team)?|you|your|this|that|it|the|an?)$|\b(?:position|role|opening|vacancy)$/i;

function namedIn(one: RegExp, sentence: string): JobNamed | undefined {
  const { position = '', company = '' } = one.exec(sentence)?.groups ?? {};
  const job = { position: tidy(position), company: tidy(company) };
  if (NO_NAME.test(job.company) || NO_NAME.test(job.position)) return undefined;
  if (job.company !== '' && !/^[\p{Lu}\d]/u.test(job.company)) return undefined;
  if (/^\p{Ll}/u.test(job.position) && !/poste|candidature/i.test(sentence)) return undefined;
  // A title may hold a comma, as in "Engineer, Data"; a sentence goes on in small letters.
  if (/, ?\p{Ll}/u.test(job.position)) return undefined;
  if (job.position === '' && job.company === '') return undefined;
  return { ...(job.company && { company: job.company }), ...(job.position && { position: job.position }) };
}

const tidy = (words: string) => words.replace(/^["“„«\s]+|["”“»\s.]+$/g, '').replace(/\s+(?:position|role)$/i, '');

function phrase(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}])${source}`, 'iu');
}
