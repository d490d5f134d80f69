import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import { type TokenSigner, tokenSigner } from './jwt.ts';

export const REGION = 'eu-central-1';

export interface User {
  /** The `sub` of their tokens, and their name in the pool. */
  readonly subject: string;
  email: string;
  isEmailVerified: boolean;
}

/** One sign-in: every token of it can be refused at once. */
export interface Session {
  readonly user: User;
  /** The `origin_jti` of its tokens. */
  readonly id: string;
  readonly since: number;
  readonly nonce: string | undefined;
  readonly scope: string;
}

export interface Tokens {
  readonly id_token: string;
  readonly access_token: string;
}

/** A user pool with one public client: its people, and the tokens that say who they are. */
export interface UserPool {
  readonly id: string;
  readonly client: string;
  readonly issuer: string;
  /** The issuer without its scheme: the name of the pool as a login of an identity pool. */
  readonly provider: string;
  readonly jwks: TokenSigner['jwks'];
  readonly users: Users;
  signIn(user: User, scope: string, nonce?: string): Session;
  issue(session: Session): Tokens;
  /** A token to get new ones by; it lives 30 days. */
  refreshTokenOf(session: Session): string;
  /** Whose a refresh token is, while it lives. */
  sessionOf(refreshToken: string): Session | undefined;
  isLive(sessionId: string): boolean;
  revoke(sessionId: string): void;
  signOutEverywhere(subject: string): void;
}

/** The people of a pool, as a test can see and change them. */
export interface Users {
  add(person: { email: string; isEmailVerified?: boolean }): User;
  byEmail(email: string): User | undefined;
  bySubject(subject: string): User | undefined;
  remove(subject: string): void;
  /** The last one-time code that was sent to an address. */
  code(email: string): string | undefined;
  sendCode(email: string): void;
}

export const TOKEN_SECONDS = 3600;
const REFRESH_MS = 30 * 86_400_000;

export function userPool(clock: Clock): UserPool {
  const id = `${REGION}_${randomBytes(12).toString('base64').replace(/[+/]/g, 'x').slice(0, 9)}`;
  const provider = `cognito-idp.${REGION}.amazonaws.com/${id}`;
  const client = randomBytes(13).toString('hex');
  const issuer = `https://${provider}`;
  const signer = tokenSigner();
  const users = people();
  const sessions = new Map<string, Session>();
  const refreshTokens = new Map<string, { session: Session; expiresAt: number }>();
  const isLive = (sessionId: string) => {
    const user = sessions.get(sessionId)?.user;
    return user !== undefined && users.bySubject(user.subject) === user;
  };
  return {
    ...{ id, client, issuer, provider, users, isLive, jwks: signer.jwks },
    signIn: (user, scope, nonce) => {
      const session = { user, id: crypto.randomUUID(), since: seconds(clock), scope, nonce };
      sessions.set(session.id, session);
      return session;
    },
    issue: (session) => {
      const claims = {
        ...commonClaims(session),
        iss: issuer,
        iat: seconds(clock),
        exp: seconds(clock) + TOKEN_SECONDS,
      };
      return {
        id_token: signer.sign({ ...claims, ...idClaims(session), aud: client, jti: crypto.randomUUID() }),
        access_token: signer.sign({ ...claims, ...accessClaims(session), client_id: client, jti: crypto.randomUUID() }),
      };
    },
    refreshTokenOf: (session) => {
      const token = randomBytes(60).toString('base64url');
      refreshTokens.set(token, { session, expiresAt: clock.now() + REFRESH_MS });
      return token;
    },
    sessionOf: (token) => {
      const found = refreshTokens.get(token);
      return found && found.expiresAt > clock.now() && isLive(found.session.id) ? found.session : undefined;
    },
    revoke: (sessionId) => sessions.delete(sessionId),
    signOutEverywhere: (subject) => {
      for (const session of sessions.values()) if (session.user.subject === subject) sessions.delete(session.id);
    },
  };
}

function people(): Users {
  const bySubject = new Map<string, User>();
  const codes = new Map<string, string>();
  return {
    add: ({ email, isEmailVerified = true }) => {
      const user = { subject: crypto.randomUUID(), email, isEmailVerified };
      bySubject.set(user.subject, user);
      return user;
    },
    byEmail: (email) => bySubject.values().find((user) => user.email.toLowerCase() === email.toLowerCase()),
    bySubject: (subject) => bySubject.get(subject),
    remove: (subject) => bySubject.delete(subject),
    code: (email) => codes.get(email.toLowerCase()),
    sendCode: (email) => codes.set(email.toLowerCase(), String(randomBytes(4).readUInt32BE() % 1e8).padStart(8, '0')),
  };
}

function seconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html */
function commonClaims({ user, id, since }: Session) {
  return { sub: user.subject, origin_jti: id, auth_time: since };
}

function idClaims({ user, nonce }: Session) {
  const { email, isEmailVerified, subject } = user;
  const person = { email, email_verified: isEmailVerified, 'cognito:username': subject };
  return { ...person, token_use: 'id', ...(nonce && { nonce }) };
}

function accessClaims({ user, scope }: Session) {
  return { token_use: 'access', scope, version: 2, username: user.subject };
}
