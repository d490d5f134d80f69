import { expect, test } from 'vitest';
import { Unreachable } from '../sync/server.ts';
import { identityService } from './identity.ts';
import { ServerClock } from './server-clock.ts';
import { ServiceRefused } from './trouble.ts';

const config = { endpoint: 'https://identity.example.org/', pool: 'eu-central-1:pool' };
const NOW = Date.parse('2026-03-01T10:00:00Z');

function serviceWith(answer: (target: string, input: unknown) => Response) {
  const clock = new ServerClock(() => NOW);
  const request: typeof fetch = async (address, init) => {
    const sent = new Request(address, init);
    return answer(sent.headers.get('X-Amz-Target') ?? '', await sent.json());
  };
  return { clock, service: identityService(config, clock, request) };
}

const KEYS = { AccessKeyId: 'AK', SecretKey: 'SK', SessionToken: 'ST', Expiration: 1772362800.5 };

test('an id and keys are asked for in two unsigned requests, with a login where there is one', async () => {
  const asked: unknown[] = [];
  const { service } = serviceWith((target, input) => {
    asked.push([target, input]);
    return Response.json({ IdentityId: 'eu-central-1:id', Credentials: KEYS });
  });
  const id = await service.idFor();
  expect(await service.keysOf(id, { issuer: 'jwt' })).toEqual({
    identity: 'eu-central-1:id',
    accessKeyId: 'AK',
    secretKey: 'SK',
    sessionToken: 'ST',
    expiresAt: 1772362800500,
  });
  expect(asked).toEqual([
    ['AWSCognitoIdentityService.GetId', { IdentityPoolId: 'eu-central-1:pool' }],
    ['AWSCognitoIdentityService.GetCredentialsForIdentity', { IdentityId: id, Logins: { issuer: 'jwt' } }],
  ]);
});

test('a refusal keeps its name, with or without a namespace', async () => {
  for (const type of ['NotAuthorizedException', 'com.amazonaws.cognito#NotAuthorizedException']) {
    const { service } = serviceWith(() => Response.json({ __type: type, message: 'x' }, { status: 400 }));
    await expect(service.idFor()).rejects.toMatchObject({
      constructor: ServiceRefused,
      code: 'NotAuthorizedException',
    });
  }
});

test('an answer that is none, or not what was asked for, is not believed', async () => {
  for (const answer of [() => Response.json({ IdentityId: 5 }), () => new Response('<html>', { status: 502 })]) {
    const { service } = serviceWith(answer);
    await expect(service.idFor()).rejects.toThrow(Unreachable);
  }
});

test('the first answer sets a wrong clock right, before anything is signed', async () => {
  const headers = { Date: 'Sun, 01 Mar 2026 11:00:00 GMT' };
  const { service, clock } = serviceWith(() => Response.json({ IdentityId: 'id' }, { headers }));
  await service.idFor();
  expect(clock.now()).toBe(NOW + 3_600_000);
});
