import type { Problem, ProblemCode } from '../domain/errors.ts';
import { OverQuota } from '../store/quota.ts';
import { StoreBusy } from '../store/store.ts';
import type { Answer } from './route.ts';

interface Kind {
  readonly status: number;
  /** What kind of refusal this is, the same for every one of its code. */
  readonly title: string;
}

/** How each refusal is said over HTTP: the only place that knows. */
export const PROBLEM_KINDS: Readonly<Record<ProblemCode, Kind>> = {
  invalid_fields: { status: 400, title: 'Some fields are not valid' },
  invalid_parameters: { status: 400, title: 'Some query parameters are not valid' },
  malformed_json: { status: 400, title: 'The body is not a JSON object' },
  bad_id: { status: 400, title: 'The id in the path is not a UUID' },
  bad_cursor: { status: 400, title: 'The cursor is not one that this address gave' },
  bad_precondition: { status: 400, title: 'The If-Match header is not valid' },
  no_identity: { status: 403, title: 'The request names nobody' },
  forbidden_origin: { status: 403, title: 'A web page of another origin asked' },
  not_found: { status: 404, title: 'There is nothing here' },
  deleted: { status: 404, title: 'The record was deleted' },
  method_not_allowed: { status: 405, title: 'This address does not know the method' },
  bad_claim: { status: 404, title: 'This proves no right to any records' },
  already_exists: { status: 409, title: 'The id is taken' },
  claimed: { status: 409, title: 'Another account is taking these records over' },
  unreachable: { status: 409, title: 'You cannot be reached this way yet' },
  cursor_expired: { status: 410, title: 'The cursor is too old' },
  stale_version: { status: 412, title: 'Someone else changed the record first' },
  too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is not of a type that this address takes' },
  wrong_host: { status: 421, title: 'The request names another host' },
  quota_exceeded: { status: 429, title: 'This is as much as can be written in a day' },
  internal: { status: 500, title: 'Something is wrong on our side' },
  busy: { status: 503, title: 'The records cannot be reached right now' },
};

const LATER = 'Nothing was changed, and reading goes on: send it again after midnight, UTC.';

/** Stops a handler with a refusal; the app turns it into an answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** A refusal as problem details (RFC 9457), with the stable `code` and, where fields are wrong, `errors`. */
export function problemAnswer(problem: Problem, headers: Readonly<Record<string, string>> = {}): Answer {
  const seconds = problem.retry_after ?? (problem.code === 'busy' ? 1 : undefined);
  const retry = seconds !== undefined && { 'Retry-After': String(seconds) };
  const body = problemBody(problem);
  return { status: body.status, headers: { 'Content-Type': 'application/problem+json', ...retry, ...headers }, body };
}

export function problemBody(problem: Problem) {
  return { type: `/v1/docs#${problem.code}`, ...PROBLEM_KINDS[problem.code], ...problem };
}

/** What an exception means to the caller; what it was in detail is for the log alone. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof StoreBusy)
    return { code: 'busy', detail: `${error.message} Nothing was changed: try again.`.trim() };
  if (error instanceof OverQuota)
    return { code: 'quota_exceeded', detail: `${error.message} ${LATER}`, retry_after: error.seconds };
  return {
    code: 'internal',
    detail: 'Something went wrong on our side. What you sent may not have been kept: look, and try again.',
  };
}
