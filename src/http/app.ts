import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Hono } from 'hono/tiny';
import type { Problem } from '../domain/errors.ts';
import { problemAnswer, problemOf } from './problem.ts';
import { readBody, readId, readQuery } from './request.ts';
import type { Answer, Caller, CommonServices, Endpoint, Route, Services } from './route.ts';

const BODY_LIMIT_BYTES = 1_048_576;

export interface AppOptions<S extends CommonServices = Services> {
  readonly routes: readonly Route<S>[];
  readonly services: S;
  /** Who sends a request; throws a Refusal where nobody may. */
  readonly callerOf: (context: Context) => Caller;
  /** What a request that writes passes before its handler, with how many writes it asks for; throws to refuse it. */
  readonly beforeWrite?: (caller: Caller, writes: number) => Promise<void>;
  /** What every request passes first. */
  readonly before?: readonly MiddlewareHandler[];
  /** Told of every exception that is not a refusal. */
  readonly onFault: (error: unknown) => void;
}

/** The API as one web-standard fetch handler: every route on every path, every refusal as problem details. */
export function createApp<S extends CommonServices>(options: AppOptions<S>): Hono {
  const { routes, services, callerOf, beforeWrite, before = [], onFault } = options;
  const app = new Hono();
  const served = routes.flatMap((route) => route.endpoints(services.nouns).map((endpoint) => ({ route, endpoint })));
  for (const middleware of before) app.use(middleware);
  app.use(bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: () => respond(problemAnswer(TOO_LARGE)) }));

  for (const { route, endpoint } of served) {
    app.on(endpoint.method, honoPath(endpoint), async (context) => {
      const call = await readCall(context, route, endpoint);
      if (route.access === 'write') await beforeWrite?.(call.caller, endpoint.writes?.(call.body) ?? 1);
      return respond(await endpoint.handle(call));
    });
  }
  for (const [path, methods] of methodsByPath(served.map(({ endpoint }) => endpoint))) {
    app.all(path, ({ req }) => respond(otherMethod(req.method, methods)));
  }
  app.notFound(() => respond(problemAnswer(NO_ADDRESS)));
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.code === 'internal') onFault(error);
    return respond(problemAnswer(problem));
  });
  return app;

  async function readCall(context: Context, { caller: callers }: Route<S>, endpoint: Endpoint<S>) {
    const { req } = context;
    const target = new URL(req.url);
    const caller = callers === 'anyone' ? ANYONE : callerOf(context);
    return {
      ...services,
      caller,
      workspace: caller.workspace,
      target,
      id: readId(endpoint, req.param('id')),
      token: req.param('token') ?? '',
      query: readQuery(endpoint.query, target.searchParams),
      body: endpoint.body ? await readBody(req.raw, endpoint.body) : {},
      header: (name: string) => req.header(name),
      onFault,
    };
  }
}

/** Who asks where nobody is asked who they are: their workspace holds nothing, and no such route looks. */
const ANYONE: Caller = { workspace: '', isGuest: true, login: null };

const TOO_LARGE: Problem = { code: 'too_large', detail: 'A request holds at most 1 MB: send less at once.' };
const NO_ADDRESS: Problem = {
  code: 'not_found',
  detail: 'There is nothing at this address: /v1/docs lists all that there is.',
};

/** `OPTIONS` is told the methods; any other is refused with them. */
function otherMethod(method: string, methods: readonly string[]): Answer {
  const Allow = methods.join(', ');
  if (method === 'OPTIONS') return { status: 204, headers: { Allow } };
  return problemAnswer({ code: 'method_not_allowed', detail: `This address knows ${Allow}.` }, { Allow });
}

function methodsByPath(endpoints: readonly Pick<Endpoint, 'method' | 'path'>[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const endpoint of endpoints) {
    const path = honoPath(endpoint);
    const known = methods.get(path) ?? ['OPTIONS'];
    known.push(...(endpoint.method === 'GET' ? ['GET', 'HEAD'] : [endpoint.method]));
    methods.set(path, known);
  }
  return methods;
}

function honoPath({ path }: Pick<Endpoint, 'path'>): string {
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
