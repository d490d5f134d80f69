import type { ProxyEvent } from '../../src/entry/lambda-event.ts';

interface Asked {
  readonly method: string;
  /** With the stage: `/v1/contacts`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly identity?: Readonly<Record<string, string | null>>;
}

/**
 * An event as API Gateway sends it for a REST API with AWS_IAM: the shape and the nulls are those of
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export function proxyEvent({ method, path, query, headers = {}, body, identity }: Asked): ProxyEvent {
  const all = {
    Host: HOST,
    'X-Forwarded-Proto': 'https',
    ...(body && { 'Content-Type': 'application/json' }),
    ...headers,
  };
  const one = query && Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values.at(-1)]));
  return JSON.parse(
    JSON.stringify({
      resource: path.replace(/^\/v1/, '').replace(/[\da-f-]{36}/g, '{id}'),
      path: path.replace(/^\/v1/, ''),
      httpMethod: method,
      headers: all,
      multiValueHeaders: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])),
      queryStringParameters: one ?? null,
      multiValueQueryStringParameters: query ?? null,
      pathParameters: null,
      stageVariables: null,
      requestContext: { ...CONTEXT, httpMethod: method, path, identity: { ...IDENTITY, ...identity } },
      body: body ?? null,
      isBase64Encoded: false,
    }),
  );
}

const HOST = 'abcdefghij.execute-api.eu-central-1.amazonaws.com';

const CONTEXT = {
  resourceId: 'abc123',
  extendedRequestId: 'UYgzlGQ5liAFo8A=',
  requestTime: '24/Nov/2026:12:00:00 +0000',
  accountId: '123456789012',
  protocol: 'HTTP/1.1',
  stage: 'v1',
  domainPrefix: 'abcdefghij',
  requestTimeEpoch: 1_795_521_600_000,
  requestId: '6a1f2c1e-0d9c-4b7a-8c7b-2f3e4d5c6b7a',
  domainName: HOST,
  apiId: 'abcdefghij',
};

/** Of a guest. */
const IDENTITY = {
  cognitoIdentityPoolId: 'eu-central-1:11111111-2222-3333-4444-555555555555',
  accountId: '123456789012',
  cognitoIdentityId: 'eu-central-1:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
  caller: 'AROAEXAMPLE:CognitoIdentityCredentials',
  sourceIp: '192.0.2.1',
  principalOrgId: null,
  accessKey: 'ASIAEXAMPLE',
  cognitoAuthenticationType: 'unauthenticated',
  cognitoAuthenticationProvider: null,
  userArn: 'arn:aws:sts::123456789012:assumed-role/guest/CognitoIdentityCredentials',
  userAgent: 'a browser',
  user: 'AROAEXAMPLE:CognitoIdentityCredentials',
};
