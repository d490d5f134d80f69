import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';

/** What of an event of a REST API's proxy integration is looked at. */
export type ProxyEvent = Pick<
  APIGatewayProxyEvent,
  'httpMethod' | 'multiValueHeaders' | 'multiValueQueryStringParameters' | 'body' | 'isBase64Encoded'
> & { readonly requestContext: Pick<APIGatewayProxyEvent['requestContext'], 'domainName' | 'path' | 'identity'> };

/**
 * The request that an event tells of
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html). Its path is the
 * one with the stage, which is the `/v1` of ours.
 */
export function requestOf(event: ProxyEvent): Request {
  const { httpMethod: method, requestContext, body, isBase64Encoded } = event;
  const url = new URL(requestContext.path, `https://${requestContext.domainName}`);
  for (const [name, value] of pairsOf(event.multiValueQueryStringParameters)) url.searchParams.append(name, value);
  const headers = new Headers();
  for (const [name, value] of pairsOf(event.multiValueHeaders))
    headers.append(name, value.replace(NO_HEADER_TEXT, '?'));
  if (body === null || method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  headers.set('Content-Length', String(bytes.length));
  return new Request(url, { method, headers, body: bytes });
}

/** What API Gateway makes an answer of. */
export async function resultOf(response: Response): Promise<APIGatewayProxyResult> {
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
    isBase64Encoded: false,
  };
}

/** What the Fetch standard takes for no part of a header's value (https://fetch.spec.whatwg.org/#header-value). */
const NO_HEADER_TEXT = /[^\t\x20-\x7e\x80-\xff]/g;

function pairsOf(values: Readonly<Record<string, readonly string[] | undefined>> | null): [string, string][] {
  return Object.entries(values ?? {}).flatMap(([name, all = []]) => all.map((one): [string, string] => [name, one]));
}
