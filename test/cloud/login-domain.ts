import { createHash, randomBytes } from 'node:crypto';
import { type AuthorizeRequest, pageOf, readAuthorize, redirectWithError } from './authorize-request.ts';
import type { Clock } from './clock.ts';
import type { Received, Sent } from './server.ts';
import { type Session, TOKEN_SECONDS, type User, type UserPool } from './user-pool.ts';

export interface LoginDomainOptions {
  readonly clock: Clock;
  readonly pool: UserPool;
  /** Where people may be sent back to, after signing in and out. */
  callbacks(): readonly string[];
}

interface Grant {
  readonly session: Session;
  readonly request: AuthorizeRequest;
  readonly expiresAt: number;
}

const CODE_MS = 5 * 60_000;
const COOKIE_MS = 3_600_000;

/**
 * A user pool's domain with managed login: code and PKCE for a public client, and a page that asks for a one-time code.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
export function loginDomain({ clock, pool, callbacks }: LoginDomainOptions): (request: Received) => Sent {
  const grants = new Map<string, Grant>();
  const remembered = new Map<string, { user: User; until: number }>();
  const cookieName = `cognito-${pool.client}`;
  return (request) => {
    const { pathname } = request.url;
    if (pathname === '/oauth2/authorize' && request.method === 'GET') return authorize(request);
    if (pathname === '/login') return login(request);
    if (pathname === '/logout' && request.method === 'GET') return logout(request);
    if (pathname === '/oauth2/token' || pathname === '/oauth2/revoke') return forPages(request, callbacks());
    return { status: 404, body: 'Not found' };
  };

  function authorize({ url, header }: Received): Sent {
    const request = readAuthorize(url.searchParams, pool.client, callbacks());
    if ('problem' in request) return { status: 400, body: request.problem };
    if ('error' in request) return redirectWithError(request);
    const user = rememberedUser(header('cookie'));
    return user ? sendBack(user, request) : redirect(`/login${url.search}`);
  }

  /** Asks for an address, sends a code to it, and asks for the code; an address that is new signs up. */
  function login(received: Received): Sent {
    const request = readAuthorize(received.url.searchParams, pool.client, callbacks());
    if ('problem' in request || 'error' in request) return { status: 400, body: 'Bad request' };
    const form = new URLSearchParams(received.body.toString());
    const [email, code] = [form.get('email')?.trim() ?? '', form.get('code')];
    if (received.method !== 'POST' || email === '') return pageOf({});
    if (code === null) {
      pool.users.sendCode(email);
      return pageOf({ email });
    }
    if (code.trim() !== pool.users.code(email)) return pageOf({ email, complaint: 'That is not the code.' });
    const user = pool.users.byEmail(email) ?? pool.users.add({ email });
    user.isEmailVerified = true;
    return sendBack(user, request, { 'Set-Cookie': remember(user) });
  }

  function remember(user: User): string {
    const id = randomBytes(20).toString('hex');
    remembered.set(id, { user, until: clock.now() + COOKIE_MS });
    return `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Lax`;
  }

  function rememberedUser(cookies = ''): User | undefined {
    const id = new RegExp(`${cookieName}=(\\w+)`).exec(cookies)?.[1] ?? '';
    const found = remembered.get(id);
    return found && found.until > clock.now() && pool.users.bySubject(found.user.subject) ? found.user : undefined;
  }

  function sendBack(user: User, request: AuthorizeRequest, headers: Record<string, string> = {}): Sent {
    const code = crypto.randomUUID();
    const session = pool.signIn(user, request.scope, request.nonce);
    grants.set(code, { session, request, expiresAt: clock.now() + CODE_MS });
    const back = new URL(request.redirectUri);
    back.searchParams.set('code', code);
    if (request.state !== undefined) back.searchParams.set('state', request.state);
    return redirect(back.href, headers);
  }

  function logout({ url, header }: Received): Sent {
    const target = url.searchParams.get('logout_uri');
    if (url.searchParams.get('client_id') !== pool.client || !target || !callbacks().includes(target))
      return { status: 400, body: 'Required String parameter "logout_uri" or "client_id" is not one of this client' };
    remembered.delete(new RegExp(`${cookieName}=(\\w+)`).exec(header('cookie') ?? '')?.[1] ?? '');
    return redirect(target, { 'Set-Cookie': `${cookieName}=; Path=/; Max-Age=0` });
  }

  /** The endpoints that a page asks itself: only pages where people may be sent back to get to read an answer. */
  function forPages(request: Received, allowed: readonly string[]): Sent {
    const origin = request.header('origin');
    const isAllowed = allowed.some((callback) => new URL(callback).origin === origin);
    const cors = origin && isAllowed ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } : {};
    if (request.method === 'OPTIONS')
      return { status: 200, headers: { ...cors, 'Access-Control-Allow-Headers': 'content-type' } };
    const { status, headers, body } = judgePost(request);
    return { status, headers: { ...headers, ...cors }, ...(body !== undefined && { body }) };
  }

  function judgePost(request: Received): Sent {
    const isForm = request.header('content-type')?.startsWith('application/x-www-form-urlencoded');
    const form = new URLSearchParams(request.body.toString());
    if (request.method !== 'POST' || !isForm) return oauthError('invalid_request');
    if (form.get('client_id') !== pool.client) return oauthError('invalid_client');
    return request.url.pathname === '/oauth2/revoke' ? revoke(form) : token(form);
  }

  function token(form: URLSearchParams): Sent {
    const type = form.get('grant_type');
    if (type === 'refresh_token') {
      const session = pool.sessionOf(form.get('refresh_token') ?? '');
      return session ? tokens(pool.issue(session)) : oauthError('invalid_grant');
    }
    if (type !== 'authorization_code') return oauthError('unsupported_grant_type');
    const session = redeem(form);
    if (!session) return oauthError('invalid_grant');
    return tokens({ ...pool.issue(session), refresh_token: pool.refreshTokenOf(session) });
  }

  /** A code is good once, for who began and for a short time (RFC 7636). */
  function redeem(form: URLSearchParams): Session | undefined {
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isTheirs = grant?.request.challenge === challenge && grant.request.redirectUri === form.get('redirect_uri');
    return grant && isTheirs && grant.expiresAt > clock.now() ? grant.session : undefined;
  }

  function revoke(form: URLSearchParams): Sent {
    const session = pool.sessionOf(form.get('token') ?? '');
    if (session) pool.revoke(session.id);
    return { status: 200 };
  }
}

function tokens(content: object): Sent {
  return json(200, { ...content, expires_in: TOKEN_SECONDS, token_type: 'Bearer' });
}

function oauthError(error: string): Sent {
  return json(400, { error });
}

function json(status: number, content: object): Sent {
  const headers = { 'Content-Type': 'application/json;charset=UTF-8', 'Cache-Control': 'no-store' };
  return { status, headers, body: JSON.stringify(content) };
}

function redirect(Location: string, headers: Record<string, string> = {}): Sent {
  return { status: 302, headers: { Location, ...headers } };
}
