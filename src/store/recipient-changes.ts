import * as v from 'valibot';
import { isEqual } from '../domain/json.ts';
import { plainEmail } from './plain-email.ts';
import { MOST_DEVICES, type Pause, type PushDevice, type Recipient } from './recipients.ts';

/** How a recipient is kept. */
export const RecipientEntries = {
  email: v.nullable(v.string()),
  paused: v.nullable(v.object({ reason: v.picklist(['bounced', 'complained', 'unsubscribed']), at: v.string() })),
  devices: v.array(
    v.object({
      device_id: v.string(),
      name: v.string(),
      made_at: v.string(),
      endpoint: v.string(),
      p256dh: v.string(),
      auth: v.string(),
    }),
  ),
};

const KeptRecipient = v.object(RecipientEntries);

/** One of whom nothing is known. */
export const NOBODY: Recipient = { email: null, paused: null, devices: [] };

/** @param kept a recipient as it was kept, perhaps among other things */
export function readRecipient(kept: unknown): Recipient {
  return v.parse(KeptRecipient, kept);
}

/** Changes a recipient, whatever else is kept with it; one that changes nothing gives back the same object. */
export type Change = <Kept extends Recipient>(standing: Kept) => Kept;

export function withEmail(email: string | null): Change {
  return (standing) =>
    standing.email === email && standing.paused === null ? standing : { ...standing, email, paused: null };
}

/** The first pause stays: since then no mail goes. */
export function withPause(pause: Pause, email: string | null): Change {
  return (standing) => (standing.paused || !isMeant(standing, email) ? standing : { ...standing, paused: pause });
}

/** Whether a pause holds for the address that was meant. */
export function isPaused(standing: Recipient, email: string | null): boolean {
  return standing.paused !== null && isMeant(standing, email);
}

/** One browser is there once, also where it took a new id or its push service gave it a new address. */
export function withDevice(device: PushDevice): Change {
  return (standing) => {
    if (isEqual(standing.devices[0], device)) return standing;
    const isOther = (one: PushDevice) => one.device_id !== device.device_id && one.endpoint !== device.endpoint;
    return { ...standing, devices: [device, ...standing.devices.filter(isOther)].slice(0, MOST_DEVICES) };
  };
}

export function withoutDevice(deviceId: string): Change {
  return (standing) => {
    const devices = standing.devices.filter(({ device_id }) => device_id !== deviceId);
    return devices.length === standing.devices.length ? standing : { ...standing, devices };
  };
}

function isMeant({ email }: Recipient, meant: string | null): boolean {
  return email !== null && (meant === null || plainEmail(meant) === plainEmail(email));
}
