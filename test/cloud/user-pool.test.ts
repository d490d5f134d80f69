import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startClock } from './clock.ts';
import { credentialsIssuer, type Issued } from './credentials.ts';
import { verifiedClaims } from './jwt.ts';
import { loginDomain } from './login-domain.ts';
import { serve } from './server.ts';
import { REGION, userPool } from './user-pool.ts';
import { userService } from './user-service.ts';

const SITE = 'https://app.example';
const VERIFIER = 'a-verifier-of-at-least-43-characters-as-it-must-be';
const EMAIL = 'ada@example.org';

describe('signing in', () => {
  test('with a maintained OAuth library: code, PKCE, an ID token with Cognito’s claims, and refresh', async () => {
    const { domain, pool, signIn, clock } = await scene();
    const as = { issuer: pool.issuer, token_endpoint: `${domain}/oauth2/token` };
    const client = { client_id: pool.client };
    const insecure = { [oauth.allowInsecureRequests]: true };
    const back = await signIn({ state: 'state', nonce: 'nonce' });
    const code = oauth.validateAuthResponse(as, client, back, 'state');
    const callback = `${SITE}/`;
    const none = oauth.None();
    const response = await oauth.authorizationCodeGrantRequest(as, client, none, code, callback, VERIFIER, insecure);
    const options = { expectedNonce: 'nonce', requireIdToken: true };
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, options);
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
      sub: pool.users.byEmail(EMAIL)?.subject,
      email: EMAIL,
      email_verified: true,
      token_use: 'id',
      'cognito:username': pool.users.byEmail(EMAIL)?.subject,
    });
    clock.advance(60_000);
    const refresh = tokens.refresh_token ?? '';
    const again = await oauth.refreshTokenGrantRequest(as, client, none, refresh, insecure);
    const fresh = await oauth.processRefreshTokenResponse(as, client, again);
    expect(oauth.getValidatedIdTokenClaims(fresh)?.exp).toBeGreaterThan(
      oauth.getValidatedIdTokenClaims(tokens)?.exp ?? Number.POSITIVE_INFINITY,
    );
    expect(fresh.refresh_token).toBeUndefined();
  });

  test('asks no second time while the browser remembers, and asks again after signing out', async () => {
    const { authorize, domain, pool, signIn } = await scene();
    let cookie = '';
    await signIn({}, (set) => {
      cookie = set.replace(/;.*/, '');
    });
    const again = await authorize({}, { Cookie: cookie });
    expect(new URL(again.headers.get('Location') ?? '').searchParams.has('code')).toBe(true);
    const out = await fetch(`${domain}/logout?client_id=${pool.client}&logout_uri=${SITE}/`, {
      headers: { Cookie: cookie },
      redirect: 'manual',
    });
    expect([out.status, out.headers.get('Location')]).toEqual([302, `${SITE}/`]);
    expect((await authorize({}, { Cookie: cookie })).headers.get('Location')).toMatch(/^\/login\?/);
  });

  test('takes no wrong code, and sends nobody to an address that is not registered', async () => {
    const { authorize, domain, enter, pool } = await scene();
    await enter({ email: EMAIL });
    const wrong = await enter({ email: EMAIL, code: 'wrong' });
    expect([wrong.status, await wrong.text()]).toEqual([200, expect.stringContaining('not the code')]);
    expect((await authorize({ redirect_uri: 'https://evil.example/' })).status).toBe(400);
    expect((await authorize({ client_id: 'other' })).status).toBe(400);
    const out = await fetch(`${domain}/logout?client_id=${pool.client}&logout_uri=https://evil.example/`);
    expect(out.status).toBe(400);
  });

  test('tells the app when it asks without PKCE, for another response or for an unknown scope', async () => {
    const { authorize } = await scene();
    const wrong = [
      { code_challenge: '' },
      { code_challenge_method: 'plain' },
      { response_type: 'token' },
      { scope: 'all' },
    ];
    const errors = await Promise.all(
      wrong.map(async (query) =>
        new URL((await authorize(query)).headers.get('Location') ?? '').searchParams.get('error'),
      ),
    );
    expect(errors).toEqual(['invalid_request', 'invalid_request', 'unsupported_response_type', 'invalid_scope']);
  });
});

describe('a code', () => {
  test('is good once, for five minutes, with the verifier and the address that it was asked with', async () => {
    const { code, redeem, clock } = await scene();
    expect(await redeem({ code: await code(), code_verifier: 'another' })).toEqual({ error: 'invalid_grant' });
    expect(await redeem({ code: await code(), redirect_uri: 'https://other.example/' })).toEqual({
      error: 'invalid_grant',
    });
    expect(await redeem({ code: await code(), client_id: 'other' })).toEqual({ error: 'invalid_client' });
    const late = await code();
    clock.advance(300_000);
    expect(await redeem({ code: late })).toEqual({ error: 'invalid_grant' });
    const used = await code();
    expect(await redeem({ code: used })).toHaveProperty('id_token');
    expect(await redeem({ code: used })).toEqual({ error: 'invalid_grant' });
  });

  test('is redeemed for the page of the site alone', async () => {
    const { domain } = await scene();
    for (const [origin, allowed] of [
      [SITE, SITE],
      ['https://evil.example', null],
    ]) {
      const headers = { Origin: origin ?? '' };
      const reply = await fetch(`${domain}/oauth2/token`, { method: 'POST', headers, body: new URLSearchParams() });
      expect(reply.headers.get('Access-Control-Allow-Origin')).toBe(allowed);
    }
  });
});

describe('a session ends', () => {
  const end = {
    revoking: ({ domain, pool }: Scene, { refresh_token }: Tokens) =>
      post(`${domain}/oauth2/revoke`, { token: refresh_token, client_id: pool.client }),
    'signing out everywhere': ({ ask }: Scene, { access_token }: Tokens) =>
      ask('GlobalSignOut', { AccessToken: access_token }),
    'deleting the user': ({ ask }: Scene, { access_token }: Tokens) => ask('DeleteUser', { AccessToken: access_token }),
  };
  test.each(Object.entries(end))('by %s: no token of it is good any more', async (_, ending) => {
    const made = await scene();
    const tokens = await made.tokens();
    await ending(made, tokens);
    const again = await post(`${made.domain}/oauth2/token`, {
      grant_type: 'refresh_token',
      client_id: made.pool.client,
      refresh_token: tokens.refresh_token,
    });
    expect(await again.json()).toEqual({ error: 'invalid_grant' });
    const claims = verifiedClaims(tokens.id_token, made.pool.jwks);
    expect(made.pool.isLive(String(claims?.origin_jti))).toBe(false);
    const refused = await made.ask('GlobalSignOut', { AccessToken: tokens.access_token });
    expect(await refused.json()).toMatchObject({ __type: 'NotAuthorizedException' });
  });

  test('only by an access token that is the pool’s and not too old', async () => {
    const { ask, tokens, clock } = await scene();
    const { id_token, access_token } = await tokens();
    for (const AccessToken of [id_token, `${access_token}x`, 'none'])
      expect(await (await ask('DeleteUser', { AccessToken })).json()).toMatchObject({
        __type: 'NotAuthorizedException',
      });
    clock.advance(3_600_000);
    expect(await (await ask('DeleteUser', { AccessToken: access_token })).json()).toMatchObject({
      message: 'Access Token has expired',
    });
  });
});

describe('who a person is', () => {
  test('is told to a role that may ask and signs, and to no other', async () => {
    const { adminGetUser, credentials, pool, tokens } = await scene();
    await tokens();
    const Username = pool.users.byEmail(EMAIL)?.subject ?? '';
    const issue = (of: string) => credentials.issue({ expiresAt: Number.POSITIVE_INFINITY, role: of, of });
    const [allowed, other] = [issue('claim'), issue('list')];
    expect(await adminGetUser(allowed, Username)).toMatchObject({
      Username,
      UserAttributes: expect.arrayContaining([
        { Name: 'email', Value: EMAIL },
        { Name: 'email_verified', Value: 'true' },
      ]),
    });
    expect(await adminGetUser(other, Username)).toMatchObject({ __type: 'AccessDeniedException' });
    const wrong = { ...allowed, secretAccessKey: 'wrong' };
    expect(await adminGetUser(wrong, Username)).toMatchObject({ __type: 'InvalidSignatureException' });
    expect(await adminGetUser(allowed, 'nobody')).toMatchObject({ __type: 'UserNotFoundException' });
  });
});

const IssuedTokens = v.object({ id_token: v.string(), access_token: v.string(), refresh_token: v.string() });

type Scene = Awaited<ReturnType<typeof scene>>;
type Tokens = Awaited<ReturnType<Scene['tokens']>>;

async function scene() {
  const clock = startClock();
  const pool = userPool(clock);
  const credentials = credentialsIssuer();
  const login = await serve(clock, loginDomain({ clock, pool, callbacks: () => [`${SITE}/`] }));
  const mayAsk = ({ of }: Issued) => of === 'claim';
  const users = await serve(clock, userService({ clock, pool, find: credentials.find, mayAsk }));
  onTestFinished(async () => {
    await Promise.all([login.stop(), users.stop()]);
  });
  const domain = login.origin;
  const target = (operation: string) => ({
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
  });

  const queryOf = (given: Record<string, string>) =>
    new URLSearchParams({
      response_type: 'code',
      client_id: pool.client,
      redirect_uri: `${SITE}/`,
      scope: 'openid email aws.cognito.signin.user.admin',
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      ...given,
    });
  const enter = (form: Record<string, string>, given: Record<string, string> = {}) =>
    post(`${domain}/login?${queryOf(given)}`, form);
  const signIn = async (given: Record<string, string> = {}, onCookie?: (cookie: string) => void) => {
    await enter({ email: EMAIL }, given);
    const back = await enter({ email: EMAIL, code: pool.users.code(EMAIL) ?? '' }, given);
    onCookie?.(back.headers.get('Set-Cookie') ?? '');
    return new URL(back.headers.get('Location') ?? '');
  };
  const code = async () => (await signIn()).searchParams.get('code') ?? '';
  const redeem = async (given: Record<string, string>) => {
    const grant = { grant_type: 'authorization_code', client_id: pool.client, redirect_uri: `${SITE}/` };
    return (await post(`${domain}/oauth2/token`, { ...grant, code_verifier: VERIFIER, ...given })).json();
  };
  return {
    ...{ clock, pool, credentials, domain, enter, signIn, code, redeem },
    authorize: (given: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${domain}/oauth2/authorize?${queryOf(given)}`, { redirect: 'manual', headers }),
    tokens: async () => v.parse(IssuedTokens, await redeem({ code: await code() })),
    ask: (operation: string, input: object) =>
      fetch(users.origin, { method: 'POST', headers: target(operation), body: JSON.stringify(input) }),
    adminGetUser: async ({ accessKeyId, secretAccessKey, sessionToken }: Issued, Username: string) => {
      const signer = { accessKeyId, secretAccessKey, sessionToken, region: REGION, service: 'cognito-idp', retries: 0 };
      const body = JSON.stringify({ UserPoolId: pool.id, Username });
      const signed = new AwsClient(signer).fetch(users.origin, {
        method: 'POST',
        headers: target('AdminGetUser'),
        body,
      });
      return (await signed).json();
    },
  };
}

function post(url: string, form: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
}
