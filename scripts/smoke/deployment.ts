import * as v from 'valibot';
import { eventually, must } from './tick-list.ts';

const Address = v.pipe(v.string(), v.url());
const Config = v.object({
  home: v.literal('cloud'),
  region: v.string(),
  api: Address,
  guests: v.boolean(),
  identity: v.object({ endpoint: Address, pool: v.string() }),
  login: v.object({ issuer: Address, client: v.string(), domain: Address, users: Address }),
});

export interface Deployment {
  /** The origin of the site. */
  readonly site: string;
  readonly config: v.InferOutput<typeof Config>;
  readonly patienceMs: number;
}

/** @throws Error where there is no site, or one that says something else */
export async function deploymentAt(url: string, patienceMs: number): Promise<Deployment> {
  const { origin: site } = new URL(url);
  return eventually(patienceMs, async () => {
    const response = await fetch(`${site}/config.json`, { redirect: 'error' });
    must(response.ok, `config.json is answered with ${response.status}`);
    return { site, config: v.parse(Config, await response.json()), patienceMs };
  });
}

/** What the API answered. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  /** Where the answer is a list. */
  readonly list: readonly unknown[];
}

const Json = v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]);

export interface Expected {
  readonly status: number;
  /** Of a problem. */
  readonly code?: string;
}

/** @throws Error where the answer is not the expected one */
export async function replyOf(response: Response, expected: Expected): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.includes('json') === true;
  const json = isJson && text !== '' ? v.parse(Json, JSON.parse(text)) : {};
  const body = Array.isArray(json) ? {} : json;
  const { status, headers } = response;
  const said = `${status} ${body.code ?? ''} ${headers.get('x-amzn-ErrorType') ?? ''} ${body.detail ?? ''}`.trim();
  must(status === expected.status, `expected ${expected.status}, got ${said}`);
  must(expected.code === undefined || body.code === expected.code, `expected the code ${expected.code}, got ${said}`);
  return { status, headers, body, list: Array.isArray(json) ? json : [] };
}
