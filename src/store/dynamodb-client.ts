import { AwsClient } from 'aws4fetch';
import * as v from 'valibot';
import { StoreBusy } from './store.ts';

export interface ClientOptions {
  /** `https://dynamodb.eu-central-1.amazonaws.com`, or whatever else speaks the same protocol. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: Credentials;
  /** Told how many capacity units each request consumed. */
  readonly onCapacity?: (units: number, operation: string) => void;
  /** How long one attempt may take, in milliseconds. */
  readonly attemptMs?: number;
  /** When it must give up, in milliseconds since 1970: asked before each attempt. */
  readonly deadline?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** From 0 to below 1. */
  readonly random?: () => number;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What one attempt came to: an answer, or a reason to ask again. */
export type Attempt<Answer> = { readonly answer: Answer } | { readonly again: unknown };

export interface DynamodbClient {
  /**
   * Sends one request, again and again while DynamoDB is busy or cannot be reached.
   *
   * @param operation of the API of 2012-08-10: `GetItem`, `Query` …
   * @param schema what the answer must be
   * @throws StoreBusy when it gives up, DynamodbError where the request itself was refused
   */
  call<Schema extends v.GenericSchema>(
    operation: string,
    request: object,
    schema: Schema,
  ): Promise<v.InferOutput<Schema>>;

  /** Makes attempts until one has an answer, with longer and longer pauses; throws StoreBusy when it gives up. */
  retrying<Answer>(attempt: () => Promise<Attempt<Answer>>): Promise<Answer>;
}

/** DynamoDB refused a request for what it asks: asking again would not help. */
export class DynamodbError extends Error {
  override readonly name = 'DynamodbError';
  /** `ConditionalCheckFailedException` … */
  readonly type: string;

  constructor(type: string, detail: string) {
    super(`${type}: ${detail}`);
    this.type = type;
  }
}

/** For one call at most 1.6 s of pauses, and 20 s where every attempt hangs. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 50;
const ATTEMPT_MS = 3000;

/** Those that pass, of https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const PASSING = new Set(['ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'ThrottlingException']);

/** Speaks DynamoDB's JSON protocol, signed with Signature Version 4. */
export function dynamodbClient(options: ClientOptions): DynamodbClient {
  const { endpoint, region, credentials, onCapacity, attemptMs = ATTEMPT_MS } = options;
  const { sleep = wait, random = Math.random, deadline = () => Number.POSITIVE_INFINITY } = options;
  const aws = new AwsClient({ ...credentials, region, service: 'dynamodb', retries: 0 });
  return { call, retrying };

  async function call<Schema extends v.GenericSchema>(operation: string, request: object, schema: Schema) {
    const body = JSON.stringify({ ...request, ...(onCapacity && { ReturnConsumedCapacity: 'TOTAL' }) });
    const answer = await retrying(() => send(operation, body));
    onCapacity?.(consumedUnits(answer), operation);
    return v.parse(schema, answer);
  }

  /** Full jitter, as in https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
  async function retrying<Answer>(attempt: () => Promise<Attempt<Answer>>): Promise<Answer> {
    for (let pause = FIRST_PAUSE_MS, left = ATTEMPTS - 1; ; pause *= 2, left--) {
      const result = await attempt();
      if ('answer' in result) return result.answer;
      const nap = random() * pause;
      if (left === 0 || nap >= timeLeft()) throw busy(result.again);
      await sleep(nap);
    }
  }

  function timeLeft(): number {
    return deadline() - Date.now();
  }

  async function send(operation: string, body: string): Promise<Attempt<unknown>> {
    const signed = await aws.sign(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': `DynamoDB_20120810.${operation}` },
      body,
      signal: AbortSignal.timeout(Math.max(0, Math.min(attemptMs, timeLeft()))),
    });
    const received = await receive(signed);
    return 'again' in received ? received : judge(received.answer);
  }
}

/** Not `node:timers/promises`, which takes a tenth of the time that a function takes to load. */
function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function busy(cause: unknown): StoreBusy {
  return new StoreBusy('DynamoDB is busy or cannot be reached.', { cause });
}

interface Received {
  readonly status: number;
  readonly text: string;
}

/** A connection that breaks, and one that says nothing until the signal, are worth another attempt. */
async function receive(signed: Request): Promise<Attempt<Received>> {
  try {
    const response = await fetch(signed);
    return { answer: { status: response.status, text: await response.text() } };
  } catch (error) {
    return { again: error };
  }
}

function judge({ status, text }: Received): Attempt<unknown> {
  if (status === 200) return { answer: JSON.parse(text) };
  if (status >= 500) return { again: new Error(`HTTP ${status}: ${text.slice(0, 500)}`) };
  const error = errorOf(text);
  if (PASSING.has(error.type)) return { again: error };
  throw error;
}

/** The type comes with a namespace before it: `com.amazonaws.dynamodb.v20120810#ResourceNotFoundException`. */
const RefusalText = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ __type: v.string(), message: v.optional(v.string()), Message: v.optional(v.string()) }),
);

function errorOf(text: string): DynamodbError {
  const { success, output } = v.safeParse(RefusalText, text);
  if (!success) return new DynamodbError('UnknownError', text.slice(0, 500));
  return new DynamodbError(output.__type.replace(/^.*#/, ''), output.message ?? output.Message ?? '');
}

const Units = v.object({ CapacityUnits: v.number() });
const Consumption = v.object({ ConsumedCapacity: v.union([v.array(Units), Units]) });

/** A batch has one figure a table. */
function consumedUnits(answer: unknown): number {
  const { success, output } = v.safeParse(Consumption, answer);
  return success ? [output.ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0) : 0;
}
