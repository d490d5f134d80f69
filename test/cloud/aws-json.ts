import * as v from 'valibot';
import type { Received, Sent } from './server.ts';

/** A refusal of an AWS service of the JSON protocol 1.1. */
export class AwsError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

type Operation = (input: unknown, request: Received) => object | Promise<object>;

/**
 * Answers requests of the JSON protocol 1.1 (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html)
 * and pages of any origin, as Cognito does.
 *
 * @param target what stands before the operation in `X-Amz-Target`
 */
export function jsonService(target: string, operations: Readonly<Record<string, Operation>>) {
  return async (request: Received): Promise<Sent> => {
    if (request.method === 'OPTIONS') return preflight(request);
    try {
      const operation = operationOf(request, target, operations);
      return answer(200, {}, await operation(parseBody(request), request));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      // The colon is Cognito's own, where other services have none.
      const headers = { 'x-amzn-ErrorType': `${error.type}:`, 'x-amzn-ErrorMessage': error.message };
      return answer(400, headers, { __type: error.type, message: error.message });
    }
  };
}

/** @throws AwsError as AWS words it, with the members that are wrong */
export function parseInput<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const { success, output, issues } = v.safeParse(schema, input);
  if (success) return output;
  const wrong = issues.map((issue) => {
    const member = v.getDotPath(issue) ?? '';
    const name = member.charAt(0).toLowerCase() + member.slice(1);
    return `Value at '${name}' failed to satisfy constraint: ${issue.message}`;
  });
  throw new AwsError('ValidationException', `${wrong.length} validation error detected: ${wrong.join('; ')}`);
}

function operationOf(request: Received, target: string, operations: Readonly<Record<string, Operation>>): Operation {
  const [service, name = ''] = request.header('x-amz-target')?.split('.') ?? [];
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  const isJson = request.header('content-type')?.startsWith('application/x-amz-json-1.1');
  if (request.method !== 'POST' || service !== target || !operation || !isJson)
    throw new AwsError('UnknownOperationException', '');
  return operation;
}

function parseBody({ body }: Received): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new AwsError('SerializationException', 'Start of structure or map found where not expected.');
  }
}

function preflight(request: Received): Sent {
  return {
    status: 200,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': request.header('access-control-request-headers') ?? '',
      'Access-Control-Max-Age': '172800',
    },
  };
}

function answer(status: number, headers: Record<string, string>, body: object): Sent {
  return {
    status,
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
      'x-amzn-RequestId': crypto.randomUUID(),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}
