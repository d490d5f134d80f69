import { NOUNS } from '../../src/domain/nouns.ts';
import type { Endpoint } from '../../src/http/route.ts';
import { optionalParts, sampleOfSchema } from './tenancy-sample.ts';
import { type Handles, valuesOf } from './tenancy-target.ts';

/** One attempt to see, change or infer what is somebody else's. */
export interface Probe {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Described = Pick<Endpoint, 'method' | 'path' | 'query' | 'body'>;

/** Every attempt that an endpoint allows: in its path, query, headers and body, alone and with the rest as it should be. */
export function probesOf(endpoint: Described, handles: Handles): readonly Probe[] {
  const base = { method: endpoint.method, path: pathOf(endpoint, handles.id) };
  const bodies = bodiesOf(endpoint, handles);
  const [body] = bodies;
  const whole = { ...base, ...(body !== undefined && { body }) };
  return [
    ...pathsOf(endpoint, handles).map((path) => ({ ...whole, path })),
    ...queriesOf(endpoint, handles).map((query) => ({ ...whole, path: `${base.path}?${query}` })),
    ...headersOf(handles).map((headers) => ({ ...whole, headers })),
    ...bodies.map((one) => ({ ...base, body: one })),
    ...intrudersOf(body, handles).map((one) => ({ ...base, body: one })),
  ];
}

function pathOf({ path }: Described, id: string): string {
  return path.replace(/^\/v1/, '').replace('{id}', id);
}

function pathsOf(endpoint: Described, { id, removedId, device, workspace, identity }: Handles): string[] {
  if (!endpoint.path.includes('{id}')) return [pathOf(endpoint, '')];
  const [type = ''] = NOUNS.map((noun) => noun.type);
  const keys = [`W#${workspace}/${type}#${id}`, `../../W#${workspace}`, `${id}\0`, identity, workspace];
  return [id, removedId, device, id.toUpperCase(), ...keys.map(encodeURIComponent)].map((one) => pathOf(endpoint, one));
}

/** Names under which a careless program might look for somebody. */
const NAMES = ['workspace', 'identity', 'pk', 'user', 'id', 'cognitoIdentityId'];

function queriesOf({ query }: Described, handles: Handles): string[] {
  const named = NAMES.flatMap((name) => [handles.workspace, handles.identity].map((value) => [name, value] as const));
  const known = Object.keys(query).flatMap((name) => valuesOf(handles).map((value) => [name, value] as const));
  return [...named, ...known].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
}

const HEADERS = [
  'X-Workspace',
  'X-User-Id',
  'X-Forwarded-User',
  'X-Cognito-Identity-Id',
  'X-Amzn-Cognito-Identity-Id',
  'X-Amz-Cognito-Identity-Id',
  'Cookie',
];

function headersOf({ workspace, identity, id, subject }: Handles): Record<string, string>[] {
  const named = HEADERS.flatMap((name) => [workspace, identity, subject].map((value) => ({ [name]: value })));
  const tags = [{ 'If-Match': `"${id}"` }, { 'If-None-Match': `"${id}"` }, { 'If-Match': '"1"' }];
  return [...named, ...tags];
}

/** Each text in all that can hold one, with each choice of each closed list, and optional parts let in and left out. */
function bodiesOf({ body }: Described, handles: Handles): unknown[] {
  if (!body) return [];
  const { id, workspace, identity, marker } = handles;
  const parts = optionalParts(body.schema);
  const several = [() => false, () => true].map((isIn) => ({ isIn, texts: valuesOf(handles) }));
  const single = parts.flatMap((part) =>
    [(name: string) => name === part, (name: string) => name !== part].map((isIn) => ({
      isIn,
      texts: parts.length > MOST_COMBINED ? [id, workspace] : [id, workspace, identity, marker],
    })),
  );
  const samples = [...several, ...single].flatMap(({ isIn, texts }, at) =>
    texts.flatMap((text) => {
      const choices = parts.length > MOST_COMBINED ? [at] : CHOICES;
      const filling = { text, id: UUID.test(text) ? text : id, isIn };
      return choices.map((choice) => sampleOfSchema(body.schema, { ...filling, choice }));
    }),
  );
  return [...new Map(samples.map((sample) => [JSON.stringify(sample), sample])).values()];
}

/** Where many parts may be left out, a closed list is only one of them. */
const MOST_COMBINED = 5;
const CHOICES = [0, 1, 2, 3, 4];
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A body that names somebody besides all that belongs into it, at its top and in each thing in it. */
function intrudersOf(body: unknown, { workspace, identity }: Handles): unknown[] {
  if (typeof body !== 'object' || body === null) return [];
  return [
    ...NAMES.flatMap((name) => [workspace, identity].map((value) => withEverywhere(body, { [name]: value }))),
    withEverywhere(body, { pk: `W#${workspace}`, sk: 'account' }),
    withEverywhere(body, { __proto__: { workspace } }),
  ];
}

function withEverywhere(part: unknown, intruder: object): unknown {
  if (Array.isArray(part)) return part.map((one) => withEverywhere(one, intruder));
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.entries(part).map(([name, value]) => [name, withEverywhere(value, intruder)]);
  return { ...Object.fromEntries(inner), ...intruder };
}
