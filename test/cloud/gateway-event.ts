import type { APIGatewayProxyEvent } from 'aws-lambda';
import { decode } from './canonical.ts';
import type { Issued } from './credentials.ts';
import type { Received } from './server.ts';
import { REGION } from './user-pool.ts';

export const ACCOUNT = '123456789012';
export const API_ID = 'edgeedgeed';
export const STAGE = 'v1';

/** A request of which the method and the resource are known. */
export interface Routed {
  readonly request: Received;
  readonly requestId: string;
  /** In milliseconds since the epoch. */
  readonly at: number;
  /** The path below the stage, still encoded. */
  readonly path: string;
  /** As in the list of routes: `/contacts/{id}`. */
  readonly resource: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Who signed it; undefined where nobody need. */
  readonly signer: Issued | undefined;
}

/**
 * What a proxy integration is given:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export function proxyEvent(routed: Routed): APIGatewayProxyEvent {
  const { request, path, resource, parameters } = routed;
  const headers = headersOf(request);
  const query = grouped(queryOf(request));
  return {
    resource,
    path,
    httpMethod: request.method,
    headers: lastOf(headers),
    multiValueHeaders: headers,
    queryStringParameters: nullIfEmpty(lastOf(query)),
    multiValueQueryStringParameters: nullIfEmpty(query),
    pathParameters: nullIfEmpty(parameters),
    stageVariables: null,
    requestContext: requestContext(routed),
    body: request.body.length === 0 ? null : request.body.toString(),
    isBase64Encoded: false,
  };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html */
function requestContext(routed: Routed): APIGatewayProxyEvent['requestContext'] {
  const { request, requestId, at, path, resource, signer } = routed;
  return {
    resourceId: Buffer.from(resource).toString('hex').slice(-6),
    resourcePath: resource,
    httpMethod: request.method,
    extendedRequestId: `${requestId.replaceAll('-', '').slice(0, 15)}=`,
    requestTime: requestTime(at),
    path: `/${STAGE}${path}`,
    accountId: ACCOUNT,
    protocol: 'HTTP/1.1',
    stage: STAGE,
    domainPrefix: API_ID,
    requestTimeEpoch: at,
    requestId,
    identity: identityOf(request, signer),
    domainName: request.header('host') ?? '',
    apiId: API_ID,
    authorizer: null,
  };
}

function identityOf(request: Received, signer: Issued | undefined): APIGatewayProxyEvent['requestContext']['identity'] {
  const identity = signer?.identity;
  const session = identity ? 'CognitoIdentityCredentials' : signer?.of;
  const roleId = `AROA${'EDGE'.repeat(4)}X`;
  return {
    cognitoIdentityPoolId: identity?.pool ?? null,
    accountId: signer ? ACCOUNT : null,
    cognitoIdentityId: identity?.id ?? null,
    caller: signer ? `${roleId}:${session}` : null,
    sourceIp: '127.0.0.1',
    principalOrgId: null,
    accessKey: signer?.accessKeyId ?? null,
    cognitoAuthenticationType: identity ? authenticationType(identity.provider) : null,
    cognitoAuthenticationProvider: identity?.provider ?? null,
    userArn: signer ? `arn:aws:sts::${ACCOUNT}:assumed-role/${signer.role}/${session}` : null,
    userAgent: request.header('user-agent') ?? null,
    user: signer ? `${roleId}:${session}` : null,
    apiKey: null,
    apiKeyId: null,
    clientCert: null,
  };
}

function authenticationType(provider: string | null): string {
  return provider === null ? 'unauthenticated' : 'authenticated';
}

/** `28/Jan/2026:09:30:00 +0000`, as the common log format has it. */
function requestTime(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

/** The signature has done its work and is not handed on. */
function headersOf({ headers }: Received): Record<string, string[]> {
  const kept = headers.filter(([name]) => !/^(authorization|connection|content-length)$/i.test(name));
  const added = [
    ['X-Amzn-Trace-Id', `Root=1-${crypto.randomUUID()}`],
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  ] as const;
  return grouped([...kept, ...added]);
}

function queryOf({ target }: Received): [string, string][] {
  const [, query = ''] = target.split(/\?(.*)/s);
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split(/=(.*)/s))
    .map(([name = '', value = '']) => [decode(name), decode(value)]);
}

function grouped(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const [name, value] of pairs) groups[name] = [...(groups[name] ?? []), value];
  return groups;
}

function lastOf(groups: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, values.at(-1) ?? '']));
}

function nullIfEmpty<T extends object>(content: T): T | null {
  return Object.keys(content).length > 0 ? content : null;
}

export const ARN = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${API_ID}`;
