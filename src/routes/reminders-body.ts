import type { JsonSchema } from '../http/json-schema.ts';
import type { Entry } from '../store/ledger.ts';
import { MOST_DEVICES, type PauseReason } from '../store/recipients.ts';
import type { ReachServices } from './reminder-services.ts';

/** So much of what was sent is told: a quarter's digests by one channel, and what came between. */
const MOST_SENT = 50;

/** How a person is reached. Of a device only what its person tells it by: the rest would let anyone send to it. */
export async function remindersBody({ recipients, ledger, reminding }: ReachServices, workspace: string) {
  const { channels } = reminding;
  const [{ email, paused, devices }, sent, push_key] = await Promise.all([
    recipients.of(workspace),
    ledger.latest(workspace, MOST_SENT),
    channels.includes('push') ? reminding.pushKey() : null,
  ]);
  const named = devices.map(({ device_id, name, made_at }) => ({ device_id, name, made_at }));
  return { email, email_paused: paused, channels, push_key, devices: named, sent };
}

/** By what anybody can be reminded. */
export const CHANNELS = ['email', 'push', 'desktop'] as const satisfies readonly Entry['channel'][];

const CHANNEL: JsonSchema = { enum: CHANNELS };

const REASONS = ['bounced', 'complained', 'unsubscribed'] as const satisfies readonly PauseReason[];

const PAUSE = object(
  { reason: { enum: REASONS }, at: { type: 'string', format: 'date-time' } },
  { type: ['object', 'null'], description: 'Why no mail goes to it for now; null where mail goes.' },
);

const DEVICE = object({
  device_id: { type: 'string', format: 'uuid' },
  name: { type: 'string' },
  made_at: { type: 'string', format: 'date-time' },
});

const STATES = ['sending', 'sent', 'failed', 'delayed'] as const satisfies readonly Entry['state'][];

/** One thing that was sent by one channel. */
export const SENT: JsonSchema = object({
  day: { type: 'string', format: 'date', description: 'The person’s; of a nudge the day in UTC on which it begins.' },
  what: {
    type: 'string',
    description: '`digest`, `nudge` with the id of an interview and when it begins, or `trial`.',
  },
  channel: CHANNEL,
  attempt: { type: 'integer', minimum: 1 },
  state: { enum: STATES },
  at: { type: 'string', format: 'date-time' },
  detail: { type: ['string', 'null'], description: 'What happened, in words; null where nothing is to be said.' },
});

export const REMINDERS: JsonSchema = object({
  email: { type: ['string', 'null'], description: 'Where mail goes; null where none does.' },
  email_paused: PAUSE,
  channels: { type: 'array', items: CHANNEL, description: 'By what this service can remind at all.' },
  push_key: {
    type: ['string', 'null'],
    description: 'The public key by which browsers subscribe (RFC 8292), base64url; null where nothing comes by push.',
  },
  devices: {
    type: 'array',
    items: DEVICE,
    description: `Those that get notifications, the latest first: ${MOST_DEVICES} at most.`,
  },
  sent: { type: 'array', items: SENT, description: `What was sent, the latest first: ${MOST_SENT} at most.` },
});

function object(properties: JsonSchema, more: JsonSchema = {}): JsonSchema {
  return { type: 'object', ...more, properties, required: Object.keys(properties) };
}
