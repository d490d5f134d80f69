import type { TextStorage } from '../storage.ts';

/** Under which this browser keeps its id. */
const DEVICE_KEY = 'touchbase.device';

/** @param newId makes the id of this browser where it has none yet */
export function deviceId(storage: Pick<TextStorage, 'getItem' | 'setItem'>, newId: () => string): string {
  const device = storage.getItem(DEVICE_KEY) ?? newId();
  storage.setItem(DEVICE_KEY, device);
  return device;
}
