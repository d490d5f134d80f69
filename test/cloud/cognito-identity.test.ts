import { describe, expect, onTestFinished, test } from 'vitest';
import { startClock } from './clock.ts';
import { identityPool } from './cognito-identity.ts';
import { credentialsIssuer } from './credentials.ts';
import { tokenSigner } from './jwt.ts';
import { identityCall } from './person.ts';
import { serve } from './server.ts';
import { userPool } from './user-pool.ts';

const FORBIDDEN = { __type: 'NotAuthorizedException', message: expect.stringContaining('is forbidden') };

describe('a guest', () => {
  test('gets an identity and credentials that end after an hour of the clock of AWS', async () => {
    const { ask, pool, clock, credentials } = await scene();
    const { IdentityId } = await ask('GetId', { IdentityPoolId: pool.id });
    expect(IdentityId).toMatch(/^eu-central-1:[\da-f-]{36}$/);
    clock.advance(7_200_000);
    const answer = await ask('GetCredentialsForIdentity', { IdentityId });
    expect(answer).toMatchObject({
      IdentityId,
      Credentials: { AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/), Expiration: expect.any(Number) },
    });
    const { AccessKeyId, Expiration } = Object(answer.Credentials);
    expect(Math.abs(Expiration - clock.now() / 1000 - 3600)).toBeLessThan(10);
    expect(credentials.find(AccessKeyId)?.identity).toEqual({ id: IdentityId, pool: pool.id, provider: null });
  });

  test('is refused while guests are turned off, with the identity from before as well', async () => {
    const { ask, pool } = await scene();
    const { IdentityId } = await ask('GetId', { IdentityPoolId: pool.id });
    pool.areGuestsAllowed = false;
    const refusal = { __type: 'NotAuthorizedException', message: expect.stringContaining('not supported') };
    expect(await ask('GetId', { IdentityPoolId: pool.id })).toEqual(refusal);
    expect(await ask('GetCredentialsForIdentity', { IdentityId })).toEqual(refusal);
  });

  test('who signs in keeps the identity, which is closed to guests from then on', async () => {
    const { ask, login, asGuest } = await scene();
    const IdentityId = await asGuest();
    const linked = await ask('GetCredentialsForIdentity', { IdentityId, ...login('ada') });
    expect(linked).toMatchObject({ IdentityId, Credentials: {} });
    expect(await ask('GetCredentialsForIdentity', { IdentityId })).toEqual(FORBIDDEN);
  });

  test('who signs in as somebody with an identity gets that one, and the guest’s is disabled', async () => {
    const { ask, login, asGuest, pool } = await scene();
    const IdentityPoolId = pool.id;
    const { IdentityId: known } = await ask('GetId', { IdentityPoolId, ...login('ada') });
    const IdentityId = await asGuest();
    expect(await ask('GetCredentialsForIdentity', { IdentityId, ...login('ada') })).toMatchObject({
      IdentityId: known,
    });
    expect(await ask('GetCredentialsForIdentity', { IdentityId })).toEqual(FORBIDDEN);
    pool.mergedIs = 'not found';
    expect(await ask('GetCredentialsForIdentity', { IdentityId })).toMatchObject({
      __type: 'ResourceNotFoundException',
    });
  });

  test('is refused there where identities are not merged, and stays a guest', async () => {
    const { ask, login, asGuest, pool } = await scene();
    pool.merging = 'conflict';
    await ask('GetId', { IdentityPoolId: pool.id, ...login('ada') });
    const IdentityId = await asGuest();
    expect(await ask('GetCredentialsForIdentity', { IdentityId, ...login('ada') })).toMatchObject({
      __type: 'ResourceConflictException',
    });
    expect(await ask('GetCredentialsForIdentity', { IdentityId })).toMatchObject({ IdentityId });
  });
});

describe('a person who signed in', () => {
  test('has one identity, wherever they ask, and credentials that name them', async () => {
    const { ask, login, pool, users, credentials } = await scene();
    const [one, two] = [login('ada'), login('ada')];
    const { IdentityId } = await ask('GetId', { IdentityPoolId: pool.id, ...one });
    expect(await ask('GetId', { IdentityPoolId: pool.id, ...two })).toEqual({ IdentityId });
    const { Credentials } = await ask('GetCredentialsForIdentity', { IdentityId, ...two });
    const subject = users.users.byEmail('ada@example.org')?.subject;
    const { provider } = users;
    expect(credentials.find(Object(Credentials).AccessKeyId)?.identity?.provider).toBe(
      `${provider},${provider}:CognitoSignIn:${subject}`,
    );
  });

  test('cannot use the identity of another', async () => {
    const { ask, login, pool } = await scene();
    const { IdentityId } = await ask('GetId', { IdentityPoolId: pool.id, ...login('ada') });
    expect(await ask('GetCredentialsForIdentity', { IdentityId, ...login('eve') })).toEqual({
      __type: 'NotAuthorizedException',
      message: expect.stringContaining("Logins don't match"),
    });
  });

  test('is refused with a token that has expired, was revoked, or is of somebody deleted', async () => {
    const { ask, login, pool, users, clock } = await scene();
    const GetId = (given: object) => ask('GetId', { IdentityPoolId: pool.id, ...given });
    const refusal = (message: string) => ({
      __type: 'NotAuthorizedException',
      message: expect.stringContaining(message),
    });
    const [revoked, deleted, expired] = [login('ada'), login('eve'), login('bob')];
    users.signOutEverywhere(users.users.byEmail('ada@example.org')?.subject ?? '');
    users.users.remove(users.users.byEmail('eve@example.org')?.subject ?? '');
    expect(await GetId(revoked)).toEqual(refusal('revoked'));
    expect(await GetId(deleted)).toEqual(refusal('revoked'));
    clock.advance(3_600_000);
    expect(await GetId(expired)).toEqual(refusal('expired'));
  });

  test('is refused with a token of another pool, another client or another use, and with an altered one', async () => {
    const { ask, pool, users, tokens } = await scene();
    const { id_token, access_token } = tokens('ada');
    const [head = '', payload = '', signature = ''] = id_token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const stranger = tokenSigner();
    const altered = Buffer.from(JSON.stringify({ ...claims, sub: 'eve' })).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const wrong = [
      access_token,
      stranger.sign(claims),
      `${head}.${altered}.${signature}`,
      `${none}.${payload}.`,
      'no token',
      '',
    ];
    for (const token of wrong)
      expect(await ask('GetId', { IdentityPoolId: pool.id, Logins: { [users.provider]: token } }), token).toMatchObject(
        {
          __type: 'NotAuthorizedException',
        },
      );
    expect(await ask('GetId', { IdentityPoolId: pool.id, Logins: { 'accounts.google.com': id_token } })).toMatchObject({
      __type: 'NotAuthorizedException',
    });
  });
});

describe('the identity service', () => {
  test('refuses what it does not know in the words of AWS', async () => {
    const { ask } = await scene();
    const unknown = `eu-central-1:${crypto.randomUUID()}`;
    const [wrong, gone] = ['ValidationException', 'ResourceNotFoundException'];
    expect(await ask('GetId', { IdentityPoolId: unknown })).toMatchObject({ __type: gone });
    expect(await ask('GetCredentialsForIdentity', { IdentityId: unknown })).toMatchObject({ __type: gone });
    expect(await ask('GetId', { IdentityPoolId: 'no pool' })).toMatchObject({ __type: wrong });
    expect(await ask('GetId', {})).toMatchObject({ __type: wrong });
    expect(await ask('GetOpenIdToken', { IdentityId: unknown })).toMatchObject({ __type: 'UnknownOperationException' });
  });

  test('lets pages of any origin ask and read, the type of an error and the time included', async () => {
    const { origin } = await scene();
    const headers = { Origin: 'https://any.example', 'Access-Control-Request-Headers': 'content-type,x-amz-target' };
    const preflight = await fetch(origin, { method: 'OPTIONS', headers });
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('content-type,x-amz-target');
    const refusal = await fetch(origin, { method: 'POST', headers, body: '{}' });
    expect([refusal.status, refusal.headers.get('Access-Control-Allow-Origin')]).toEqual([400, '*']);
    expect(refusal.headers.get('Access-Control-Expose-Headers')).toMatch(/ErrorType.*Date/);
    expect(refusal.headers.get('x-amzn-ErrorType')).toBe('UnknownOperationException:');
  });
});

async function scene() {
  const clock = startClock();
  const users = userPool(clock);
  const credentials = credentialsIssuer();
  const pool = identityPool({ clock, users, credentials });
  const server = await serve(clock, pool.answer);
  onTestFinished(() => server.stop());
  const ask = (operation: string, input: object) => identityCall({ identity: `${server.origin}/` }, operation, input);
  const tokens = (name: string) => {
    const email = `${name}@example.org`;
    return users.issue(users.signIn(users.users.byEmail(email) ?? users.users.add({ email }), 'openid'));
  };
  return {
    ...{ clock, users, credentials, pool, ask, tokens, origin: server.origin },
    login: (name: string) => ({ Logins: { [users.provider]: tokens(name).id_token } }),
    asGuest: async () => (await ask('GetId', { IdentityPoolId: pool.id })).IdentityId,
  };
}
