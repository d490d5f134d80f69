import { OPERATIONS, type Operation } from '../domain/changes.ts';
import { type FieldError, invalidFields, type Problem } from '../domain/errors.ts';
import type { Noun } from '../domain/noun.ts';
import type { JsonSchema } from '../http/json-schema.ts';
import { problemOf } from '../http/problem.ts';
import type { Services } from '../http/route.ts';
import { chosenId } from './create.ts';

/** A change to one record of a batch, read and checked but for the fields of the record. */
export interface BatchOperation extends Operation {
  readonly noun: Noun;
  readonly id: string;
}

type Sent = Readonly<Record<string, unknown>>;
type Rule = readonly [field: string, isValid: boolean, code: FieldError['code'], detail: string];

const KEYS = ['op', 'type', 'id', 'version', 'record'];

/** Reads one operation of a batch; a bad one is a problem of its own and stops no other. */
export function readOperation(services: Services, sent: unknown): BatchOperation | { readonly problem: Problem } {
  if (!isObject(sent))
    return { problem: invalidFields([wrong('operations', 'wrong_type', 'Each operation is an object.')]) };
  const noun = services.nouns.find(({ type }) => type === sent.type);
  const op = OPERATIONS.find((name) => name === sent.op);
  const errors = rules(services.nouns, sent, noun, op).flatMap(([field, isValid, code, detail]) =>
    isValid ? [] : [wrong(field, code, detail)],
  );
  if (errors.length > 0 || !noun || !op) return { problem: invalidFields(errors) };
  return identified(services, noun, { op, version: versionOf(sent), record: recordOf(sent) }, sent.id);
}

/** The shape of an operation, for documents. */
export function operationSchema(nouns: readonly Noun[]): JsonSchema {
  return {
    type: 'object',
    properties: {
      op: { enum: OPERATIONS },
      type: { enum: nouns.map(({ type }) => type) },
      id: { type: 'string', format: 'uuid', description: 'Optional for `create`.' },
      version: {
        type: ['integer', 'null'],
        minimum: 1,
        description: 'The version that you saw, as `If-Match` has it.',
      },
      record: { type: 'object', description: 'The fields (create, replace) or the merge patch (edit).' },
    },
    required: ['op', 'type'],
    additionalProperties: false,
  };
}

function rules(
  nouns: readonly Noun[],
  sent: Sent,
  noun: Noun | undefined,
  op: Operation['op'] | undefined,
): readonly Rule[] {
  const types = nouns.map(({ type }) => type).join(', ');
  const unknown = Object.keys(sent).filter((key) => !KEYS.includes(key));
  return [
    ...unknown.map((key): Rule => [key, false, 'unknown_field', `An operation has only: ${KEYS.join(', ')}.`]),
    ['op', op !== undefined, 'bad_choice', `Choose one of: ${OPERATIONS.join(', ')}.`],
    ['type', noun !== undefined, 'bad_choice', `Choose one of: ${types}.`],
    [
      'version',
      isAbsent(sent.version) || Number.isSafeInteger(sent.version),
      'bad_number',
      'Send a whole number, or none.',
    ],
    ['record', isAbsent(sent.record) || isObject(sent.record), 'wrong_type', 'Send an object of fields.'],
  ];
}

/** The id stands beside the record or, for a create, in it; a new record without one gets one here. */
function identified(
  { newId }: Services,
  noun: Noun,
  operation: Operation,
  id: unknown,
): BatchOperation | { readonly problem: Problem } {
  try {
    const chosen = chosenId(noun, isAbsent(id) ? (operation.record ?? {}) : { [noun.idField]: id });
    if (chosen === undefined && operation.op !== 'create') return { problem: invalidFields([MISSING_ID]) };
    return { ...operation, noun, id: chosen ?? newId() };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

const MISSING_ID = wrong('id', 'required', 'Say which record: send its id.');

function versionOf({ version }: Sent): number | undefined {
  return typeof version === 'number' ? version : undefined;
}

function recordOf({ record }: Sent): Sent | undefined {
  return isObject(record) ? record : undefined;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(field: string, code: FieldError['code'], detail: string): FieldError {
  return { field, code, detail };
}
