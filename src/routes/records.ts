import type { Operation, Outcome } from '../domain/changes.ts';
import { type AnyRecord, idOf, type Noun } from '../domain/noun.ts';
import { reference } from '../http/json-schema.ts';
import { entityTag, versionOfIfMatch } from '../http/precondition.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Answer, AnswerDescription, Call, Endpoint } from '../http/route.ts';
import { carryOutEffects } from './carry-out-effects.ts';
import { perform } from './perform.ts';

/** The same endpoint for every noun. */
export function perNoun(describe: (noun: Noun) => Endpoint): (nouns: readonly Noun[]) => readonly Endpoint[] {
  return (nouns) => nouns.map(describe);
}

/** Carries out the change that a request asks of the record in its path. */
export async function change(noun: Noun, call: Call, op: Operation['op']): Promise<Answer> {
  const version = versionOfIfMatch(call.header('If-Match'));
  const outcome = await perform(call, call.workspace, noun, call.id, { op, version, record: call.body });
  await carryOutEffects(call, call.workspace, noun, outcome);
  return outcomeAnswer(noun, outcome);
}

export function outcomeAnswer(noun: Noun, outcome: Outcome): Answer {
  return 'problem' in outcome
    ? problemAnswer(outcome.problem, tagOf(outcome.problem.record))
    : recordAnswer(noun, outcome.record);
}

export function recordAnswer(noun: Noun, record: AnyRecord, status = 200): Answer {
  const headers = { ETag: entityTag(record.version), ...(status === 201 && { Location: pathOf(noun, record) }) };
  return { status, headers, body: record };
}

/** The answers of every endpoint that changes one record. */
export function changeAnswers(
  noun: Noun,
  missing = `There is no such ${noun.singular}, or it was deleted.`,
): Readonly<Record<number, AnswerDescription>> {
  return {
    200: { description: `The ${noun.singular} as it stands now.`, schema: reference(noun.singular) },
    400: { description: 'The id, the header or some fields are not valid: `errors` names each.' },
    404: { description: missing },
    412: { description: '`If-Match` names a version that is no more: `record` is the one that stands.' },
  };
}

export const IF_MATCH = { 'If-Match': 'The ETag of the version that you saw. Without it, whatever stands is changed.' };

function pathOf(noun: Noun, record: AnyRecord): string {
  return `/v1/${noun.type}/${idOf(noun, record)}`;
}

function tagOf(record: object | undefined): Readonly<Record<string, string>> {
  return record && 'version' in record ? { ETag: entityTag(Number(record.version)) } : {};
}
