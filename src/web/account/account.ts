import { effect, signal } from '@preact/signals';
import { deleteDB } from 'idb';
import { NOUNS } from '../../domain/nouns.ts';
import { type AccountApi, type Overview, type Proof, reasonOf } from '../cloud/account-api.ts';
import { carry, takeUp } from '../cloud/carried-changes.ts';
import type { Intent, Kept, Left } from '../cloud/kept.ts';
import type { Login } from '../cloud/login.ts';
import type { Session } from '../cloud/session.ts';
import { SignInNeeded } from '../cloud/trouble.ts';
import { until } from '../cloud/until.ts';
import type { UserPool } from '../cloud/user-pool.ts';
import { readMark } from '../reminders/push-mark.ts';
import { browserStorage } from '../storage.ts';
import type { Touchbase } from '../touchbase.ts';
import { downloadBytes } from '../ui/download.ts';
import type { Toast } from '../ui/toasts.ts';
import { say } from '../words/say-account.ts';
import type { Exporting } from './export-all.ts';
import { claimRecords, type Moved, type MovingParts, takeOver } from './moving.ts';

/** So long for other tabs to let go of what this browser kept; it is deleted at last when they are closed. */
const DELETING_MS = 2_000;

/** So long a person waits to see what they changed saved, before they are told that it is not. */
const SAVING_MS = 10_000;

export interface AccountParts {
  readonly session: Session;
  readonly login: Login;
  readonly kept: Kept;
  readonly api: AccountApi;
  readonly users: UserPool;
  readonly wait: (ms: number) => Promise<void>;
  readonly leaveFor: (address: string) => void;
  /** The address of the site. */
  readonly site: string;
  /** The id and the name of this browser. */
  readonly device: { readonly id: string; readonly name: string };
}

/** Tells how far something has come. */
export type Tell = (text: string) => void;

/** What a person can do with their account; what fails throws, and `reasonOf` says why. */
export class Account {
  /** Null until it was read. */
  readonly overview = signal<Overview | null>(null);
  readonly trouble = signal<string | null>(null);
  readonly touchbase: Touchbase;
  readonly parts: AccountParts;
  #isVisitKnown = false;
  /** The visit that is being marked. */
  #visiting: Promise<void> = Promise.resolve();
  #visits = 0;

  constructor(parts: AccountParts, touchbase: Touchbase) {
    this.parts = parts;
    this.touchbase = touchbase;
  }

  /** Goes on with what was begun before, and marks at the start and once a day that somebody is here. */
  async begin(): Promise<void> {
    const { kept } = this.parts;
    const { toasts, today } = this.touchbase;
    void takeUp(kept, this.touchbase);
    if (kept.isNewInstead) toasts.show({ text: say.account.newInstead, stays: true });
    kept.isNewInstead = false;
    if (kept.ticket !== null) await this.#move((parts) => takeOver(parts), say.account.moved);
    effect(() => {
      today.value;
      this.#isVisitKnown = false;
      this.#visiting = this.#visit();
    });
    addEventListener('focus', () => {
      this.#visiting = this.#visit();
    });
  }

  /** What a visit answers is newer than what was read before it ended. */
  async load(): Promise<void> {
    try {
      await this.#visiting;
      const visits = this.#visits;
      const overview = await this.parts.api.overview();
      if (this.#visits === visits) this.overview.value = overview;
      this.trouble.value = null;
    } catch (error) {
      this.trouble.value = reasonOf(error);
    }
  }

  /** Leaves for the login as soon as all is saved. */
  async signIn(tell: Tell): Promise<void> {
    if (!(await this.#isSaved(tell))) return tell(say.account.offlineFirst);
    tell(say.account.leaving);
    await this.parts.login.begin(location.pathname + location.search);
  }

  /** Leaves for the login at once; what waits is sent after it. */
  signInAgain(): void {
    const { kept, session, login } = this.parts;
    carry(kept, session.isGuest.peek(), this.touchbase);
    login.begin(location.pathname + location.search).catch((error: unknown) => {
      this.touchbase.toasts.show({ text: reasonOf(error) });
    });
  }

  /** Waits until all is saved: nothing would be lost. */
  async #isSaved(tell: Tell): Promise<boolean> {
    const { outbox } = this.touchbase;
    if (outbox.state.peek() === 'saved') return true;
    tell(say.account.savingFirst);
    outbox.retry();
    return until(() => outbox.state.value === 'saved', SAVING_MS);
  }

  /** Signs this browser out and has it forget all. */
  async signOut(): Promise<void> {
    await this.#turnOffPush();
    await this.parts.login.revoke();
    await this.#leave('signed-out');
  }

  async signOutEverywhere(): Promise<void> {
    const tokens = await this.#tokensFor('everywhere');
    if (!tokens) return;
    await this.#withPush(({ turnOffPushEverywhere }) => turnOffPushEverywhere(this.touchbase));
    await this.parts.users.signOutEverywhere(tokens.access);
    await this.signOut();
  }

  /** Deletes every record, then the login, where there is one. Broken off it goes on when it is asked for again. */
  async deleteAll(tell: Tell): Promise<void> {
    const { session, api, users } = this.parts;
    const tokens = session.isGuest.peek() ? undefined : await this.#tokensFor('delete');
    if (tokens === null) return;
    let count = 0;
    for (let more = true; more; ) {
      tell(say.account.deleting(count));
      const step = await api.deleteSome();
      count += step.deleted;
      more = step.more;
    }
    await this.#turnOffPush();
    if (tokens) await users.deleteUser(tokens.access);
    await this.#leave('deleted');
  }

  async export(tell: Tell): Promise<void> {
    const at = new Date().toISOString();
    const onRead: Exporting['onRead'] = (counts) => tell(say.account.exporting(counts));
    // It loads when it is asked for: hardly anybody asks for it on a visit.
    const { exportAll } = await import('./export-all.ts');
    const { name, pieces, counts } = await exportAll({ request: this.parts.session.request, nouns: NOUNS, at, onRead });
    downloadBytes(name, 'application/zip', pieces);
    tell(say.account.exported(counts));
  }

  async makeCode(): Promise<string> {
    const code = await this.parts.api.newRecoveryCode();
    await this.load();
    return code;
  }

  /** @returns why nothing came back; null where it did */
  async bringBack(code: string): Promise<string | null> {
    const moved = await this.#claim({ proof: 'recovery_code', recovery_code: code });
    await this.load();
    return 'reason' in moved ? moved.reason : null;
  }

  async #visit(): Promise<void> {
    const { api, device, session } = this.parts;
    if (this.#isVisitKnown || session.isShut.peek()) return;
    this.#isVisitKnown = true;
    try {
      const { earlier, ...overview } = await api.visit(device.id, device.name);
      this.#visits++;
      this.overview.value = overview;
      if (earlier) await this.#claim({ proof: 'email' });
    } catch (error) {
      this.#isVisitKnown = false;
      this.trouble.value = reasonOf(error);
    }
  }

  #claim(proof: Proof): Promise<Moved> {
    return this.#move((parts) => claimRecords(parts, proof), say.account.cameBack);
  }

  /** Moves records, says how far it is, and reads them. */
  async #move(move: (parts: MovingParts) => Promise<Moved>, done: (count: number) => string | null): Promise<Moved> {
    const { toasts, reader } = this.touchbase;
    const { api, kept, wait } = this.parts;
    let shown: Toast | undefined;
    const show = (text: string, stays: boolean) => {
      const toast = { text, stays };
      toasts.show(toast, shown);
      shown = toast;
    };
    const onMoved = (count: number) => show(say.account.moving(count), true);
    const moved = await move({ api, kept, wait, onMoved });
    const text = 'count' in moved ? done(moved.count) : notMoved(moved);
    if (text !== null) show(text, 'reason' in moved);
    else if (shown) toasts.dismiss(shown);
    await reader.read();
    return moved;
  }

  /** Null where the person has to sign in for it first: they come back to it. */
  async #tokensFor(intent: Intent) {
    const { login, kept } = this.parts;
    try {
      return await login.tokens();
    } catch (error) {
      if (!(error instanceof SignInNeeded)) throw error;
      kept.leaveIntent(intent);
      carry(kept, this.parts.session.isGuest.peek(), this.touchbase);
      await login.begin('/account');
      return null;
    }
  }

  /** What comes to this browser is of nobody else to see; one that takes nothing loads nothing. */
  async #turnOffPush(): Promise<void> {
    if (readMark(browserStorage)) await this.#withPush(({ turnOffPush }) => turnOffPush(this.touchbase));
  }

  /** Nobody is kept from leaving by it. */
  async #withPush(work: (push: typeof import('../reminders/push.ts')) => Promise<void>): Promise<void> {
    await import('../reminders/push.ts').then(work).catch(() => undefined);
  }

  async #leave(left: Left): Promise<void> {
    const { kept, session, login, leaveFor, site, wait } = this.parts;
    const address = session.isGuest.peek() ? site : login.logoutAddress;
    session.close();
    kept.forget();
    kept.left = left;
    await Promise.race([deleteDB(this.touchbase.home.replica).catch(() => undefined), wait(DELETING_MS)]);
    leaveFor(address);
  }
}

function notMoved({ reason, isOver }: { readonly reason: string; readonly isOver: boolean }): string {
  return isOver ? say.account.cannotMove(reason) : say.account.notMoved(reason);
}
