import * as v from 'valibot';
import { deviceId } from '../account/device-id.ts';
import type { TextStorage } from '../storage.ts';
import type { TemporaryKeys } from './identity.ts';

/** Of this browser, and of all its tabs. */
export const KEYS = {
  guest: 'touchbase.guest',
  signedIn: 'touchbase.signed-in',
  ticket: 'touchbase.ticket',
  left: 'touchbase.left',
  replica: 'touchbase.replica',
} as const;

/** Of one tab, for as long as it is open. */
const TAB_KEYS = {
  keys: 'touchbase.keys',
  email: 'touchbase.email',
  signingIn: 'touchbase.signing-in',
  tried: 'touchbase.tried-to-sign-in',
  carried: 'touchbase.carried',
  intent: 'touchbase.intent',
  newInstead: 'touchbase.new-instead',
} as const;

/** What a person was about to do when they had to sign in first. */
export type Intent = 'delete' | 'everywhere';

/** Why nobody is here: the person signed out, or deleted all. */
export type Left = 'signed-out' | 'deleted';

const keysSchema = v.object({
  identity: v.string(),
  accessKeyId: v.string(),
  secretKey: v.string(),
  sessionToken: v.string(),
  expiresAt: v.number(),
  /** As whom somebody had signed in; null for a guest. */
  of: v.nullable(v.string()),
});

/** The keys of this tab, and whose they are. */
export type KeptKeys = TemporaryKeys & { readonly of: string | null };

/** Somebody has proved who they are, and is not known here yet. */
const SOMEBODY = 'somebody';
const signingInSchema = v.object({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  place: v.string(),
  wasSignedIn: v.optional(v.boolean(), false),
});

/** What a login must be answered with, where the person was, and whether they were signed in before. */
export type SigningIn = v.InferOutput<typeof signingInSchema>;

/**
 * What this browser remembers of who uses it. The identity of a guest is the secret that opens their records: it is kept
 * here and goes nowhere but to the identity service.
 */
export class Kept {
  readonly #browser: TextStorage;
  readonly #tab: TextStorage;

  constructor(browser: TextStorage, tab: TextStorage) {
    this.#browser = browser;
    this.#tab = tab;
  }

  get guest(): string | null {
    return this.#browser.getItem(KEYS.guest);
  }
  set guest(identity: string | null) {
    put(this.#browser, KEYS.guest, identity);
  }

  /** Whether a person has signed in here and not out. */
  get isSignedIn(): boolean {
    return this.signedIn !== null;
  }

  /** Under what name the records are kept of whoever has signed in here and not out: it says nothing of who. */
  get signedIn(): string | null {
    return this.#browser.getItem(KEYS.signedIn);
  }
  set signedIn(name: string | null) {
    put(this.#browser, KEYS.signedIn, name);
  }

  /** Whether it is being found out whose the records are. */
  get isArriving(): boolean {
    return this.signedIn === SOMEBODY;
  }
  beginArriving(): void {
    this.signedIn = SOMEBODY;
  }

  /** The right to take over records, while that is not done. */
  get ticket(): string | null {
    return this.#browser.getItem(KEYS.ticket);
  }
  set ticket(ticket: string | null) {
    put(this.#browser, KEYS.ticket, ticket);
  }

  /** Under what name the records of whoever was here last are kept. */
  get replica(): string | null {
    return this.#browser.getItem(KEYS.replica);
  }
  set replica(name: string | null) {
    put(this.#browser, KEYS.replica, name);
  }

  get left(): Left | null {
    const left = this.#browser.getItem(KEYS.left);
    return left === 'signed-out' || left === 'deleted' ? left : null;
  }
  set left(left: Left | null) {
    put(this.#browser, KEYS.left, left);
  }

  /** @param newId makes the id of this browser where it has none yet */
  device(newId: () => string): string {
    return deviceId(this.#browser, newId);
  }

  /** Keys of whoever uses this browser now; null where they are of somebody before. */
  get keys(): KeptKeys | null {
    const kept = parsed(keysSchema, this.#tab.getItem(TAB_KEYS.keys));
    if (!kept || kept.of !== this.signedIn) return null;
    return kept.of === null && kept.identity !== this.guest ? null : kept;
  }
  set keys(keys: KeptKeys | null) {
    put(this.#tab, TAB_KEYS.keys, keys && JSON.stringify(keys));
  }

  get email(): string | null {
    return this.#tab.getItem(TAB_KEYS.email);
  }
  set email(email: string | null) {
    put(this.#tab, TAB_KEYS.email, email);
  }

  get signingIn(): SigningIn | null {
    return parsed(signingInSchema, this.#tab.getItem(TAB_KEYS.signingIn));
  }
  set signingIn(signingIn: SigningIn | null) {
    put(this.#tab, TAB_KEYS.signingIn, signingIn && JSON.stringify(signingIn));
  }

  /** Whether the page went to the login by itself and did not come back signed in. */
  get hasTried(): boolean {
    return this.#tab.getItem(TAB_KEYS.tried) !== null;
  }
  set hasTried(has: boolean) {
    put(this.#tab, TAB_KEYS.tried, has ? 'yes' : null);
  }

  /** Changes that were not sent before the page was left, as JSON. */
  get carried(): string | null {
    return this.#tab.getItem(TAB_KEYS.carried);
  }
  set carried(changes: string | null) {
    put(this.#tab, TAB_KEYS.carried, changes);
  }

  /** Whether the guest of before is not known any more, which is still to be told. */
  get isNewInstead(): boolean {
    return this.#tab.getItem(TAB_KEYS.newInstead) !== null;
  }
  set isNewInstead(is: boolean) {
    put(this.#tab, TAB_KEYS.newInstead, is ? 'yes' : null);
  }

  /** It is told once. */
  takeIntent(): Intent | null {
    const intent = this.#tab.getItem(TAB_KEYS.intent);
    put(this.#tab, TAB_KEYS.intent, null);
    return intent === 'delete' || intent === 'everywhere' ? intent : null;
  }

  leaveIntent(intent: Intent): void {
    put(this.#tab, TAB_KEYS.intent, intent);
  }

  /** Forgets all but how the app looks, and what somebody else typed here: it waits until they come back. */
  forget(): void {
    empty(this.#browser, this.replica);
    this.forgetTab();
  }

  /** Forgets what only this tab knows. */
  forgetTab(): void {
    empty(this.#tab, null);
  }

  /** The keys of what was typed and not saved by whoever has this replica. */
  draftsOf(replica: string): readonly string[] {
    return keysOf(this.#browser).filter((key) => key.startsWith(`${DRAFT}${replica}.`));
  }

  /** What a guest typed and did not save goes on as that of whoever they became; what is there already stays. */
  moveDrafts(from: string, to: string): void {
    for (const key of this.draftsOf(from)) {
      const moved = `${DRAFT}${to}${key.slice(DRAFT.length + from.length)}`;
      if (this.#browser.getItem(moved) === null) put(this.#browser, moved, this.#browser.getItem(key));
      put(this.#browser, key, null);
    }
  }
}

/** @param own the name of the replica of whoever is here */
function empty(place: TextStorage, own: string | null): void {
  for (const key of keysOf(place)) if (isForgotten(key, own)) place.removeItem(key);
}

const DRAFT = 'touchbase.draft.';

/** The name of a replica, in the keys of drafts and of what a page could not write any more. */
const OWNER = /^(?:touchbase\.draft\.)?(touchbase\.[\da-f]{32})\./;

function isForgotten(key: string, own: string | null): boolean {
  const owner = OWNER.exec(key)?.[1] ?? own;
  return key.startsWith('touchbase.') && key !== 'touchbase.theme' && owner === own;
}

function keysOf(place: TextStorage): string[] {
  return Array.from({ length: place.length }, (_, index) => place.key(index) ?? '');
}

function put(place: TextStorage, key: string, text: string | null): void {
  if (text === null) place.removeItem(key);
  else place.setItem(key, text);
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, text: string | null): T | null {
  if (text === null) return null;
  const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return success ? output : null;
}
