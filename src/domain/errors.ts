/** What is wrong with one field: a stable code, and a sentence with the remedy. */
export interface FieldError {
  readonly field: string;
  readonly code: FieldErrorCode;
  readonly detail: string;
  /** The bound that was passed, where the code speaks of one. */
  readonly limit?: number;
}

export type FieldErrorCode =
  | 'required'
  | 'wrong_type'
  | 'too_long'
  | 'too_many'
  | 'bad_email'
  | 'bad_url'
  | 'bad_date'
  | 'bad_date_time'
  | 'bad_time'
  | 'bad_time_zone'
  | 'bad_choice'
  | 'bad_number'
  | 'contradiction'
  | 'bad_tag'
  | 'bad_text'
  | 'bad_id'
  | 'bad_value'
  | 'unknown_field'
  | 'read_only';

/** Everything that can go wrong with a request for a reason that the caller can mend: a closed set. */
export const PROBLEM_CODES = [
  'invalid_fields',
  'invalid_parameters',
  'malformed_json',
  'bad_id',
  'bad_cursor',
  'bad_precondition',
  'not_found',
  'deleted',
  'already_exists',
  'bad_claim',
  'claimed',
  'unreachable',
  'stale_version',
  'busy',
  'quota_exceeded',
  'cursor_expired',
  'method_not_allowed',
  'too_large',
  'unsupported_media_type',
  'no_identity',
  'forbidden_origin',
  'wrong_host',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A refusal: a stable code, a sentence that a person understands, and what helps to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** After how many seconds the same may be asked again, where that is known. */
  readonly retry_after?: number;
  /** The record as it stands, where the request was refused because of it. */
  readonly record?: object;
}

/** How many wrong fields one answer names: a person mends those first, and an answer stays small. */
const MOST_NAMED = 20;

/** Fields that are not valid. */
export function invalidFields(errors: readonly FieldError[]): Problem {
  return { code: 'invalid_fields', ...named(errors) };
}

/** Query parameters that are not valid. */
export function invalidParameters(errors: readonly FieldError[]): Problem {
  return { code: 'invalid_parameters', ...named(errors) };
}

function named(errors: readonly FieldError[]): Pick<Problem, 'detail' | 'errors'> {
  const first = errors.slice(0, MOST_NAMED);
  const more = errors.length > MOST_NAMED ? ` And ${errors.length - MOST_NAMED} more.` : '';
  return { detail: first.map(({ field, detail }) => `${field}: ${detail}`).join(' ') + more, errors: first };
}
