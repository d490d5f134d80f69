import type { Noun } from '../domain/noun.ts';
import { type JsonSchema, recordSchema, reference } from './json-schema.ts';
import { PROBLEM_KINDS } from './problem.ts';
import type { Endpoint } from './route.ts';

/** What the page and programs read of the document; the rest of OpenAPI is not used. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

/** Gives the document of a list of routes, made or ready made. */
export type DocumentOf = (nouns: readonly Noun[]) => OpenApiDocument;

/** What a description needs of a route: not its handlers, nor what those need. */
export interface Described {
  readonly name: string;
  readonly endpoints: (nouns: readonly Noun[]) => readonly DescribedEndpoint[];
}

type DescribedEndpoint = Omit<Endpoint, 'handle' | 'writes'>;

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** Describes the routes as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1): nothing in it is written twice. */
export function openApiDocument(routes: readonly Described[], nouns: readonly Noun[]): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    for (const endpoint of route.endpoints(nouns)) {
      paths[endpoint.path] = {
        ...paths[endpoint.path],
        [endpoint.method.toLowerCase()]: operation(route.name, endpoint),
      };
    }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Touchbase', version: '1', description: DESCRIPTION },
    paths,
    components: { schemas: schemas(nouns) },
  };
}

const DESCRIPTION =
  'Contacts of a job search. Records are flat JSON: every field is always there, null when empty. A deleted record can be restored. Refusals are problem details (RFC 9457) with a stable `code`.';

function operation(name: string, endpoint: DescribedEndpoint): Operation {
  const { method, path, summary, description, body } = endpoint;
  return {
    operationId: operationId(name, method, path),
    summary,
    ...(description && { description }),
    parameters: parameters(endpoint),
    ...(body && { requestBody: { required: true, content: content(body.mediaTypes, body.schema) } }),
    responses: responses(endpoint),
  };
}

/** `edit` of `/v1/contacts/{id}` is `edit_contacts`. */
function operationId(name: string, method: string, path: string): string {
  const [, noun] = /^\/v1\/(\w+)/.exec(path) ?? [];
  return noun === undefined || noun === name ? `${name}_${method.toLowerCase()}` : `${name}_${noun}`;
}

function parameters({ path, query, headers = {} }: DescribedEndpoint): readonly Parameter[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [
    ...inPath.map(
      (name) =>
        ({
          name,
          in: 'path',
          required: true,
          schema: { type: 'string', ...(name === 'id' && { format: 'uuid' }) },
        }) as const,
    ),
    ...Object.entries(query).map(
      ([name, { description, schema }]) => ({ name, in: 'query', required: false, description, schema }) as const,
    ),
    ...Object.entries(headers).map(
      ([name, description]) =>
        ({ name, in: 'header', required: false, description, schema: { type: 'string' } }) as const,
    ),
  ];
}

function responses({ answers }: DescribedEndpoint): Operation['responses'] {
  const entries = Object.entries(answers).map(([status, { description, schema, mediaType = 'application/json' }]) => {
    if (Number(status) >= 400) return [status, { description, content: PROBLEM_CONTENT }];
    return [status, { description, ...(schema && { content: content([mediaType], schema) }) }];
  });
  return { ...Object.fromEntries(entries), default: { description: 'Any other refusal.', content: PROBLEM_CONTENT } };
}

function content(mediaTypes: readonly string[], schema: JsonSchema): Content {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]));
}

const PROBLEM_CONTENT = content(['application/problem+json'], reference('problem'));

function schemas(nouns: readonly Noun[]): Readonly<Record<string, JsonSchema>> {
  const records = nouns.map((noun) => [noun.singular, recordSchema(noun)]);
  return { ...Object.fromEntries(records), problem: PROBLEM, field_error: FIELD_ERROR };
}

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(PROBLEM_KINDS), description: 'Stable; for programs.' },
    detail: { type: 'string', description: 'What is wrong and what to do, for people.' },
    errors: { type: 'array', items: reference('field_error') },
    retry_after: { type: 'integer', description: 'After how many seconds the same may be asked again.' },
    record: { type: 'object', description: 'The record as it stands, where the refusal is because of it.' },
  },
  required: ['type', 'title', 'status', 'code', 'detail'],
};

const FIELD_ERROR: JsonSchema = {
  type: 'object',
  properties: {
    field: { type: 'string' },
    code: { type: 'string', description: 'Stable; for programs.' },
    detail: { type: 'string', description: 'The remedy, for people.' },
    limit: { type: 'integer' },
  },
  required: ['field', 'code', 'detail'],
};
