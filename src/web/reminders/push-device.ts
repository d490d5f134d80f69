import type { TextStorage } from '../storage.ts';
import type { PushApi } from './push-api.ts';
import type { PushBrowser, Subscribed } from './push-browser.ts';
import { keepMark, readMark } from './push-mark.ts';

/** Whether this device shows notifications; `denied`: its browser was told not to. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on';

export interface PushParts {
  /** Null where it takes no notifications. */
  readonly browser: PushBrowser | null;
  readonly api: PushApi;
  readonly storage: Pick<TextStorage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly device: { readonly id: string; readonly name: string };
  /** The name of the replica of whoever is here. */
  readonly replica: string;
  /** Whether another replica here is of the same person, who has signed in meanwhile. */
  readonly isPersonal: boolean;
}

/** This device as one that takes notifications. */
export class PushDevice {
  readonly #parts: PushParts;

  constructor(parts: PushParts) {
    this.#parts = parts;
  }

  async state(): Promise<PushState> {
    const { browser } = this.#parts;
    if (!browser) return 'unsupported';
    if (browser.permission() === 'denied') return 'denied';
    const isOn = browser.permission() === 'granted' && this.#mark() !== null && (await browser.subscription()) !== null;
    return isOn ? 'on' : 'off';
  }

  /**
   * Asks the person, subscribes, and tells the server.
   *
   * @param key the public key of this home
   * @throws with words for the person; nothing is on then
   */
  async turnOn(key: string): Promise<PushState> {
    const { browser } = this.#parts;
    if (!browser) return 'unsupported';
    const permission = await browser.ask();
    if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off';
    await this.#subscribe(browser, key);
    return 'on';
  }

  /** Nothing more comes here, also where the server cannot be told: its messages find nobody, and it forgets the device. */
  async turnOff(): Promise<void> {
    const { browser, api, storage, device } = this.#parts;
    keepMark(storage, null);
    const subscription = await browser?.subscription().catch(() => null);
    await subscription?.end().catch(() => undefined);
    await api.drop(device.id).catch(() => undefined);
  }

  /**
   * Makes good what has changed since: a subscription that is gone or another, other keys of the home, another identity of
   * the person. Whatever was turned off elsewhere is off here, too.
   */
  async mend(): Promise<void> {
    const { browser, api, device, replica } = this.#parts;
    const mark = this.#mark();
    if (!browser || !mark) return;
    if (browser.permission() !== 'granted') return this.turnOff();
    const { pushKey, ids } = await api.known();
    if (pushKey === null) return;
    const subscription = await browser.subscription();
    const isToldOf = subscription?.endpoint === mark.endpoint && mark.replica === replica;
    if (!isToldOf || subscription.key !== pushKey) await this.#subscribe(browser, pushKey);
    else if (!ids.includes(device.id)) await this.turnOff();
  }

  /** Undefined where notifications are off, or are of another store at this address. */
  #mark() {
    const { storage, replica, isPersonal } = this.#parts;
    const mark = readMark(storage);
    return mark && (isPersonal || mark.replica === replica) ? mark : null;
  }

  async #subscribe(browser: PushBrowser, key: string): Promise<void> {
    const { api, storage, device, replica } = this.#parts;
    const isOurs = readMark(storage)?.replica === replica;
    const subscription = await subscriptionBy(browser, key, isOurs);
    const { endpoint, p256dh, auth } = subscription;
    try {
      await api.keep(device.id, { name: device.name, endpoint, p256dh, auth });
    } catch (error) {
      if (this.#mark() === null) await subscription.end().catch(() => undefined);
      throw error;
    }
    keepMark(storage, { replica, endpoint });
  }
}

/**
 * The one that there is, where it is by this key; a browser has one at a time. One that was made for somebody else is ended:
 * what is still sent to them is not for whoever is here now.
 */
async function subscriptionBy(browser: PushBrowser, key: string, isOurs: boolean): Promise<Subscribed> {
  const found = await browser.subscription();
  if (isOurs && found?.key === key) return found;
  await found?.end();
  return browser.subscribe(key);
}
