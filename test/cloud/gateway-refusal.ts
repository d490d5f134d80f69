import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Sent } from './server.ts';
import type { SignatureFault } from './sigv4.ts';

const GatewayResponse = v.object({
  type: v.string(),
  status: v.number(),
  title: v.string(),
  code: v.string(),
  detail: v.string(),
});
const LIST = join(import.meta.dirname, '../../infra/terraform/app/gateway-responses.json');

/** What API Gateway itself says, from the list that Terraform reads as well. */
const responses = new Map(
  v.parse(v.array(GatewayResponse), JSON.parse(readFileSync(LIST, 'utf8'))).map((entry) => [entry.type, entry]),
);

interface Refusal {
  /** Of https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
  readonly type: string;
  /** What API Gateway answers with where nothing is said for the type: a default keeps it. */
  readonly status: number;
  readonly errorType: string;
}

/** The refusals that a request can meet before or instead of a function. */
export const REFUSALS = {
  MissingAuthenticationTokenException: forbidden('MISSING_AUTHENTICATION_TOKEN', 'MissingAuthenticationTokenException'),
  IncompleteSignatureException: forbidden('DEFAULT_4XX', 'IncompleteSignatureException'),
  InvalidSignatureException: forbidden('INVALID_SIGNATURE', 'InvalidSignatureException'),
  UnrecognizedClientException: forbidden('ACCESS_DENIED', 'UnrecognizedClientException'),
  ExpiredTokenException: forbidden('EXPIRED_TOKEN', 'ExpiredTokenException'),
  denied: forbidden('ACCESS_DENIED', 'AccessDeniedException'),
  throttled: { type: 'THROTTLED', status: 429, errorType: 'TooManyRequestsException' },
  tooLarge: { type: 'REQUEST_TOO_LARGE', status: 413, errorType: 'RequestTooLargeException' },
  timeout: { type: 'INTEGRATION_TIMEOUT', status: 504, errorType: 'InternalServerErrorException' },
  unreachable: { type: 'INTEGRATION_FAILURE', status: 504, errorType: 'InternalServerErrorException' },
  malformed: { type: 'DEFAULT_5XX', status: 502, errorType: 'InternalServerErrorException' },
} satisfies Record<string, Refusal> & Record<SignatureFault, Refusal>;

/** A gateway response: the headers are those of infra/terraform/app/api.tf. */
export function refuse({ type, status, errorType }: Refusal, requestId: string, site: string): Sent {
  const specific = responses.get(type);
  const { code, title, detail } = specific ?? defaultFor(status);
  const isDefault = specific === undefined || type.startsWith('DEFAULT_');
  const said = isDefault ? { status } : { status: specific.status };
  const body = { type: 'about:blank', title, code, detail, ...(!isDefault && said) };
  return {
    ...said,
    headers: {
      'Content-Type': 'application/problem+json',
      'x-amzn-RequestId': requestId,
      'x-amzn-ErrorType': errorType,
      'x-amz-apigw-id': `${requestId.slice(0, 8)}=`,
      ...gatewayHeaders(site),
    },
    body: JSON.stringify(body),
  };
}

export function gatewayHeaders(site: string): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': site,
    'Access-Control-Expose-Headers': 'Date,x-amzn-ErrorType,x-amzn-RequestId',
    'Cache-Control': 'no-store',
  };
}

function defaultFor(status: number) {
  const found = responses.get(status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
  if (!found) throw new Error('The gateway responses have no defaults.');
  return found;
}

function forbidden(type: string, errorType: string): Refusal {
  return { type, status: 403, errorType };
}
