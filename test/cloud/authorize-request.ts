import type { Sent } from './server.ts';

/** What an app asks when it sends a person to sign in (RFC 6749 section 4.1.1, RFC 7636 section 4.3). */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly scope: string;
  readonly challenge: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
}

/** Wrong in a way that the app may be told of. */
interface Reported {
  readonly error: string;
  readonly redirectUri: string;
  readonly state: string | undefined;
}

/** Wrong in a way that only the person may be told of: nobody knows where to send them. */
interface Unreported {
  readonly problem: string;
}

const SCOPES = ['openid', 'email', 'aws.cognito.signin.user.admin'];

export function readAuthorize(
  query: URLSearchParams,
  client: string,
  callbacks: readonly string[],
): AuthorizeRequest | Reported | Unreported {
  const value = (name: string) => query.get(name) ?? undefined;
  const redirectUri = value('redirect_uri');
  const state = value('state');
  if (value('client_id') !== client) return { problem: 'Client does not exist.' };
  if (redirectUri === undefined || !callbacks.includes(redirectUri)) return { problem: 'redirect_mismatch' };
  const scope = value('scope') ?? SCOPES.join(' ');
  const challenge = value('code_challenge') ?? '';
  if (value('response_type') !== 'code') return { error: 'unsupported_response_type', redirectUri, state };
  if (scope.split(' ').some((one) => !SCOPES.includes(one))) return { error: 'invalid_scope', redirectUri, state };
  // Cognito lets an app do without; ours can keep no secret, so it must not.
  if (value('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge))
    return { error: 'invalid_request', redirectUri, state };
  return { redirectUri, scope, challenge, state, nonce: value('nonce') };
}

export function redirectWithError({ error, redirectUri, state }: Reported): Sent {
  const back = new URL(redirectUri);
  back.searchParams.set('error', error);
  if (state !== undefined) back.searchParams.set('state', state);
  return { status: 302, headers: { Location: back.href } };
}

/** The page that asks who somebody is: for their address first, then for the code that was sent to it. */
export function pageOf({ email, complaint = '' }: { email?: string; complaint?: string }): Sent {
  const asked =
    email === undefined
      ? '<label>Email <input name="email" type="email" required autofocus></label>'
      : `<input name="email" type="hidden" value="${escaped(email)}">
         <label>Code <input name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus></label>`;
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    body: `<!doctype html><html lang="en"><title>Sign in</title><main><h1>Sign in</h1><p role="alert">${complaint}</p>
      <form method="post">${asked}<button>Continue</button></form></main></html>`,
  };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
