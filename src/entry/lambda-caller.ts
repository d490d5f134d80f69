import { createHash } from 'node:crypto';
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
 * @throws Refusal (no_identity) where it was not an identity of the identity pool
 */
export function callerOf(requestContext: unknown): Caller {
  const { success, output } = v.safeParse(Context, requestContext);
  if (!success) throw new Refusal(NO_IDENTITY);
  const { cognitoIdentityId, cognitoAuthenticationType, cognitoAuthenticationProvider } = output.identity;
  return {
    workspace: createHash('sha256').update(cognitoIdentityId).digest('base64url'),
    isGuest: cognitoAuthenticationType !== 'authenticated',
    login: loginOf(cognitoAuthenticationProvider ?? ''),
  };
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

/** `cognito-idp.<region>.amazonaws.com/<pool>,cognito-idp.<region>.amazonaws.com/<pool>:CognitoSignIn:<sub>` */
function loginOf(provider: string): Login | null {
  const [, pool, subject] = /\/([\w-]+):CognitoSignIn:([\w-]+)$/.exec(provider) ?? [];
  return pool && subject ? { pool, subject } : null;
}
