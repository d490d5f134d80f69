import { invalidFields } from '../domain/errors.ts';
import type { AnyRecord } from '../domain/noun.ts';
import { reference } from '../http/json-schema.ts';
import { problemBody, problemOf, Refusal } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import { carryOutEffects } from './carry-out-effects.ts';
import { type BatchOperation, operationSchema, readOperation } from './operation.ts';
import { perform } from './perform.ts';

const MOST_OPERATIONS = 100;

/** Many changes in one request, each judged on its own. */
export const batchChanges: Route = {
  name: 'batch',
  access: 'write',
  caller: 'identity',
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
      writes: ({ operations }) => (Array.isArray(operations) ? Math.max(1, operations.length) : 1),
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
    const result = before ? before.then(() => carryOut(call, operation)) : carryOut(call, operation, standing.get(key));
    last.set(key, result);
    return result;
  });
  const made = await Promise.all(results);
  const told = await Promise.all(made.map((result, index) => withEffects(call, operations[index], result)));
  return { status: 200, body: { results: told } };
}

/**
 * The records that the operations are about, in one read; a record to be created is taken not to be there. Where the
 * store is busy each operation reads on its own, and is answered on its own.
 */
async function readStanding({ store, workspace }: Call, operations: readonly BatchOperation[]) {
  const read = operations.filter(({ op }) => op !== 'create');
  const refs = read.map(({ noun, id }) => ({ type: noun.type, id }));
  const records = await store.get(workspace, refs).catch(() => undefined);
  const creates = operations.filter(({ op }) => op === 'create').map((operation) => [keyOf(operation), {}] as const);
  const standing = read.map((operation, place) => [keyOf(operation), { record: records?.[place] }] as const);
  return new Map<string, { record?: AnyRecord | undefined }>([...creates, ...(records ? standing : [])]);
}

async function carryOut(
  call: Call,
  operation: BatchOperation,
  read?: { record?: AnyRecord | undefined },
): Promise<Result> {
  try {
    const outcome = await perform(call, call.workspace, operation.noun, operation.id, operation, read);
    if ('problem' in outcome) return refused(outcome.problem);
    return { status: isNew(operation) && outcome.changed ? 201 : 200, record: outcome.record };
  } catch (error) {
    return faulty(call, error);
  }
}

function isNew({ op }: BatchOperation): boolean {
  return op === 'create' || op === 'reinstate';
}

/**
 * After all operations of the batch: its sender may have made the same edits in it, and knows the versions they meet. What
 * is reinstated had its effects once.
 */
async function withEffects(
  call: Call,
  operation: ReturnType<typeof readOperation> | undefined,
  result: Result,
): Promise<Result> {
  const { record } = result;
  if (!record || !operation || !isGood(operation) || operation.op === 'reinstate') return result;
  try {
    await carryOutEffects(call, call.workspace, operation.noun, { record, changed: true });
    return result;
  } catch (error) {
    return faulty(call, error);
  }
}

function faulty(call: Call, error: unknown): Result {
  const problem = problemOf(error);
  if (problem.code === 'internal') call.onFault(error);
  return refused(problem);
}

function refused(problem: Parameters<typeof problemBody>[0]): Result {
  const body = problemBody(problem);
  return { status: body.status, problem: body };
}

function readList({ operations, ...others }: Call['body']): readonly unknown[] {
  const isList = Array.isArray(operations) && Object.keys(others).length === 0;
  if (isList && operations.length <= MOST_OPERATIONS) return operations;
  const detail = `Send {"operations": […]} with at most ${MOST_OPERATIONS} of them, and nothing else.`;
  const code = isList ? 'too_many' : 'wrong_type';
  throw new Refusal(invalidFields([{ field: 'operations', code, detail, limit: MOST_OPERATIONS }]));
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
