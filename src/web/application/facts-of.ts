import { application } from '../../domain/application.ts';
import type { Field } from '../../domain/field.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { wordsOf } from '../contacts/words-of.ts';
import { say } from '../words/say-application.ts';

/** One line of what is known. `name` is the field that is edited for it. */
export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

const PAY = ['salary_min', 'salary_max', 'salary_currency', 'salary_period'] as const;

/** The fields in the order in which a person reads and fills them in; the salary is one line of four. */
const GROUPS = [
  ['company', 'via', 'location', 'workplace', 'workload', PAY[0]],
  ['route', 'applied_on', 'applied_by', 'deadline', 'resume_version', 'source', 'url'],
  ['tags', 'outcome_reason', 'notes'],
] as const;

/** All fields of the form of facts. Stage, people, next action and the posting's text have places of their own. */
export const FACT_NAMES: readonly string[] = [
  application.titleField,
  ...GROUPS.flat().flatMap((name) => (name === PAY[0] ? PAY : [name])),
];

/** What is known of an application, by groups; a group of which nothing is known is left out. */
export function factsOf(record: AnyRecord): readonly (readonly Fact[])[] {
  const groups = GROUPS.map((names) => names.map((name) => factOf(record, name)).filter(({ text }) => text !== ''));
  return groups.filter((facts) => facts.length > 0);
}

/** What is not known yet and can be filled in: why it ended is asked only once it has. */
export function missingFacts(record: AnyRecord): readonly Fact[] {
  const isAsked = ({ name }: Fact) => name !== 'outcome_reason' || record.stage === 'closed';
  return GROUPS.flat()
    .map((name) => factOf(record, name))
    .filter((fact) => fact.text === '' && isAsked(fact));
}

/** The salary in one line; empty where no amount is known. */
export function salaryWords({ salary_min, salary_max, salary_currency, salary_period }: AnyRecord): string {
  return say.facts.pay({
    min: typeof salary_min === 'number' ? salary_min : null,
    max: typeof salary_max === 'number' ? salary_max : null,
    currency: toText(salary_currency),
    period: toText(salary_period),
  });
}

function factOf(record: AnyRecord, name: (typeof GROUPS)[number][number]): Fact {
  if (name === PAY[0]) return { name, label: say.facts.salary, text: salaryWords(record) };
  const field: Field = application.fields[name];
  return { name, label: say.schema.label(name, field), text: wordsOf(name, field, toText(record[name])) };
}
