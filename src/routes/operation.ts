import * as v from 'valibot';
import { isCalendarDate } from '../domain/dates.ts';
import { type FieldError, invalidFields, type Problem } from '../domain/errors.ts';
import { uuid } from '../domain/id.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import type { Noun } from '../domain/noun.ts';
import { API_OPERATIONS, type ApiOperation } from '../domain/reinstate.ts';
import type { JsonSchema } from '../http/json-schema.ts';
import { problemOf } from '../http/problem.ts';
import type { Services } from '../http/route.ts';
import { chosenId } from './create.ts';

/** A change to one record of a batch, read and checked but for the fields of the record. */
export interface BatchOperation extends ApiOperation {
  readonly noun: Noun;
  readonly id: string;
}

type Refused = { readonly problem: Problem };

/** Reads one operation of a batch; a bad one is a problem of its own and stops no other. */
export function readOperation(services: Services, sent: unknown): BatchOperation | Refused {
  const { success, output, issues } = v.safeParse(SentOperation, sent);
  if (!success) return { problem: invalidFields(issues.map(fieldError)) };
  const noun = services.nouns.find(({ type }) => type === output.type);
  const errors = [...(noun ? [] : [unknownType(services.nouns)]), ...uselessParts(output)];
  if (errors.length > 0 || !noun) return { problem: invalidFields(errors) };
  const { op, id, version, record, change_id, on } = output;
  const operation = { op, version: version ?? undefined, record: record ?? undefined, on: on ?? undefined };
  return identified(services, noun, { ...operation, change_id: change_id ?? undefined }, id);
}

/** The shape of an operation, for documents. */
export function operationSchema(nouns: readonly Noun[]): JsonSchema {
  return {
    type: 'object',
    properties: {
      op: { enum: API_OPERATIONS },
      type: { enum: nouns.map(({ type }) => type) },
      id: {
        type: 'string',
        format: 'uuid',
        description: 'Optional for `create` and `reinstate`: it may stand in the record.',
      },
      version: {
        type: ['integer', 'null'],
        minimum: 1,
        description: 'The version that you saw, as `If-Match` has it.',
      },
      record: {
        type: 'object',
        description:
          'The fields (create, replace), the merge patch (edit), or the record as an export has it (reinstate).',
      },
      change_id: {
        type: ['string', 'null'],
        pattern: CHANGE_ID.source,
        description: 'Chosen by you, another for each change: the same one again changes nothing, whatever came since.',
      },
      on: {
        type: ['string', 'null'],
        format: 'date',
        description:
          'The day on which it happened, where the person is, for the history of stages and statuses; by default, the day when it comes, in UTC.',
      },
    },
    required: ['op', 'type'],
    additionalProperties: false,
  };
}

/** Long enough for a UUID, short enough to be kept with its record. */
const CHANGE_ID = /^[\w-]{8,36}$/;
const WRONG_CHANGE_ID = 'Send 8 to 36 letters, digits, - and _: a UUID, say.';

const WRONG_DAY = 'Send a date as YYYY-MM-DD.';
const NUMBER = 'Send a whole number from 1, or none.';

const SentOperation = v.strictObject(
  {
    op: v.picklist(API_OPERATIONS, `Choose one of: ${API_OPERATIONS.join(', ')}.`),
    type: v.string('Send the type of the record as a text.'),
    id: v.nullish(v.string('Send the id of the record as a text.')),
    version: v.nullish(v.pipe(v.number(NUMBER), v.safeInteger(NUMBER), v.minValue(1, NUMBER))),
    record: v.nullish(v.custom<JsonObject>(isObject, 'Send an object of fields.')),
    change_id: v.nullish(v.pipe(v.string(WRONG_CHANGE_ID), v.regex(CHANGE_ID, WRONG_CHANGE_ID))),
    on: v.nullish(v.pipe(v.string(WRONG_DAY), v.check(isCalendarDate, WRONG_DAY))),
  },
  'An operation is an object with op and type; it may have id, version, record, change_id and on, and nothing else.',
);

/** What each operation has no use for: it would be dropped without a word. */
const USELESS = {
  create: ['version'],
  reinstate: ['version', 'on'],
  replace: [],
  edit: [],
  remove: ['record', 'on'],
  restore: ['record', 'on'],
} as const;

function uselessParts(sent: v.InferOutput<typeof SentOperation>): FieldError[] {
  const { op } = sent;
  return USELESS[op]
    .filter((part) => sent[part] !== undefined && sent[part] !== null)
    .map((field) => ({ field, code: 'unknown_field', detail: `A ${op} has no ${field}.` }));
}

/** What brings a record that was not there. */
const BRINGS: ReadonlySet<ApiOperation['op']> = new Set(['create', 'reinstate']);

/** The id stands beside the record or, where it is brought, in it; a new record without one gets one here. */
function identified(
  { newId }: Services,
  noun: Noun,
  operation: ApiOperation,
  id: string | null | undefined,
): BatchOperation | Refused {
  if (BRINGS.has(operation.op)) {
    try {
      const chosen = chosenId(noun, id ? { [noun.idField]: id } : (operation.record ?? {}));
      return { ...operation, noun, id: chosen ?? newId() };
    } catch (error) {
      return { problem: problemOf(error) };
    }
  }
  const known = uuid(id);
  return known === undefined ? { problem: invalidFields([WRONG_ID]) } : { ...operation, noun, id: known };
}

const WRONG_ID: FieldError = { field: 'id', code: 'bad_id', detail: 'Say which record: send its id, a UUID.' };

function unknownType(nouns: readonly Noun[]): FieldError {
  return { field: 'type', code: 'bad_choice', detail: `Choose one of: ${nouns.map(({ type }) => type).join(', ')}.` };
}

function fieldError(issue: v.InferIssue<typeof SentOperation>): FieldError {
  const [part] = issue.path ?? [];
  return { field: part ? String(part.key) : 'operations', code: 'bad_value', detail: issue.message };
}
