import webPush from 'web-push';
import { LATEST_HOURS } from '../domain/digest-times.ts';
import type { Delivery } from '../mail/mailer.ts';
import type { PushDevice, Recipients } from '../store/recipients.ts';
import type { Secrets } from '../store/secrets.ts';
import { endOf, noticeOf } from './notice-of.ts';
import { isPushEndpoint } from './push-endpoint.ts';
import { type PushKeys, pushKeys } from './push-keys.ts';
import type { Addressee, Message, Sender } from './sender.ts';
import { shortNotice } from './short-notice.ts';

interface Options {
  readonly secrets: Secrets;
  readonly recipients: Pick<Recipients, 'dropDevice'>;
  /** Where a push service finds who sends (RFC 8292, 2.1): `mailto:` or `https:`. */
  readonly contact: string;
  /** Where the app is, an absolute address. */
  readonly base: string;
  readonly now: () => Date;
  readonly fetch?: typeof fetch;
  /** How long the answer of a push service is waited for, in milliseconds. */
  readonly patienceMs?: number;
  /** Where messages may go at all. */
  readonly mayReach?: (endpoint: string) => boolean;
}

/** What became of a message to one device; of one that is gone, nothing more will come. */
type Outcome = { readonly is: 'accepted' | 'gone' } | { readonly is: 'refused' | 'delayed'; readonly detail: string };

/** How a push service is to carry a message: RFC 8030, 5.2 to 5.4. */
interface Carriage {
  readonly TTL: number;
  readonly urgency: 'normal' | 'high';
  readonly topic: string;
}

/** Sends notifications to the browsers of a person by Web Push (RFC 8030), encrypted for each (RFC 8291). */
export function pushSender(options: Options): Sender {
  const { secrets, recipients, base, now } = options;
  return {
    channel: 'push',
    lacks: ({ devices }) => (devices.length > 0 ? null : NO_DEVICE),

    async send(to, message) {
      try {
        const keys = await pushKeys(secrets);
        const payload = JSON.stringify(shortNotice(noticeOf(message, { base, tells: to.tells }, now())));
        const carriage = await carriageOf(message, to, now());
        const sent = to.devices.map((device) => sendTo(device, payload, carriage, keys, options));
        const outcomes = await Promise.all(sent);
        await forget(outcomes, to, recipients);
        return deliveryOf(outcomes);
      } catch (error) {
        return { is: 'delayed', detail: `No notification was sent: ${reasonOf(error)}` };
      }
    },
  };
}

const NO_DEVICE = 'No device takes notifications. Turn them on in the settings, on the device that is to show them.';

const TRIAL_SECONDS = 600;

async function carriageOf(message: Message, { zone }: Addressee, now: Date): Promise<Carriage> {
  const left = Math.max(0, Math.floor((Date.parse(endOf(message, zone)) - now.getTime()) / 1000));
  switch (message.is) {
    case 'digest':
      return { TTL: Math.min(LATEST_HOURS * 3600, left), urgency: 'normal', topic: await topicOf('digest') };
    case 'nudge':
      return { TTL: left, urgency: 'high', topic: await topicOf(`nudge ${message.nudge.key}`) };
    case 'trial':
      return { TTL: TRIAL_SECONDS, urgency: 'high', topic: await topicOf('trial') };
  }
}

/** One that waits is replaced by the next of its topic. The push service reads it: it says nothing of what it is about. */
async function topicOf(what: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(what));
  return Buffer.from(digest).toString('base64url').slice(0, 32);
}

async function sendTo(
  device: PushDevice,
  payload: string,
  carriage: Carriage,
  keys: PushKeys,
  { contact, fetch: request = fetch, patienceMs = 10_000, mayReach = isPushEndpoint }: Options,
): Promise<Outcome> {
  const { endpoint } = device;
  if (!mayReach(endpoint)) return { is: 'refused', detail: 'The address of a device is none of a push service.' };
  const sealed = sealedFor(device, payload, carriage, { subject: contact, ...keys });
  if (typeof sealed === 'string') return { is: 'refused', detail: `Nothing can be sent to ${device.name}: ${sealed}` };
  const { host } = new URL(endpoint);
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const response = await request(endpoint, { method: 'POST', ...sealed, redirect: 'manual', signal });
    await response.body?.cancel();
    return outcomeOf(response.status, host);
  } catch {
    // It may have been taken, though nobody said so: a second one takes the place of the first, so it may go again.
    return { is: 'delayed', detail: `${host} did not answer.` };
  }
}

/** The request for one device; or why there can be none. */
function sealedFor(
  { endpoint, p256dh, auth }: PushDevice,
  payload: string,
  carriage: Carriage,
  vapidDetails: PushKeys & { readonly subject: string },
) {
  try {
    const options = { ...carriage, vapidDetails };
    const made = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, options);
    const headers = new Headers(Object.entries(made.headers).map(([name, value]) => [name, String(value)]));
    // How long it is, `fetch` says itself.
    headers.delete('Content-Length');
    return { headers, body: new Uint8Array(made.body ?? []) };
  } catch (error) {
    return reasonOf(error);
  }
}

/** What the codes of RFC 8030 mean; a push service may ask to slow down, too. */
function outcomeOf(status: number, host: string): Outcome {
  if (status >= 200 && status < 300) return { is: 'accepted' };
  if (status === 404 || status === 410) return { is: 'gone' };
  if (status === 429 || status >= 500)
    return { is: 'delayed', detail: `${host} takes no messages for now (${status}).` };
  return { is: 'refused', detail: `${host} refused the message (${status})${REFUSALS[status] ?? ''}.` };
}

const REFUSALS: Readonly<Record<number, string>> = {
  401: ': it does not accept who sends',
  403: ': it does not accept who sends. Turn notifications off and on again on that device',
  413: ': it is too long',
};

/** A device that cannot be dropped now is found gone the next time. */
async function forget(
  outcomes: readonly Outcome[],
  { workspace, devices }: Addressee,
  recipients: Options['recipients'],
): Promise<void> {
  const gone = devices.filter((_, place) => outcomes[place]?.is === 'gone');
  await Promise.allSettled(gone.map(({ device_id }) => recipients.dropDevice(workspace, device_id)));
}

function deliveryOf(outcomes: readonly Outcome[]): Delivery {
  const accepted = outcomes.filter(({ is }) => is === 'accepted').length;
  if (accepted > 0) return { is: 'accepted', id: `${accepted} of ${outcomes.length} devices` };
  const [delayed] = outcomes.flatMap((outcome) => (outcome.is === 'delayed' ? outcome : []));
  if (delayed) return delayed;
  const [refused] = outcomes.flatMap((outcome) => (outcome.is === 'refused' ? outcome : []));
  return refused ?? { is: 'refused', detail: NO_DEVICE };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
