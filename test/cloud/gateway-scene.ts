import type { APIGatewayProxyEvent } from 'aws-lambda';
import { AwsClient } from 'aws4fetch';
import { onTestFinished } from 'vitest';
import { startClock } from './clock.ts';
import { credentialsIssuer, type Issued } from './credentials.ts';
import type { CloudFunction } from './functions.ts';
import { type Gateway, type GatewayOptions, startGateway } from './gateway.ts';
import { REGION } from './user-pool.ts';

export const SITE = 'https://app.example';

const FUNCTIONS: CloudFunction[] = [
  described('records', 'identity', 'GET /records', 'POST /records', 'GET /records/{id}'),
  described('named', 'identity', 'GET /records/special'),
  described('health', 'anyone', 'GET /health'),
];

export const OK = { statusCode: 200, body: '{}' };

/** A gateway, somebody with credentials, and what its functions were given. */
export async function scene(options: Partial<Pick<GatewayOptions, 'invoke' | 'integrationMs'>> = {}) {
  const clock = startClock();
  const credentials = credentialsIssuer();
  const [events, names]: [APIGatewayProxyEvent[], string[]] = [[], []];
  const invoke = async (name: string, event: APIGatewayProxyEvent) => {
    names.push(name);
    events.push(event);
    return OK;
  };
  const gateway: Gateway = await startGateway({
    ...{ clock, functions: FUNCTIONS, site: SITE, find: credentials.find, invoke },
    ...options,
  });
  onTestFinished(() => gateway.stop());
  const issued = credentials.issue({
    expiresAt: clock.now() + 3_600_000,
    role: 'guest',
    identity: { id: `${REGION}:1`, pool: `${REGION}:pool`, provider: null },
  });
  const send = async (signer: Issued, path: string, init: RequestInit = {}) =>
    fetch(await client(signer).sign(`${gateway.origin}/v1${path}`, { ...init, ...dated(clock.now()) }));
  return { clock, credentials, gateway, issued, events, names, send };
}

export function client({ accessKeyId, secretAccessKey, sessionToken }: Issued): AwsClient {
  return new AwsClient({ accessKeyId, secretAccessKey, sessionToken, region: REGION, service: 'execute-api' });
}

export function dated(at: number) {
  return { aws: { datetime: new Date(at).toISOString().replace(/[:-]|\.\d{3}/g, '') } };
}

function described(name: string, caller: CloudFunction['caller'], ...endpoints: string[]): CloudFunction {
  return {
    ...{
      name,
      caller,
      handler: `${name}.handler`,
      access: 'none',
      needs: [],
      memory: 128,
      timeout: 3,
      schedule: null,
      every: null,
    },
    endpoints: endpoints.map((endpoint) => {
      const [method = '', path = ''] = endpoint.split(' ');
      return { method, path };
    }),
  };
}
