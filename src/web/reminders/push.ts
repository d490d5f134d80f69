import { v4 } from 'uuid';
import { deviceId } from '../account/device-id.ts';
import { deviceName } from '../account/device-name.ts';
import { browserStorage } from '../storage.ts';
import type { Touchbase } from '../touchbase.ts';
import { pushApi } from './push-api.ts';
import { thisBrowser } from './push-browser.ts';
import { PushDevice, type PushState } from './push-device.ts';

type AtHome = Pick<Touchbase, 'home'>;

/** Whether this device shows notifications. */
export function pushState(touchbase: AtHome): Promise<PushState> {
  return thisDevice(touchbase).state();
}

/**
 * Has this device show notifications. The browser asks the person now, so it is to be called in answer to a click.
 *
 * @param key the `push_key` of this home
 * @throws an error with words for the person; nothing is on then
 */
export function turnOnPush(touchbase: AtHome, key: string): Promise<PushState> {
  return thisDevice(touchbase).turnOn(key);
}

/** Never rejects. */
export function turnOffPush(touchbase: AtHome): Promise<void> {
  return thisDevice(touchbase).turnOff();
}

/** Turns it off on all devices of the person, as far as the server can be reached. */
export async function turnOffPushEverywhere(touchbase: AtHome): Promise<void> {
  const api = pushApi(touchbase.home.request);
  const { ids } = await api.known();
  await Promise.allSettled(ids.map((id) => api.drop(id)));
}

/** Makes good what has changed since this device was last here. */
export function mendPush(touchbase: AtHome): Promise<void> {
  return thisDevice(touchbase).mend();
}

/** The id of this device in the list of those that show notifications. */
export function pushDeviceId(): string {
  return deviceId(browserStorage, v4);
}

function thisDevice({ home }: AtHome): PushDevice {
  return new PushDevice({
    browser: thisBrowser(),
    api: pushApi(home.request),
    storage: browserStorage,
    device: { id: pushDeviceId(), name: deviceName(navigator.userAgent) },
    replica: home.replica,
    isPersonal: home.account !== null,
  });
}
