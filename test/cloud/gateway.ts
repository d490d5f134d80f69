import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Clock } from './clock.ts';
import type { Issued } from './credentials.ts';
import type { CloudFunction } from './functions.ts';
import { type ProxyAnswer, readProxyAnswer } from './gateway-answer.ts';
import { proxyEvent, type Routed, STAGE } from './gateway-event.ts';
import { matchRoute } from './gateway-match.ts';
import { REFUSALS, refuse } from './gateway-refusal.ts';
import { type Received, type Sent, type Server, serve } from './server.ts';
import { verifySignature } from './sigv4.ts';
import { REGION } from './user-pool.ts';

export interface GatewayOptions {
  readonly clock: Clock;
  readonly functions: readonly CloudFunction[];
  /** The origin of the web app. */
  readonly site: string;
  find(accessKeyId: string): Issued | undefined;
  /** @throws where the function fails */
  invoke(name: string, event: APIGatewayProxyEvent): Promise<unknown>;
  /** How long a function may take; 29 s in AWS. */
  readonly integrationMs?: number;
}

export interface Gateway extends Server {
  /** Whether the stage lets nothing through, as when too many ask. */
  isThrottled: boolean;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html and .../lambda/latest/dg/gettingstarted-limits.html */
const REQUEST_BYTES = 10 * 1024 * 1024;
const INVOCATION_BYTES = 6 * 1024 * 1024;
const INTEGRATION_MS = 29_000;
const COMPRESSED_BYTES = 1024;

/** A regional REST API of API Gateway with one stage, as Terraform makes it of the list of routes. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { clock } = options;
  const server = await serve(clock, async (request) => {
    const requestId = crypto.randomUUID();
    const refused = (name: keyof typeof REFUSALS) => refuse(REFUSALS[name], requestId, options.site);
    if (gateway.isThrottled) return refused('throttled');
    const route = matchRoute(options.functions, request, STAGE);
    if (!route) return refused('MissingAuthenticationTokenException');
    if (request.body.length > REQUEST_BYTES) return refused('tooLarge');
    const admitted = route.function.caller === 'anyone' ? { signer: undefined } : admit(request, options);
    if ('refusal' in admitted) return refused(admitted.refusal);
    const routed = { ...route, ...admitted, request, requestId, at: clock.now() };
    const came = await answerOf(routed, route.function.name, options);
    return typeof came === 'string' ? refused(came) : toClient(came, routed);
  });
  const gateway: Gateway = { ...server, isThrottled: false };
  return gateway;
}

/** Who signed, if they may ask: every identity may ask every signed method, and no role of a function any. */
function admit(request: Received, { clock, find }: GatewayOptions) {
  const verdict = verifySignature(request, { region: REGION, service: 'execute-api', now: clock.now(), find });
  if (verdict.key === undefined) return { refusal: verdict.fault };
  return verdict.key.identity ? { signer: verdict.key } : { refusal: 'denied' as const };
}

async function answerOf(routed: Routed, name: string, { invoke, integrationMs = INTEGRATION_MS }: GatewayOptions) {
  const event = proxyEvent(routed);
  if (Buffer.byteLength(JSON.stringify(event)) > INVOCATION_BYTES) return 'tooLarge';
  const { promise: tooLate, resolve } = Promise.withResolvers<'timeout'>();
  const timer = setTimeout(() => resolve('timeout'), integrationMs);
  const answered = invoke(name, event).then(
    (result) => readProxyAnswer(result) ?? ('malformed' as const),
    () => 'malformed' as const,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}

/** These are API Gateway's own to say; a function's are given under another name. */
const REMAPPED = /^(date|connection|content-length|server|www-authenticate)$/i;

function toClient({ status, headers, body }: ProxyAnswer, { request, requestId }: Routed): Sent {
  const kept = headers.map(([name, values]) => [REMAPPED.test(name) ? `x-amzn-Remapped-${name}` : name, values]);
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const all = {
    ...(!hasType && { 'Content-Type': 'application/json' }),
    ...Object.fromEntries(kept),
    'x-amzn-RequestId': requestId,
    'x-amz-apigw-id': `${requestId.slice(0, 8)}=`,
    'X-Amzn-Trace-Id': `Root=1-${requestId}`,
  };
  const bytes = Buffer.from(body);
  const isCompressed = /\bgzip\b/.test(request.header('accept-encoding') ?? '') && bytes.length >= COMPRESSED_BYTES;
  if (!isCompressed) return { status, headers: all, body: bytes };
  return { status, headers: { ...all, 'Content-Encoding': 'gzip' }, body: gzipSync(bytes) };
}
