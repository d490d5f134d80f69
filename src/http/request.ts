import * as v from 'valibot';
import type { FieldError } from '../domain/errors.ts';
import { Refusal } from './problem.ts';
import type { Endpoint, QueryParameters, RequestBody } from './route.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads the query by the endpoint's parameters, names every bad and every unknown one.
 *
 * @throws Refusal (invalid_parameters)
 */
export function readQuery(parameters: QueryParameters, sent: URLSearchParams): Readonly<Record<string, unknown>> {
  const query: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, { value }] of Object.entries(parameters)) {
    const texts = sent.getAll(name);
    if (texts.length > 1) errors.push(parameterError(name, 'Send it once.'));
    const result = v.safeParse(value, texts[0]);
    if (result.success) query[name] = result.output;
    else errors.push(parameterError(name, result.issues[0].message));
  }
  for (const name of new Set(sent.keys())) {
    if (!Object.hasOwn(parameters, name)) errors.push(unknownParameter(parameters, name));
  }
  if (errors.length === 0) return query;
  const detail = errors.map((error) => `${error.field}: ${error.detail}`).join(' ');
  throw new Refusal({ code: 'invalid_parameters', detail, errors });
}

/**
 * Reads a JSON object.
 *
 * @throws Refusal (unsupported_media_type, malformed_json)
 */
export async function readBody(
  request: Request,
  { mediaTypes }: RequestBody,
): Promise<Readonly<Record<string, unknown>>> {
  const [sentType = ''] = (request.headers.get('Content-Type') ?? '').split(';');
  if (!mediaTypes.includes(sentType.trim().toLowerCase())) {
    const detail = `Send the body as ${mediaTypes.join(' or ')}, and say so in Content-Type.`;
    throw new Refusal({ code: 'unsupported_media_type', detail });
  }
  return parseObject(await request.text());
}

/**
 * The id in the path, in lower case.
 *
 * @throws Refusal (bad_id)
 */
export function readId({ path }: Endpoint, id: string | undefined): string {
  if (!path.includes('{id}')) return '';
  const lower = (id ?? '').toLowerCase();
  if (UUID.test(lower)) return lower;
  throw new Refusal({
    code: 'bad_id',
    detail: 'The id in the path must be a UUID, as the record’s own id field gives it.',
  });
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new Refusal({ code: 'malformed_json', detail: `The body is not valid JSON: ${reason}.` });
  }
  if (isObject(parsed)) return parsed;
  throw new Refusal({ code: 'malformed_json', detail: 'Send a JSON object: {"field": "value", …}.' });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownParameter(parameters: QueryParameters, name: string): FieldError {
  const known = Object.keys(parameters).join(', ') || 'none';
  return {
    field: name.slice(0, 100),
    code: 'unknown_field',
    detail: `There is no such parameter. There are: ${known}.`,
  };
}

function parameterError(field: string, detail: string): FieldError {
  return { field, code: 'bad_value', detail };
}
