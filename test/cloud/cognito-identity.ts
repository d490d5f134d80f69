import * as v from 'valibot';
import { AwsError, jsonService, parseInput } from './aws-json.ts';
import type { Clock } from './clock.ts';
import type { Credentials } from './credentials.ts';
import { verifiedClaims } from './jwt.ts';
import type { Received, Sent } from './server.ts';
import { REGION, type UserPool } from './user-pool.ts';

/** What happens to a guest who signs in as somebody who has an identity already. */
export type Merging = 'merge' | 'conflict';

export interface IdentityPool {
  readonly id: string;
  areGuestsAllowed: boolean;
  merging: Merging;
  /** What is said of an identity that was merged into another: both have been seen. */
  mergedIs: 'forbidden' | 'not found';
  answer(request: Received): Promise<Sent>;
}

interface Identity {
  readonly id: string;
  /** As whom its holder signed in; null while they are a guest. */
  subject: string | null;
  isDisabled: boolean;
}

interface Context {
  readonly clock: Clock;
  readonly users: UserPool;
  readonly credentials: Credentials;
}

const CREDENTIALS_MS = 3_600_000;

/**
 * An identity pool of the enhanced flow with `ServerSideTokenCheck`:
 * https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/
 */
export function identityPool(context: Context): IdentityPool {
  const identities = new Map<string, Identity>();
  const pool: IdentityPool = {
    id: `${REGION}:${crypto.randomUUID()}`,
    areGuestsAllowed: true,
    merging: 'merge',
    mergedIs: 'forbidden',
    answer: jsonService('AWSCognitoIdentityService', { GetId: getId, GetCredentialsForIdentity: getCredentials }),
  };
  return pool;

  function getId(input: unknown): object {
    const { IdentityPoolId, Logins } = parseInput(IdInput, input);
    if (IdentityPoolId !== pool.id)
      throw new AwsError('ResourceNotFoundException', `IdentityPool '${IdentityPoolId}' not found.`);
    const subject = loginOf(Logins, context);
    if (subject === null) judgeGuest();
    const known = subject === null ? undefined : ofSubject(subject);
    return { IdentityId: (known ?? newIdentity(subject)).id };
  }

  function getCredentials(input: unknown): object {
    const { IdentityId, Logins } = parseInput(CredentialsInput, input);
    const identity = identities.get(IdentityId);
    const isGone = identity?.isDisabled && pool.mergedIs === 'not found';
    if (!identity || isGone) throw new AwsError('ResourceNotFoundException', `Identity '${IdentityId}' not found.`);
    if (identity.isDisabled) throw forbidden(identity);
    const subject = loginOf(Logins, context);
    const holder = subject === null ? asGuest(identity) : asPerson(identity, subject);
    return { IdentityId: holder.id, Credentials: issue(holder) };
  }

  function asGuest(identity: Identity): Identity {
    judgeGuest();
    if (identity.subject !== null) throw forbidden(identity);
    return identity;
  }

  /** The identity of the person: theirs, this guest's from now on, or another's, which takes this guest in. */
  function asPerson(identity: Identity, subject: string): Identity {
    if (identity.subject === subject) return identity;
    if (identity.subject !== null)
      throw new AwsError('NotAuthorizedException', `Logins don't match. ${AT_LEAST_ONE_LOGIN}`);
    const known = ofSubject(subject);
    if (known === undefined) {
      identity.subject = subject;
      return identity;
    }
    if (pool.merging === 'conflict')
      throw new AwsError('ResourceConflictException', 'The login is already linked to another identity.');
    identity.isDisabled = true;
    return known;
  }

  function judgeGuest(): void {
    if (!pool.areGuestsAllowed)
      throw new AwsError('NotAuthorizedException', 'Unauthenticated access is not supported for this identity pool.');
  }

  function newIdentity(subject: string | null): Identity {
    const identity = { id: `${REGION}:${crypto.randomUUID()}`, subject, isDisabled: false };
    identities.set(identity.id, identity);
    return identity;
  }

  function ofSubject(subject: string): Identity | undefined {
    return identities.values().find((identity) => identity.subject === subject && !identity.isDisabled);
  }

  function issue({ id, subject }: Identity): object {
    const { provider } = context.users;
    const issued = context.credentials.issue({
      expiresAt: Math.floor(context.clock.now() / 1000) * 1000 + CREDENTIALS_MS,
      role: `touchbase-${REGION}-identity-${subject === null ? 'guest' : 'signed-in'}`,
      identity: {
        id,
        pool: pool.id,
        provider: subject === null ? null : `${provider},${provider}:CognitoSignIn:${subject}`,
      },
    });
    return {
      AccessKeyId: issued.accessKeyId,
      SecretKey: issued.secretAccessKey,
      SessionToken: issued.sessionToken,
      Expiration: issued.expiresAt / 1000,
    };
  }
}

const AT_LEAST_ONE_LOGIN = 'Please include at least one valid login for this identity or identity pool.';

function forbidden({ id }: Identity): AwsError {
  return new AwsError('NotAuthorizedException', `Access to Identity '${id}' is forbidden.`);
}

const PoolOrIdentity = v.pipe(
  v.string(),
  v.regex(/^[\w-]+:[0-9a-f-]+$/, 'Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+'),
);
const Logins = v.nullish(v.record(v.string(), v.string()));
const IdInput = v.object({ IdentityPoolId: PoolOrIdentity, Logins });
const CredentialsInput = v.object({ IdentityId: PoolOrIdentity, Logins });

const IdClaims = v.object({
  sub: v.string(),
  iss: v.string(),
  aud: v.string(),
  exp: v.number(),
  token_use: v.string(),
  origin_jti: v.string(),
});

/** Who signed in, by their ID token; null where nobody did. */
function loginOf(logins: v.InferOutput<typeof Logins>, { clock, users }: Context): string | null {
  const entries = Object.entries(logins ?? {});
  const [first, ...more] = entries;
  if (first === undefined) return null;
  const refuse = (message: string) => new AwsError('NotAuthorizedException', message);
  const [provider, token] = first;
  if (provider !== users.provider || more.length > 0)
    throw refuse('Token is not from a supported provider of this identity pool.');
  const { success, output } = v.safeParse(IdClaims, verifiedClaims(token, users.jwks));
  if (!success) throw refuse('Invalid login token. Not a valid OpenId Connect identity token.');
  if (output.iss !== users.issuer) throw refuse("Invalid login token. Issuer doesn't match providerName");
  if (output.token_use !== 'id') throw refuse('Invalid login token. Not a valid OpenId Connect identity token.');
  if (output.aud !== users.client) throw refuse('Invalid login token. Incorrect token audience.');
  const now = Math.floor(clock.now() / 1000);
  if (now >= output.exp) throw refuse(`Invalid login token. Token expired: ${output.exp} < ${now}`);
  if (!users.isLive(output.origin_jti)) throw refuse('Invalid login token. Token is revoked.');
  return output.sub;
}
