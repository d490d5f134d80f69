import * as v from 'valibot';
import type { Items } from './dynamodb-items.ts';
import { openRevised } from './dynamodb-revised.ts';
import {
  isPaused,
  NOBODY,
  RecipientEntries,
  readRecipient,
  withDevice,
  withEmail,
  withoutDevice,
  withPause,
} from './recipient-changes.ts';
import type { Recipients } from './recipients.ts';

/** One item beside the records of its workspace. */
export function openRecipients(items: Items, now: () => Date): Recipients {
  const busy = 'Other devices keep changing how this person is reached.';
  const kept = openRevised<RecipientItem>({ items, sk: 'recipient', schema: RecipientItem, blank: BLANK, busy });
  return {
    async of(workspace) {
      return readRecipient(await kept.read(workspace));
    },
    async keepEmail(workspace, email) {
      await kept.change(workspace, withEmail(email));
    },
    async pause(workspace, reason, email) {
      const pause = { reason, at: now().toISOString() };
      return isPaused(await kept.change(workspace, withPause(pause, email)), email);
    },
    async keepDevice(workspace, device) {
      await kept.change(workspace, withDevice(device));
    },
    async dropDevice(workspace, deviceId) {
      await kept.change(workspace, withoutDevice(deviceId));
    },
    forget: kept.forget,
  };
}

const RecipientItem = v.object({ revision: v.number(), ...RecipientEntries });
type RecipientItem = Readonly<v.InferOutput<typeof RecipientItem>>;

const BLANK: RecipientItem = { revision: 0, ...NOBODY, devices: [] };
