import type * as OAuth from 'oauth4webapi';
import { Unreachable } from '../sync/server.ts';
import { say } from '../words/say-account.ts';
import type { CloudConfig } from './config.ts';
import type { Kept } from './kept.ts';
import type { ServerClock } from './server-clock.ts';
import { SignInNeeded } from './trouble.ts';

const SCOPES = 'openid email aws.cognito.signin.user.admin';

/** So long before they expire tokens are no longer begun with. */
const MARGIN_MS = 60_000;

/** What proves a login; it lives in memory only. */
export interface Tokens {
  readonly id: string;
  readonly access: string;
  readonly refresh: string | undefined;
  /** By the servers' clock, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly email: string | null;
}

export interface LoginParts {
  readonly config: CloudConfig['login'];
  /** The address of the site, with a slash at its end: the login comes back to it. */
  readonly site: string;
  readonly kept: Kept;
  readonly clock: ServerClock;
  readonly request: typeof fetch;
  /** Leaves the page for another. */
  readonly leaveFor: (address: string) => void;
}

/**
 * Signing in at the user pool: authorization code with PKCE (RFC 6749, RFC 7636, OpenID Connect Core), of a client that
 * keeps no secret. The library that checks each answer is loaded when it is needed.
 */
export class Login {
  readonly #parts: LoginParts;
  #tokens: Tokens | null = null;

  constructor(parts: LoginParts) {
    this.#parts = parts;
  }

  /** Whether there are tokens, as long as the page has not been loaded again. */
  get hasTokens(): boolean {
    return this.#tokens !== null;
  }

  /**
   * Leaves for the login page; `place` is where the person comes back to.
   *
   * @throws Unreachable where there is no answer from it: the page that was left could not be come back to
   */
  async begin(place: string): Promise<void> {
    const { config, kept, site, leaveFor } = this.#parts;
    const [oauth] = await Promise.all([library(), this.#reach()]);
    const [state, nonce, verifier] = [
      oauth.generateRandomState(),
      oauth.generateRandomNonce(),
      oauth.generateRandomCodeVerifier(),
    ];
    kept.signingIn = { state, nonce, verifier, place, wasSignedIn: kept.isSignedIn };
    const asked = new URLSearchParams({
      client_id: config.client,
      response_type: 'code',
      redirect_uri: site,
      scope: SCOPES,
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    leaveFor(`${config.domain}/oauth2/authorize?${asked}`);
  }

  /** Whether an address is one that the login came back to. */
  isAnswer({ searchParams }: URL): boolean {
    return searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'));
  }

  /**
   * Takes what the login came back with. Every answer is good for once.
   *
   * @returns where the person was; null where this tab has asked for no login
   * @throws SignInNeeded where it is no answer to what was asked, or the person did not sign in
   */
  async finish(address: URL): Promise<string | null> {
    const { kept, site } = this.#parts;
    const { signingIn } = kept;
    kept.signingIn = null;
    if (!signingIn) return null;
    const { state, nonce, verifier, place } = signingIn;
    await this.#exchange(async (oauth, server, client, options) => {
      const code = oauth.validateAuthResponse(server, client, address, state);
      const sent = [server, client, oauth.None(), code, site, verifier, options] as const;
      const response = await oauth.authorizationCodeGrantRequest(...sent);
      return oauth.processAuthorizationCodeResponse(server, client, response, {
        expectedNonce: nonce,
        requireIdToken: true,
      });
    });
    return place;
  }

  /**
   * Tokens that are good for a minute at least.
   *
   * @throws SignInNeeded where there are none, or the login is over
   */
  async tokens(): Promise<Tokens> {
    const tokens = this.#tokens;
    if (tokens && tokens.expiresAt - MARGIN_MS > this.#parts.clock.now()) return tokens;
    const refresh = tokens?.refresh;
    if (!refresh) throw new SignInNeeded(say.cloud.signInNeeded);
    return this.#exchange(async (oauth, server, client, options) => {
      const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options);
      return oauth.processRefreshTokenResponse(server, client, response);
    });
  }

  /** Ends what the refresh token allows (RFC 7009). That it fails must keep nobody from signing out. */
  async revoke(): Promise<void> {
    const refresh = this.#tokens?.refresh;
    this.#tokens = null;
    if (!refresh) return;
    const oauth = await library();
    const { server, client, options } = this.#known(oauth);
    await oauth.revocationRequest(server, client, oauth.None(), refresh, options).catch(() => undefined);
  }

  /** Where the login forgets this browser; it comes back to the site. */
  get logoutAddress(): string {
    const { config, site } = this.#parts;
    return `${config.domain}/logout?${new URLSearchParams({ client_id: config.client, logout_uri: site })}`;
  }

  /** Any answer will do, and none of another site can be read. */
  async #reach(): Promise<void> {
    const { config, request } = this.#parts;
    try {
      const signal = AbortSignal.timeout(15_000);
      await request(`${config.domain}/login`, { method: 'HEAD', mode: 'no-cors', cache: 'no-store', signal });
    } catch (cause) {
      throw new Unreachable(say.cloud.noAnswer, { cause });
    }
  }

  async #exchange(
    ask: (
      oauth: typeof OAuth,
      server: OAuth.AuthorizationServer,
      client: OAuth.Client,
      options: { signal: AbortSignal },
    ) => Promise<OAuth.TokenEndpointResponse>,
  ): Promise<Tokens> {
    const oauth = await library();
    const { server, client, options } = this.#known(oauth);
    try {
      const answer = await ask(oauth, server, client, options);
      this.#tokens = this.#read(answer, oauth.getValidatedIdTokenClaims(answer));
      return this.#tokens;
    } catch (cause) {
      throw this.#failure(oauth, cause);
    }
  }

  #read(answer: OAuth.TokenEndpointResponse, claims: OAuth.IDToken | undefined): Tokens {
    if (!answer.id_token || !claims) throw new SignInNeeded(say.cloud.signInNeeded);
    return {
      id: answer.id_token,
      access: answer.access_token,
      refresh: answer.refresh_token ?? this.#tokens?.refresh,
      expiresAt: claims.exp * 1000,
      email: typeof claims.email === 'string' ? claims.email : null,
    };
  }

  /** An answer that is wrong or a refusal ends the login; no answer does not. */
  #failure(oauth: typeof OAuth, cause: unknown): Unreachable {
    if (cause instanceof Unreachable) return cause;
    const isBusy = cause instanceof oauth.ResponseBodyError && cause.status >= 500;
    const isAnswered = cause instanceof oauth.ResponseBodyError || cause instanceof oauth.OperationProcessingError;
    if (isBusy || !(isAnswered || cause instanceof oauth.AuthorizationResponseError))
      return new Unreachable(say.cloud.noAnswer, { cause });
    this.#tokens = null;
    return new SignInNeeded(say.cloud.signInNeeded, { cause });
  }

  #known(oauth: typeof OAuth) {
    const { config, clock } = this.#parts;
    const server: OAuth.AuthorizationServer = {
      issuer: config.issuer,
      token_endpoint: `${config.domain}/oauth2/token`,
      revocation_endpoint: `${config.domain}/oauth2/revoke`,
    };
    const client: OAuth.Client = {
      client_id: config.client,
      [oauth.clockSkew]: clock.aheadSeconds,
      [oauth.clockTolerance]: 30,
    };
    const options = {
      signal: AbortSignal.timeout(15_000),
      [oauth.allowInsecureRequests]: isThisMachine(config.domain),
    };
    return { server, client, options };
  }
}

async function library(): Promise<typeof OAuth> {
  try {
    return await import('oauth4webapi');
  } catch (cause) {
    throw new Unreachable(say.cloud.noAnswer, { cause });
  }
}

/** A login on this machine may go without TLS: nothing leaves it. */
function isThisMachine(address: string): boolean {
  return ['127.0.0.1', 'localhost'].includes(new URL(address).hostname);
}
