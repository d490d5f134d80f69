import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Problem } from '../domain/errors.ts';
import { problemAnswer, problemOf } from './problem.ts';
import { readBody, readId, readQuery } from './request.ts';
import type { Answer, Endpoint, Route, Services } from './route.ts';

const BODY_LIMIT_BYTES = 1_048_576;

export interface AppOptions {
  readonly routes: readonly Route[];
  readonly services: Services;
  /** Whose records a request is about; nothing in the request's path, query or body can name another. */
  readonly workspaceOf: (context: Context) => string;
  /** What every request passes first. */
  readonly before?: readonly MiddlewareHandler[];
  /** Told of every exception that is not a refusal. */
  readonly onFault: (error: unknown) => void;
}

/** The API as one web-standard fetch handler: every route on every path, every refusal as problem details. */
export function createApp({ routes, services, workspaceOf, before = [], onFault }: AppOptions): Hono {
  const app = new Hono();
  const endpoints = routes.flatMap((route) => route.endpoints(services.nouns));
  for (const middleware of before) app.use(middleware);
  app.use(bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: () => respond(problemAnswer(TOO_LARGE)) }));

  for (const endpoint of endpoints) {
    app.on(endpoint.method, honoPath(endpoint), async (context) => {
      return respond(await endpoint.handle(await readCall(context, endpoint)));
    });
  }
  for (const [path, methods] of methodsByPath(endpoints)) {
    app.all(path, ({ req }) => respond(otherMethod(req.method, methods)));
  }
  app.notFound(() => respond(problemAnswer(NO_ADDRESS)));
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.code === 'internal') onFault(error);
    return respond(problemAnswer(problem));
  });
  return app;

  async function readCall(context: Context, endpoint: Endpoint) {
    const { req } = context;
    const target = new URL(req.url);
    return {
      ...services,
      workspace: workspaceOf(context),
      target,
      id: readId(endpoint, req.param('id')),
      query: readQuery(endpoint.query, target.searchParams),
      body: endpoint.body ? await readBody(req.raw, endpoint.body) : {},
      header: (name: string) => req.header(name),
      onFault,
    };
  }
}

const TOO_LARGE: Problem = { code: 'too_large', detail: 'A request holds at most 1 MB: send less at once.' };
const NO_ADDRESS: Problem = {
  code: 'not_found',
  detail: 'There is nothing at this address: /docs lists all that there is.',
};

/** `OPTIONS` is told the methods; any other is refused with them. */
function otherMethod(method: string, methods: readonly string[]): Answer {
  const Allow = methods.join(', ');
  if (method === 'OPTIONS') return { status: 204, headers: { Allow } };
  return problemAnswer({ code: 'method_not_allowed', detail: `This address knows ${Allow}.` }, { Allow });
}

function methodsByPath(endpoints: readonly Endpoint[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const endpoint of endpoints) {
    const path = honoPath(endpoint);
    const known = methods.get(path) ?? ['OPTIONS'];
    known.push(...(endpoint.method === 'GET' ? ['GET', 'HEAD'] : [endpoint.method]));
    methods.set(path, known);
  }
  return methods;
}

function honoPath({ path }: Endpoint): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function respond({ status, headers = {}, body }: Answer): Response {
  const all = new Headers({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  if (body !== undefined)
    all.set('Content-Type', typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json');
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(typeof body === 'string' || body === undefined ? body : JSON.stringify(body), {
    status,
    headers: all,
  });
}
