import * as v from 'valibot';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import type { Sending } from './sending.ts';
import {
  type Answer,
  answerSchema,
  pageSchema,
  problemSchema,
  type RecordSchema,
  recordSchema,
  resultsSchema,
} from './wire.ts';

/** What the app asks of the server: what changed, and to take changes. */
export interface Server {
  /**
   * One page of what changed since a cursor; from the beginning where it is null.
   *
   * @throws CursorExpired where everything must be read anew
   * @throws Unreachable where the server did not answer, or not with what was asked for
   */
  changes(since: string | null): Promise<ChangesPage>;

  /**
   * Sends changes.
   *
   * @returns an answer for each, in the same order
   * @throws Unreachable as above: whether they were applied is then not known, and sending them again is harmless
   */
  batch(sendings: readonly Sending[]): Promise<readonly Answer[]>;
}

export interface ChangesPage {
  readonly changes: readonly { readonly type: string; readonly record: AnyRecord }[];
  readonly cursor: string;
  readonly more: boolean;
}

/** The server did not answer, or its answer makes no sense. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The server answered, and takes nothing for a while: the message is its own sentence. */
export class NotNow extends Unreachable {
  /** After how long it may be asked again; 0 where it does not say. */
  readonly afterMs: number;

  constructor(message: string, afterMs: number) {
    super(message);
    this.afterMs = afterMs;
  }
}

/** The cursor is too old: everything must be read anew. */
export class CursorExpired extends Error {
  override readonly name = 'CursorExpired';
}

/**
 * The server, over its REST API.
 *
 * @param request takes the paths of the API as `fetch` does
 */
export function restServer(request: typeof fetch, nouns: readonly Noun[]): Server {
  const records = new Map(nouns.map((noun) => [noun.type, recordSchema(noun)]));
  return {
    async changes(since) {
      const query = new URLSearchParams({ limit: '1000', ...(since !== null && { since }) });
      const response = await answerOf(request(`/v1/changes?${query}`, { signal: patience() }));
      if (response.status === 410) throw new CursorExpired();
      const page = await bodyOf(response, pageSchema);
      const known = page.changes.filter(({ type }) => records.has(type));
      return { ...page, changes: known.map(({ type, record }) => ({ type, record: parse(recordOf(type), record) })) };
    },

    async batch(sendings) {
      const body = JSON.stringify({
        operations: sendings.map(({ type, id, operation }) => ({ ...operation, type, id })),
      });
      const headers = { 'Content-Type': 'application/json' };
      const response = await answerOf(request('/v1/batch', { method: 'POST', headers, body, signal: patience() }));
      const { results } = await bodyOf(response, resultsSchema);
      if (results.length !== sendings.length) throw new Unreachable('An answer is missing.');
      return sendings.map(({ type }, index) => parse(answerSchema(recordOf(type)), results[index]));
    },
  };

  function recordOf(type: string): RecordSchema {
    const schema = records.get(type);
    if (!schema) throw new Error(`There are no ${type}.`);
    return schema;
  }
}

/** RFC 6585: a quota is used up, or too many asked at once. */
const TOO_MANY = 429;

/** How long the server may take for an answer. */
function patience(): AbortSignal {
  return AbortSignal.timeout(30_000);
}

/** What a request was answered with; whoever signs it may say why it was not sent. */
export async function answerOf(response: Promise<Response>): Promise<Response> {
  try {
    return await response;
  } catch (cause) {
    if (cause instanceof Unreachable) throw cause;
    throw new Unreachable('There is no answer.', { cause });
  }
}

/** The body of an answer; a problem is thrown with its own sentence. */
export async function bodyOf<T>(response: Response, schema: v.GenericSchema<unknown, T>): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return parse(schema, body);
  const problem = v.safeParse(problemSchema, body);
  const sentence = problem.success ? problem.output.detail : `The server answered ${response.status}.`;
  throw response.status === TOO_MANY ? new NotNow(sentence, retryAfterMs(response)) : new Unreachable(sentence);
}

/** RFC 9110, section 10.2.3; only the number of seconds is read, never the date. */
function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After'));
  return seconds > 0 ? seconds * 1000 : 0;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return output;
  throw new Unreachable(`The answer cannot be understood: ${v.getDotPath(issues[0])}: ${issues[0].message}`);
}
