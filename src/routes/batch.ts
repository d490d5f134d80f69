import { invalidFields } from '../domain/errors.ts';
import type { AnyRecord } from '../domain/noun.ts';
import { reference } from '../http/json-schema.ts';
import { problemBody, problemOf, Refusal } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import { type BatchOperation, operationSchema, readOperation } from './operation.ts';
import { perform } from './perform.ts';

const MOST_OPERATIONS = 100;

/** Many changes in one request, each judged on its own. */
export const batchChanges: Route = {
  name: 'batch',
  access: 'write',
  endpoints: (nouns) => [
    endpoint({
      method: 'POST',
      path: '/v1/batch',
      summary: 'Make many changes at once',
      description: `Up to ${MOST_OPERATIONS} changes, each judged on its own; those to the same record happen in their order. Any of them may be sent again.`,
      body: {
        mediaTypes: ['application/json'],
        schema: {
          type: 'object',
          properties: { operations: { type: 'array', maxItems: MOST_OPERATIONS, items: operationSchema(nouns) } },
          required: ['operations'],
          additionalProperties: false,
        },
      },
      answers: {
        200: {
          description: 'What became of each, in the same order.',
          schema: resultsSchema(nouns.map((noun) => noun.singular)),
        },
        400: { description: 'The body is not a list of operations.' },
      },
      handle: batch,
    }),
  ],
};

interface Result {
  readonly status: number;
  readonly record?: AnyRecord;
  readonly problem?: object;
}

async function batch(call: Call): Promise<Answer> {
  const operations = readList(call.body).map((sent) => readOperation(call, sent));
  const standing = await readStanding(call, operations.filter(isGood));
  const last = new Map<string, Promise<Result>>();
  const results = operations.map((operation) => {
    if (!isGood(operation)) return refused(operation.problem);
    const key = keyOf(operation);
    const before = last.get(key);
    const result = before
      ? before.then(() => carryOut(call, operation))
      : carryOut(call, operation, { record: standing.get(key) });
    last.set(key, result);
    return result;
  });
  return { status: 200, body: { results: await Promise.all(results) } };
}

/** The records that the operations are about, in one read; a record to be created is taken not to be there. */
async function readStanding({ store, workspace }: Call, operations: readonly BatchOperation[]) {
  const refs = operations.filter(({ op }) => op !== 'create').map(({ noun, id }) => ({ type: noun.type, id }));
  const records = refs.length > 0 ? await store.get(workspace, refs) : [];
  return new Map(refs.map((ref, place) => [`${ref.type}/${ref.id}`, records[place]]));
}

async function carryOut(
  call: Call,
  operation: BatchOperation,
  read?: { record: AnyRecord | undefined },
): Promise<Result> {
  try {
    const outcome = await perform(call, call.workspace, operation.noun, operation.id, operation, read);
    if ('problem' in outcome) return refused(outcome.problem);
    return { status: operation.op === 'create' && outcome.changed ? 201 : 200, record: outcome.record };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'internal') throw error;
    return refused(problem);
  }
}

function refused(problem: Parameters<typeof problemBody>[0]): Result {
  const body = problemBody(problem);
  return { status: body.status, problem: body };
}

function readList({ operations, ...others }: Call['body']): readonly unknown[] {
  if (Array.isArray(operations) && operations.length <= MOST_OPERATIONS && Object.keys(others).length === 0)
    return operations;
  const detail = `Send {"operations": […]} with at most ${MOST_OPERATIONS} of them, and nothing else.`;
  throw new Refusal(invalidFields([{ field: 'operations', code: 'too_many', detail, limit: MOST_OPERATIONS }]));
}

function isGood(operation: ReturnType<typeof readOperation>): operation is BatchOperation {
  return 'noun' in operation;
}

function keyOf({ noun, id }: BatchOperation): string {
  return `${noun.type}/${id}`;
}

function resultsSchema(singulars: readonly string[]) {
  const result = {
    type: 'object',
    properties: {
      status: { type: 'integer', description: 'What the change alone would have answered.' },
      record: { oneOf: singulars.map(reference), description: 'As it stands now, a deleted one too.' },
      problem: reference('problem'),
    },
    required: ['status'],
  };
  return { type: 'object', properties: { results: { type: 'array', items: result } }, required: ['results'] };
}
