import { effect, signal } from '@preact/signals';
import { deleteDB, openDB } from 'idb';
import { render } from 'preact';
import { v4 } from 'uuid';
import * as v from 'valibot';
import { Account } from '../account/account.ts';
import { AccountPage } from '../account/account-page.tsx';
import { deviceName } from '../account/device-name.ts';
import { Door, type DoorProps } from '../account/door.tsx';
import type { AccountPlace, Home, HomeConfig } from '../home.ts';
import { browserStorage, tabStorage } from '../storage.ts';
import { holding } from '../sync/locks.ts';
import { Unreachable } from '../sync/server.ts';
import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say-account.ts';
import { accountApi, reasonOf } from './account-api.ts';
import { carry } from './carried-changes.ts';
import { type CloudConfig, cloudConfigSchema } from './config.ts';
import { identityService } from './identity.ts';
import { KEYS, Kept } from './kept.ts';
import { Login } from './login.ts';
import { replicaName } from './replica-name.ts';
import { ServerClock } from './server-clock.ts';
import { Session } from './session.ts';
import { SignInNeeded } from './trouble.ts';
import { until } from './until.ts';
import { userPool } from './user-pool.ts';

const request: typeof fetch = (...asked) => fetch(...asked);

/**
 * Finds out who is here. Somebody who has signed in is sent to the login once, which lets them through where it
 * remembers them.
 *
 * @param place where a person is asked to sign in, if need be
 * @returns null where the page is being left, or somebody is asked
 */
export async function openCloud(config: HomeConfig, place: HTMLElement): Promise<Home | null> {
  const parts = build(v.parse(cloudConfigSchema, config));
  const { kept, session } = parts;
  const arrival = await arrive(parts);
  if (parts.isLeaving.current) return null;
  if (arrival) history.replaceState(null, '', arrival.place);
  if (arrival?.problem) return ask(parts, place, { why: 'failed', reason: arrival.problem });
  if (session.isFresh) return moveIn(parts, await replicaName(await session.identify()));
  if (kept.isSignedIn) return again(parts, place);
  if (kept.left) return ask(parts, place, { why: kept.left === 'deleted' ? 'deleted' : 'signedOut' });
  return parts.config.guests ? asGuest(parts, place) : ask(parts, place, { why: 'welcome' });
}

type Parts = ReturnType<typeof build>;

function build(config: CloudConfig) {
  const kept = new Kept(browserStorage, tabStorage);
  const clock = new ServerClock(Date.now);
  const site = `${location.origin}/`;
  const isLeaving = { current: false };
  const leaveFor = (address: string) => {
    isLeaving.current = true;
    location.assign(address);
  };
  const login = new Login({ config: config.login, site, kept, clock, request, leaveFor });
  const identity = identityService(config.identity, clock, request);
  const alone = <T,>(work: () => Promise<T>) => holding('touchbase.identity', {}, work);
  const session = new Session({ config, identity, login, kept, clock, request, alone });
  return { config, kept, clock, site, isLeaving, leaveFor, login, session };
}

/** Takes what the login came back with, where this is such an address. Whoever signed out meanwhile stays signed out. */
async function arrive(parts: Parts): Promise<{ readonly place: string; readonly problem?: string } | null> {
  const { login, session, kept } = parts;
  const address = new URL(location.href);
  if (!login.isAnswer(address)) return null;
  try {
    const wasSignedIn = kept.signingIn?.wasSignedIn ?? false;
    const place = await login.finish(address);
    if (place === null) return { place: '/' };
    if (wasSignedIn && !kept.isSignedIn) return beginAnew(parts);
    const { guest } = kept;
    await session.arrive();
    if (!kept.isSignedIn) return beginAnew(parts);
    if (guest !== null) await forgetGuest(kept, guest, await session.identify());
    kept.left = null;
    kept.hasTried = false;
    return { place };
  } catch (error) {
    return { place: '/', problem: error instanceof SignInNeeded ? say.cloud.notSignedIn : reasonOf(error) };
  }
}

/** Another tab signed out: the login that came back counts for nothing. */
async function beginAnew({ kept, login, leaveFor, site }: Parts): Promise<null> {
  await login.revoke();
  kept.forgetTab();
  leaveFor(site);
  return null;
}

/** The records of a guest went to somebody who was here before: what this browser kept of them is not needed any more. */
async function forgetGuest(kept: Kept, guest: string, identity: string): Promise<void> {
  if (guest === identity) return;
  const name = await replicaName(guest);
  kept.moveDrafts(name, await replicaName(identity));
  if (await isEmptied(name)) await deleteDB(name).catch(() => undefined);
}

/** Whether nothing waits in a local store: what does is never thrown away. */
async function isEmptied(name: string): Promise<boolean> {
  try {
    const db = await openDB(name);
    const waits = db.objectStoreNames.contains('outbox') ? await db.count('outbox') : 0;
    db.close();
    return waits === 0;
  } catch {
    return false;
  }
}

/** A guest of before is known without asking anybody; a new one is made first. */
async function asGuest(parts: Parts, place: HTMLElement): Promise<Home | null> {
  const { kept, session } = parts;
  try {
    return moveIn(parts, await replicaName(kept.guest ?? (await session.identify())));
  } catch (error) {
    return ask(parts, place, { why: 'failed', reason: reasonOf(error) });
  }
}

/**
 * Somebody whose login is over. What is kept here is shown at once, and the login is gone to beside it, once by itself;
 * where there is no network it goes on without. Where nothing is kept, the login comes first.
 */
async function again(parts: Parts, place: HTMLElement): Promise<Home | null> {
  const { kept, login } = parts;
  if (kept.replica === null) return signInFirst(parts, place);
  if (!kept.hasTried) {
    kept.hasTried = true;
    login.begin(location.pathname + location.search).catch(() => {
      kept.hasTried = false;
    });
  }
  return moveIn(parts, kept.replica);
}

/** Goes to the login by itself, once. */
async function signInFirst(parts: Parts, place: HTMLElement): Promise<null> {
  if (parts.kept.hasTried) return ask(parts, place, { why: 'again' });
  parts.kept.hasTried = true;
  try {
    await parts.login.begin(location.pathname + location.search);
    return null;
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return ask(parts, place, { why: 'failed', reason: error.message });
  }
}

function ask(parts: Parts, place: HTMLElement, said: Pick<DoorProps, 'why' | 'reason'>): null {
  const { config, kept, login, leaveFor, site } = parts;
  const onGuest = async () => {
    kept.signedIn = null;
    kept.left = null;
    leaveFor(site);
  };
  document.title = say.app.name;
  render(<Door {...said} onSignIn={() => login.begin('/')} onGuest={config.guests ? onGuest : null} />, place);
  return null;
}

function moveIn({ config, kept, session, login, leaveFor, site, isLeaving }: Parts, replica: string): Home {
  kept.replica = replica;
  const account = signal<Account | null>(null);
  const api = accountApi(session.request);
  const users = userPool(config.login.users, request);
  const device = { id: kept.device(v4), name: deviceName(navigator.userAgent) };
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const parts = { session, login, kept, api, users, wait, leaveFor, site, device };
  const accountPlace: AccountPlace = {
    Page: () => account.value && <AccountPage account={account.value} />,
    isGuest: session.isGuest,
    isShut: session.isShut,
    isLeaving: () => isLeaving.current,
    signInAgain: () => account.peek()?.signInAgain(),
    moveIn(touchbase) {
      account.value = new Account(parts, touchbase);
      void account.value.begin();
      beginAnewWith(kept, session, touchbase);
      followOtherTabs(kept, isLeaving, () => touchbase.outbox.state.value === 'saved');
    },
  };
  return { request: session.request, docs: `${config.api}/docs`, account: accountPlace, replica };
}

/** A new guest in the place of one who is not known any more has records of their own: what waits comes along. */
function beginAnewWith(kept: Kept, session: Session, touchbase: Touchbase): void {
  effect(() => {
    if (!session.isNewInstead.value) return;
    kept.isNewInstead = true;
    carry(kept, true, touchbase);
    location.reload();
  });
}

/** When somebody else signs in or out in another tab, this one begins anew as soon as nothing is lost by it. */
function followOtherTabs(kept: Kept, isLeaving: { readonly current: boolean }, isSaved: () => boolean): void {
  const begun = kept.signedIn;
  addEventListener('storage', async ({ key, newValue }) => {
    const isGuestGone = key === KEYS.guest && newValue === null;
    const isAnother = kept.signedIn !== begun && !kept.isArriving;
    if (isLeaving.current || !(isAnother || isGuestGone)) return;
    await until(isSaved);
    location.reload();
  });
}
