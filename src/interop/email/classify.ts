import type { MessageClass, Proposal } from '../import/found.ts';
import type { Rule } from './rule.ts';
import { GERMAN } from './rules-de.ts';
import { ENGLISH } from './rules-en.ts';
import { FRENCH } from './rules-fr.ts';
import { sentencesOf } from './sentences.ts';

export const RULES: readonly Rule[] = [...ENGLISH, ...GERMAN, ...FRENCH];

/**
 * The first of these that a message says is what it is: a refusal thanks for the application too, an invitation asks for
 * times, an offer recalls the interview.
 */
export const PRECEDENCE: readonly MessageClass[] = [
  'rejection',
  'offer',
  'interview_invitation',
  'assessment',
  'availability_request',
  'application_confirmation',
  'recruiter_approach',
];

const LONGEST_QUOTE = 200;

const CONDITION =
  /\b(?:if|should (?:you|your|we|there)|in case|unless|once we|when we|falls|sofern|sollten?|wenn|sobald|si (?:votre|vous|nous|le|la|tu|ton|ta)|sans (?:réponse|nouvelles?|retour)|ohne (?:Rückmeldung|Antwort)|without (?:a |an )?(?:reply|response|answer)|(?:not|n't) (?:hear|heard)|dans le cas|en cas|au cas|lorsque)\b/i;
/** A date that is moved is no refusal, however much it is regretted. */
const MOVES = /\b(?:reschedul|postpon|verschieb|verschob|verleg|reporter|reporté|décal|déplac)/i;

/**
 * What a message to the person seems to say, by rules and never by guessing: undefined where no rule holds.
 *
 * @param text what is new in it, without quoted history
 */
export function classify(subject: string, text: string): Proposal | undefined {
  const sentences = sentencesOf(subject, text);
  for (const one of PRECEDENCE) {
    for (const rule of RULES) {
      if (rule.class !== one) continue;
      const sentence = sentences.find((written) => holds(rule, written));
      if (sentence !== undefined) return { class: one, because: quoted(sentence, rule.says) };
    }
  }
  return undefined;
}

function holds(rule: Rule, sentence: string): boolean {
  if (!rule.says.test(sentence)) return false;
  if (rule.class === 'rejection' && MOVES.test(sentence)) return false;
  return rule.evenIf === true || !CONDITION.test(sentence);
}

/** The sentence, or the part of a long one around the words. */
function quoted(sentence: string, says: RegExp): string {
  if (sentence.length <= LONGEST_QUOTE) return sentence;
  const { index = 0 } = says.exec(sentence) ?? {};
  const from = Math.max(0, Math.min(index - 40, sentence.length - LONGEST_QUOTE));
  return `${from > 0 ? '…' : ''}${sentence.slice(from, from + LONGEST_QUOTE).trim()}…`;
}
