import { describe, expect, test } from 'vitest';
import type { Issued } from './credentials.ts';
import { OK, scene } from './gateway-scene.ts';
import { REGION } from './user-pool.ts';

describe('a function is given', () => {
  test('the event that AWS documents, with all that was sent', async () => {
    const { send, events, issued } = await scene();
    const reply = await send(issued, '/records?q=a%20b&q=c%2Bd&empty', {
      method: 'POST',
      body: '{"name":"Łukasz"}',
      headers: { 'X-Twice': 'one', 'Content-Type': 'application/json' },
    });
    const [event] = events;
    expect(event).toMatchObject({
      resource: '/records',
      path: '/records',
      httpMethod: 'POST',
      queryStringParameters: { q: 'c+d', empty: '' },
      multiValueQueryStringParameters: { q: ['a b', 'c+d'], empty: [''] },
      pathParameters: null,
      stageVariables: null,
      body: '{"name":"Łukasz"}',
      isBase64Encoded: false,
    });
    expect(lowerCase(event?.multiValueHeaders)).toMatchObject({
      'x-twice': ['one'],
      'content-type': ['application/json'],
      'x-forwarded-proto': ['https'],
    });
    expect(Object.keys(lowerCase(event?.headers))).not.toContain('authorization');
    expect(event?.requestContext.requestId).toBe(reply.headers.get('x-amzn-RequestId'));
  });

  test('who asks: for a guest the identity alone, for a person the login as well', async () => {
    const { send, events, issued, credentials } = await scene();
    const person = credentials.issue({ ...issued, identity: { ...identityOf(issued), provider: PROVIDER } });
    await send(issued, '/records');
    await send(person, '/records');
    const [asGuest, asPerson] = events.map(({ requestContext }) => requestContext.identity);
    expect(asGuest).toMatchObject({
      cognitoIdentityId: `${REGION}:1`,
      cognitoIdentityPoolId: `${REGION}:pool`,
      cognitoAuthenticationType: 'unauthenticated',
      cognitoAuthenticationProvider: null,
      accessKey: issued.accessKeyId,
      apiKey: null,
    });
    expect(asPerson).toMatchObject({
      cognitoAuthenticationType: 'authenticated',
      cognitoAuthenticationProvider: PROVIDER,
    });
  });

  test('the stage in the path of the context alone, and what stands for a parameter, decoded', async () => {
    const { send, events, issued } = await scene();
    await send(issued, '/records/a%20b%2Fc');
    expect(events[0]).toMatchObject({ resource: '/records/{id}', pathParameters: { id: 'a b/c' }, body: null });
    expect(events[0]?.requestContext).toMatchObject({
      stage: 'v1',
      path: '/v1/records/a%20b%2Fc',
      resourcePath: '/records/{id}',
      httpMethod: 'GET',
      domainName: expect.stringContaining('127.0.0.1'),
      requestTime: expect.stringMatching(/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
    });
  });

  test('what is named before what is a parameter, and a public method with nobody who asks', async () => {
    const { send, events, names, issued, gateway } = await scene();
    await send(issued, '/records/special');
    await fetch(`${gateway.origin}/v1/health`);
    expect(names).toEqual(['named', 'health']);
    expect(events[1]?.requestContext.identity).toMatchObject({ cognitoIdentityId: null, accessKey: null });
    expect(events[1]).toMatchObject({ queryStringParameters: null, multiValueQueryStringParameters: null });
  });
});

describe('a sender gets', () => {
  test('what the function answered, with a header of one name several times', async () => {
    const answer = {
      statusCode: 201,
      headers: { ETag: '"1"' },
      multiValueHeaders: { Link: ['<a>', '<b>'] },
      body: 'é',
    };
    const { send, issued } = await scene({ invoke: async () => answer });
    const reply = await send(issued, '/records');
    expect([reply.status, reply.headers.get('ETag'), reply.headers.get('Link')]).toEqual([201, '"1"', '<a>, <b>']);
    expect([await reply.text(), reply.headers.get('Content-Type')]).toEqual(['é', 'application/json']);
    expect(reply.headers.get('x-amzn-RequestId')).toMatch(/^[\da-f-]{36}$/);
  });

  test('the time of AWS, whatever the function says', async () => {
    const { send, issued, clock } = await scene({ invoke: async () => ({ ...OK, headers: { Date: 'never' } }) });
    clock.advance(240_000);
    const { headers } = await send(issued, '/records');
    expect(Date.parse(headers.get('Date') ?? '') / 1000).toBeCloseTo(clock.now() / 1000, -1);
    expect(headers.get('x-amzn-Remapped-Date')).toBe('never');
  });

  test('a long answer compressed where they can read it', async () => {
    const { send, issued } = await scene({ invoke: async () => ({ ...OK, body: 'a'.repeat(2000) }) });
    const reply = await send(issued, '/records', { headers: { 'Accept-Encoding': 'gzip' } });
    expect([reply.headers.get('Content-Encoding'), await reply.text()]).toEqual(['gzip', 'a'.repeat(2000)]);
  });
});

const PROVIDER = 'cognito-idp.eu-central-1.amazonaws.com/p,cognito-idp.eu-central-1.amazonaws.com/p:CognitoSignIn:s';

function identityOf({ identity }: Issued) {
  if (!identity) throw new Error('They are of no identity.');
  return identity;
}

function lowerCase(headers: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
