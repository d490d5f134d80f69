import * as v from 'valibot';
import { type FieldError, invalidParameters } from '../domain/errors.ts';
import { uuid } from '../domain/id.ts';
import { isObject, type JsonObject } from '../domain/json.ts';
import { Refusal } from './problem.ts';
import type { Endpoint, QueryParameters, RequestBody } from './route.ts';

/**
 * Reads the query by the endpoint's parameters, names every bad and every unknown one. An empty one is as good as absent:
 * forms send such.
 *
 * @throws Refusal (invalid_parameters)
 */
export function readQuery(parameters: QueryParameters, sent: URLSearchParams): JsonObject {
  const query: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, { value }] of Object.entries(parameters)) {
    const texts = sent.getAll(name);
    if (texts.length > 1) errors.push(parameterError(name, 'Send it once.'));
    const result = v.safeParse(value, texts[0] || undefined);
    if (result.success) query[name] = result.output;
    else errors.push(parameterError(name, result.issues[0].message));
  }
  for (const name of new Set(sent.keys())) {
    if (!Object.hasOwn(parameters, name)) errors.push(unknownParameter(parameters, name));
  }
  if (errors.length === 0) return query;
  throw new Refusal(invalidParameters(errors));
}

/**
 * Reads a JSON object.
 *
 * @throws Refusal (unsupported_media_type, malformed_json)
 */
export async function readBody(request: Request, { mediaTypes }: RequestBody): Promise<JsonObject> {
  const [type = '', ...parameters] = (request.headers.get('Content-Type') ?? '').toLowerCase().split(';');
  const isUtf8 = parameters.every(
    (parameter) => !/^\s*charset=/.test(parameter) || /=\s*"?utf-8"?\s*$/.test(parameter),
  );
  if (!mediaTypes.includes(type.trim()) || !isUtf8 || request.headers.has('Content-Encoding')) {
    const detail = `Send the body as ${mediaTypes.join(' or ')}, in UTF-8 and not compressed, and say so in Content-Type.`;
    throw new Refusal({ code: 'unsupported_media_type', detail });
  }
  return parseObject(await request.arrayBuffer());
}

/**
 * The id in the path, in lower case.
 *
 * @throws Refusal (bad_id)
 */
export function readId({ path }: Pick<Endpoint, 'path'>, id: string | undefined): string {
  if (!path.includes('{id}')) return '';
  const known = uuid(id);
  if (known !== undefined) return known;
  throw new Refusal({
    code: 'bad_id',
    detail: 'The id in the path must be a UUID, as the record’s own id field gives it.',
  });
}

/** Bytes that are not UTF-8 would become other characters than were meant: they are refused (RFC 8259, 8.1). */
function parseObject(bytes: ArrayBuffer): JsonObject {
  const parsed = parse(bytes);
  if (isObject(parsed)) return parsed;
  throw new Refusal({ code: 'malformed_json', detail: 'Send a JSON object: {"field": "value", …}.' });
}

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const detail = 'The body is not valid JSON in UTF-8: look at its quotes, commas and brackets, and at its encoding.';
    throw new Refusal({ code: 'malformed_json', detail });
  }
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
