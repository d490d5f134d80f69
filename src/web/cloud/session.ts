import { signal } from '@preact/signals';
import { say } from '../words/say-account.ts';
import { type AccountApi, accountApi } from './account-api.ts';
import type { CloudConfig } from './config.ts';
import { Credentials } from './credentials.ts';
import type { IdentityService, Logins, TemporaryKeys } from './identity.ts';
import type { Kept } from './kept.ts';
import { type Linked, link } from './link.ts';
import type { Login } from './login.ts';
import { replicaName } from './replica-name.ts';
import type { ServerClock } from './server-clock.ts';
import { signedFetch } from './signed-fetch.ts';
import { ServiceRefused, SignInNeeded } from './trouble.ts';

export interface SessionParts {
  readonly config: CloudConfig;
  readonly identity: IdentityService;
  readonly login: Login;
  readonly kept: Kept;
  readonly clock: ServerClock;
  readonly request: typeof fetch;
  /** Runs one at a time in all tabs of this browser, so that they do not become two guests. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Who uses this browser: a guest, or somebody who signed in; and what they sign requests with. */
export class Session {
  readonly isGuest = signal(true);
  /** As whom somebody signed in, where it is known: not after the page was opened anew. */
  readonly email = signal<string | null>(null);
  /** Whether nothing more can be asked for before the person signs in. */
  readonly isShut = signal(false);
  /** Whether the guest of before is not known any more, and a new one began. */
  readonly isNewInstead = signal(false);
  readonly request: typeof fetch;
  readonly #parts: SessionParts;
  readonly #credentials: Credentials;
  /** As whom this page signs: another tab may have signed in somebody else meanwhile. */
  #signedIn: string | null;

  constructor(parts: SessionParts) {
    const { kept, clock } = parts;
    this.#parts = parts;
    this.#signedIn = kept.signedIn;
    this.isGuest.value = !kept.isSignedIn;
    this.email.value = kept.keys && kept.email;
    this.#credentials = new Credentials({
      clock,
      kept: kept.keys,
      keep: (keys) => {
        kept.keys = keys && { ...keys, of: this.#signedIn };
      },
      obtain: () => this.#obtain(),
    });
    this.request = signedFetch({ ...parts, credentials: this.#credentials });
  }

  /** Whether requests can be signed for some minutes without asking anybody. */
  get isFresh(): boolean {
    return this.#credentials.isFresh;
  }

  /** Who is here, as soon as it is known. Fails as requests do. */
  async identify(): Promise<string> {
    return (await this.#credentials.current()).identity;
  }

  /** Asks for nothing more: whoever was here has left. */
  close(): void {
    this.isShut.value = true;
    this.#credentials.put(null);
  }

  /**
   * Goes on as the person who has just signed in. A guest's identity becomes theirs; where they have one from before,
   * the guest's right to hand over the records is kept first.
   */
  async arrive(): Promise<void> {
    const { kept, login, identity } = this.#parts;
    const { email } = await login.tokens();
    const { guest } = kept;
    if (guest !== null) kept.ticket = (await this.#ticketOf(guest)) ?? kept.ticket;
    kept.beginArriving();
    const { keys, isSame }: Linked = await link(identity, guest, await this.#logins());
    this.#signedIn = kept.signedIn = await replicaName(keys.identity);
    if (isSame) kept.ticket = null;
    kept.guest = null;
    this.#credentials.put(keys);
    this.isShut.value = false;
    this.isGuest.value = false;
    this.email.value = kept.email = email;
  }

  async #obtain(): Promise<TemporaryKeys> {
    if (this.isShut.peek()) throw new SignInNeeded(say.cloud.signInNeeded);
    try {
      return await (this.isGuest.peek() ? this.#parts.alone(() => this.#asGuest()) : this.#asPerson());
    } catch (error) {
      if (!isOver(error)) throw error;
      this.isShut.value = true;
      throw new SignInNeeded(say.cloud.signInNeeded, { cause: error });
    }
  }

  async #asPerson(): Promise<TemporaryKeys> {
    const { identity } = this.#parts;
    const logins = await this.#logins();
    return identity.keysOf(await identity.idFor(logins), logins);
  }

  async #asGuest(): Promise<TemporaryKeys> {
    const { identity, kept } = this.#parts;
    const { guest } = kept;
    try {
      if (guest === null) return await this.#asNewGuest();
      return await identity.keysOf(guest);
    } catch (error) {
      if (guest === null || !isUnknown(error)) throw error;
      this.isNewInstead.value = true;
      return this.#asNewGuest();
    }
  }

  async #asNewGuest(): Promise<TemporaryKeys> {
    const { identity, kept } = this.#parts;
    kept.guest = await identity.idFor();
    return identity.keysOf(kept.guest);
  }

  /** The right to take over a guest's records, signed by the guest; null where they are one no more. */
  async #ticketOf(guest: string): Promise<string | null> {
    const { identity, clock } = this.#parts;
    const credentials = new Credentials({ clock, obtain: () => identity.keysOf(guest) });
    const api: AccountApi = accountApi(signedFetch({ ...this.#parts, credentials }));
    try {
      return await api.claim({ proof: 'identity' });
    } catch (error) {
      if (isOver(error) || isUnknown(error)) return null;
      throw error;
    }
  }

  async #logins(): Promise<Logins> {
    const { login, config } = this.#parts;
    const { id } = await login.tokens();
    return { [config.login.issuer.replace(/^https?:\/\//, '')]: id };
  }
}

/** Whether somebody may not go on as who they were: signed out, or a guest no more. */
function isOver(error: unknown): boolean {
  return error instanceof SignInNeeded || (error instanceof ServiceRefused && error.code === 'NotAuthorizedException');
}

function isUnknown(error: unknown): boolean {
  return error instanceof ServiceRefused && error.code === 'ResourceNotFoundException';
}
