import { createHash, randomBytes } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import * as v from 'valibot';
import type { Edge } from './edge.ts';

/** Somebody with credentials, as the API meets them. */
export interface Person {
  readonly identity: string;
  /** How the table names what is theirs. */
  readonly workspace: string;
  readonly credentials: KeySet;
  /** Sends a signed request; with other keys than their own where some are given. */
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
    keys?: KeySet,
  ): Promise<Reply>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API, of any shape, that a test looks at.
  readonly body: any;
}

export interface KeySet {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Somebody who has just opened the app, or who comes back with the identity id that the browser kept. */
export async function guest(edge: Edge, keptId?: string): Promise<Person> {
  const { IdentityId } = keptId
    ? { IdentityId: keptId }
    : await identityCall(edge, 'GetId', { IdentityPoolId: edge.config.identity.pool });
  return withCredentials(edge, v.parse(v.string(), IdentityId));
}

/** The person with this address, and with the identity id that they had as a guest where one is given. */
export async function signedIn(edge: Edge, email: string, guestId?: string): Promise<Person> {
  const { id_token } = await signIn(edge, email);
  const login = { Logins: { [edge.config.login.issuer.replace('https://', '')]: id_token } };
  const { IdentityId } = guestId
    ? { IdentityId: guestId }
    : await identityCall(edge, 'GetId', { IdentityPoolId: edge.config.identity.pool, ...login });
  return withCredentials(edge, v.parse(v.string(), IdentityId), login);
}

const Credentials = v.object({
  IdentityId: v.string(),
  Credentials: v.object({ AccessKeyId: v.string(), SecretKey: v.string(), SessionToken: v.string() }),
});

async function withCredentials(edge: Edge, IdentityId: string, login: object = {}): Promise<Person> {
  const answer = await identityCall(edge, 'GetCredentialsForIdentity', { IdentityId, ...login });
  const { IdentityId: identity, Credentials: issued } = v.parse(Credentials, answer);
  const credentials = {
    accessKeyId: issued.AccessKeyId,
    secretAccessKey: issued.SecretKey,
    sessionToken: issued.SessionToken,
  };
  const workspace = createHash('sha256').update(identity).digest('base64url');
  return {
    ...{ identity, workspace, credentials },
    send: async (method, path, body, headers = {}, keys = credentials) => {
      const aws = new AwsClient({ ...keys, service: 'execute-api', region: edge.config.region, retries: 0 });
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const datetime = new Date(edge.clock.now()).toISOString().replace(/[:-]|\.\d{3}/g, '');
      const signed = await aws.sign(edge.api + path, {
        method,
        headers: { ...(text !== undefined && { 'Content-Type': 'application/json' }), ...headers },
        ...(text !== undefined && { body: text }),
        aws: { datetime },
      });
      return replyOf(await fetch(signed));
    },
  };
}

export async function replyOf(response: Response): Promise<Reply> {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = text !== '' && headers.get('Content-Type')?.includes('json');
  return { status, headers, text, body: isJson ? JSON.parse(text) : undefined };
}

const Answer = v.record(v.string(), v.unknown());

/** @returns what Cognito answered, or with what it refused */
export async function identityCall(edge: Pick<Edge, 'identity'>, operation: string, input: object) {
  const response = await fetch(edge.identity, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return v.parse(Answer, await response.json());
}

const Tokens = v.object({ id_token: v.string(), access_token: v.string(), refresh_token: v.string() });

/** The tokens of somebody who signs in by a code that is sent to them; a new address signs up. */
export async function signIn(edge: Pick<Edge, 'config' | 'site' | 'users'>, email: string) {
  const { domain, client } = edge.config.login;
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: `${edge.site}/`,
    scope: 'openid email aws.cognito.signin.user.admin',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  const enter = (form: Record<string, string>) =>
    fetch(`${domain}/login?${query}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  await enter({ email });
  const back = await enter({ email, code: edge.users.code(email) ?? '' });
  const code = new URL(back.headers.get('Location') ?? '').searchParams.get('code') ?? '';
  const response = await fetch(`${domain}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      redirect_uri: `${edge.site}/`,
      code_verifier: verifier,
      code,
    }),
  });
  return v.parse(Tokens, await response.json());
}
