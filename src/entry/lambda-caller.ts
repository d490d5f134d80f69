import * as v from 'valibot';
import { Refusal } from '../http/problem.ts';
import type { Caller } from '../http/route.ts';
import type { Login } from '../store/directory.ts';

/**
 * Who signed a request, as API Gateway found out:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 * The identity id of a guest is a secret, so the workspace is named by its hash.
 *
 * @param requestContext of the event
 * @returns undefined where it was not an identity of the identity pool
 */
export async function callerOf(requestContext: unknown): Promise<Caller | undefined> {
  const { success, output } = v.safeParse(Context, requestContext);
  if (!success) return undefined;
  const { cognitoIdentityId, cognitoAuthenticationType, cognitoAuthenticationProvider } = output.identity;
  return {
    workspace: await hashOf(cognitoIdentityId),
    isGuest: cognitoAuthenticationType !== 'authenticated',
    login: loginOf(cognitoAuthenticationProvider ?? ''),
  };
}

/**
 * Who asks, where the route needs to know.
 *
 * @throws Refusal (no_identity)
 */
export function identified(caller: Caller | undefined): Caller {
  if (caller) return caller;
  throw new Refusal(NO_IDENTITY);
}

const Context = v.object({
  identity: v.object({
    cognitoIdentityId: v.pipe(v.string(), v.nonEmpty()),
    cognitoAuthenticationType: v.nullish(v.string()),
    cognitoAuthenticationProvider: v.nullish(v.string()),
  }),
});

const NO_IDENTITY = {
  code: 'no_identity',
  detail: 'Sign the request with credentials of the identity pool: other ones have no records here.',
} as const;

/** By Web Crypto, which signs as well: `node:crypto` would take a third of the time that a function takes to load. */
async function hashOf(identityId: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(identityId));
  return Buffer.from(hash).toString('base64url');
}

/** `cognito-idp.<region>.amazonaws.com/<pool>,cognito-idp.<region>.amazonaws.com/<pool>:CognitoSignIn:<sub>` */
function loginOf(provider: string): Login | null {
  const [, pool, subject] = /\/([\w-]+):CognitoSignIn:([\w-]+)$/.exec(provider) ?? [];
  return pool && subject ? { pool, subject } : null;
}
