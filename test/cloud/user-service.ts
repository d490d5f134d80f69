import * as v from 'valibot';
import { AwsError, jsonService, parseInput } from './aws-json.ts';
import type { Clock } from './clock.ts';
import type { Issued } from './credentials.ts';
import { verifiedClaims } from './jwt.ts';
import type { Received, Sent } from './server.ts';
import { verifySignature } from './sigv4.ts';
import { REGION, type UserPool } from './user-pool.ts';

export interface UserServiceOptions {
  readonly clock: Clock;
  readonly pool: UserPool;
  find(accessKeyId: string): Issued | undefined;
  /** Whether the holder may ask who a person is. */
  mayAsk(holder: Issued): boolean;
}

/** The user pool's own service, and the keys that it publishes beside it. */
export function userService(options: UserServiceOptions): (request: Received) => Sent | Promise<Sent> {
  const { pool } = options;
  const operations = jsonService('AWSCognitoIdentityProviderService', {
    AdminGetUser: (input, request) => adminGetUser(input, request, options),
    GlobalSignOut: (input) => {
      pool.signOutEverywhere(subjectOf(input, options));
      return {};
    },
    DeleteUser: (input) => {
      pool.users.remove(subjectOf(input, options));
      return {};
    },
  });
  return (request) => {
    if (request.url.pathname !== `/${pool.id}/.well-known/jwks.json`) return operations(request);
    const headers = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' };
    return { status: 200, headers, body: JSON.stringify(pool.jwks) };
  };
}

const AskedPerson = v.object({ UserPoolId: v.string(), Username: v.string() });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html */
function adminGetUser(input: unknown, request: Received, { clock, pool, find, mayAsk }: UserServiceOptions): object {
  const verifier = { region: REGION, service: 'cognito-idp', now: clock.now(), find };
  const verdict = verifySignature(request, verifier);
  if (verdict.key === undefined) throw new AwsError(verdict.fault, verdict.message);
  if (!mayAsk(verdict.key))
    throw new AwsError('AccessDeniedException', `${verdict.key.role} may not perform: cognito-idp:AdminGetUser`);
  const { UserPoolId, Username } = parseInput(AskedPerson, input);
  if (UserPoolId !== pool.id)
    throw new AwsError('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`);
  const user = pool.users.bySubject(Username);
  if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.');
  return {
    Username: user.subject,
    Enabled: true,
    UserStatus: 'CONFIRMED',
    UserCreateDate: clock.now() / 1000,
    UserLastModifiedDate: clock.now() / 1000,
    UserAttributes: [
      { Name: 'email', Value: user.email },
      { Name: 'email_verified', Value: String(user.isEmailVerified) },
      { Name: 'sub', Value: user.subject },
    ],
  };
}

const WithToken = v.object({ AccessToken: v.string() });
const AccessClaims = v.object({
  sub: v.string(),
  iss: v.string(),
  token_use: v.literal('access'),
  scope: v.string(),
  exp: v.number(),
  origin_jti: v.string(),
});

/** Whose access token a request brings. */
function subjectOf(input: unknown, { clock, pool }: UserServiceOptions): string {
  const { AccessToken } = parseInput(WithToken, input);
  const { success, output } = v.safeParse(AccessClaims, verifiedClaims(AccessToken, pool.jwks));
  const refuse = (message: string) => new AwsError('NotAuthorizedException', message);
  if (!success || output.iss !== pool.issuer) throw refuse('Invalid Access Token');
  if (output.exp * 1000 <= clock.now()) throw refuse('Access Token has expired');
  if (!pool.isLive(output.origin_jti)) throw refuse('Access Token has been revoked');
  if (!output.scope.split(' ').includes('aws.cognito.signin.user.admin'))
    throw refuse('Access Token does not have required scopes');
  return output.sub;
}
