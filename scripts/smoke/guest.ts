import { AwsClient } from 'aws4fetch';
import * as v from 'valibot';
import { type Deployment, type Expected, type Reply, replyOf } from './deployment.ts';
import { must } from './tick-list.ts';

type Sent = Readonly<Record<string, string>>;

/** Somebody who has opened the app and not signed in. */
export interface Guest {
  /** Sends a signed request to a path below the stage, and wants this answer. */
  send(method: string, path: string, expected: Expected, body?: object, headers?: Sent): Promise<Reply>;
  /** A signed request that is not sent yet, signed with another secret where one is given. */
  sign(method: string, path: string, body?: object, headers?: Sent, secret?: string): Promise<Request>;
}

const Identity = v.object({ IdentityId: v.string() });
const Credentials = v.object({
  Credentials: v.object({ AccessKeyId: v.string(), SecretKey: v.string(), SessionToken: v.string() }),
});

/** A new guest, as the web app makes one. */
export async function guestOf(deployment: Deployment): Promise<Guest> {
  const { config } = deployment;
  const { IdentityId } = v.parse(Identity, await identityCall(deployment, 'GetId', poolOf(deployment)));
  const issued = await identityCall(deployment, 'GetCredentialsForIdentity', { IdentityId });
  const { AccessKeyId, SecretKey, SessionToken } = v.parse(Credentials, issued).Credentials;
  return { send, sign };

  async function send(method: string, path: string, expected: Expected, body?: object, headers?: Sent) {
    return replyOf(await fetch(await sign(method, path, body, headers)), expected);
  }

  function sign(method: string, path: string, body?: object, headers?: Sent, secretAccessKey = SecretKey) {
    const keys = { accessKeyId: AccessKeyId, secretAccessKey, sessionToken: SessionToken };
    const aws = new AwsClient({ ...keys, service: 'execute-api', region: config.region, retries: 0 });
    const all = new Headers(headers);
    if (body) all.set('Content-Type', all.get('Content-Type') ?? 'application/json');
    return aws.sign(config.api + path, { method, headers: all, ...(body && { body: JSON.stringify(body) }) });
  }
}

/** @throws Error where a guest gets an identity */
export async function guestsAreRefused(deployment: Deployment): Promise<void> {
  const answer = await identityCall(deployment, 'GetId', poolOf(deployment)).then(
    () => 'a guest got an identity',
    (error: Error) => error.message,
  );
  must(answer.includes('NotAuthorizedException'), answer);
}

function poolOf({ config }: Deployment) {
  return { IdentityPoolId: config.identity.pool };
}

async function identityCall({ config }: Deployment, operation: string, input: object): Promise<unknown> {
  const response = await fetch(config.identity.endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  must(response.ok, `${operation}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
