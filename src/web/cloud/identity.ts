import * as v from 'valibot';
import { askAws } from './aws-json.ts';
import type { CloudConfig } from './config.ts';
import type { ServerClock } from './server-clock.ts';

/** Keys that sign requests for about an hour. */
export interface TemporaryKeys {
  /** Whose they are. A guest's is a secret: whoever knows it is that guest. */
  readonly identity: string;
  readonly accessKeyId: string;
  readonly secretKey: string;
  readonly sessionToken: string;
  /** By the servers' clock, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A login and its proof: the issuer without `https://`, and an ID token of it. */
export type Logins = Readonly<Record<string, string>>;

/** The identity pool: who somebody is, and keys for them. */
export interface IdentityService {
  /** The identity of a login; a new one for a new guest. */
  idFor(logins?: Logins): Promise<string>;
  /**
   * @param identity where logins are given they are tied to it
   * @returns keys of that identity, or of the one that the login had before
   */
  keysOf(identity: string, logins?: Logins): Promise<TemporaryKeys>;
}

const idSchema = v.object({ IdentityId: v.string() });
const keysSchema = v.object({
  IdentityId: v.string(),
  Credentials: v.object({
    AccessKeyId: v.string(),
    SecretKey: v.string(),
    SessionToken: v.string(),
    Expiration: v.number(),
  }),
});

/**
 * The enhanced flow of Cognito identity pools, in two requests
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html). Both fail as `askAws` does.
 */
export function identityService(
  { endpoint, pool }: CloudConfig['identity'],
  clock: ServerClock,
  request: typeof fetch,
): IdentityService {
  const ask = async <T>(operation: string, input: object, schema: v.GenericSchema<unknown, T>): Promise<T> => {
    const target = `AWSCognitoIdentityService.${operation}`;
    const { output, date } = await askAws(request, { address: endpoint, target, input }, schema);
    clock.learn(date);
    return output;
  };
  return {
    async idFor(logins) {
      const { IdentityId } = await ask('GetId', { IdentityPoolId: pool, ...logged(logins) }, idSchema);
      return IdentityId;
    },
    async keysOf(identity, logins) {
      const input = { IdentityId: identity, ...logged(logins) };
      const { IdentityId, Credentials } = await ask('GetCredentialsForIdentity', input, keysSchema);
      return {
        identity: IdentityId,
        accessKeyId: Credentials.AccessKeyId,
        secretKey: Credentials.SecretKey,
        sessionToken: Credentials.SessionToken,
        expiresAt: Credentials.Expiration * 1000,
      };
    },
  };
}

function logged(logins: Logins | undefined): { readonly Logins?: Logins } {
  return logins ? { Logins: logins } : {};
}
