import webPush from 'web-push';
import { isObject } from '../domain/json.ts';
import type { Secrets } from '../store/secrets.ts';

/** By which push services know who sends (RFC 8292): base64url. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The public key by which browsers subscribe: base64url of the 65 bytes of a point. */
export async function pushKey(secrets: Secrets): Promise<string> {
  return (await pushKeys(secrets)).publicKey;
}

/** The keys of this installation; a subscription is bound to them for as long as it lasts. */
export async function pushKeys(secrets: Secrets): Promise<PushKeys> {
  const kept: unknown = JSON.parse(await secrets.of('push', () => JSON.stringify(webPush.generateVAPIDKeys())));
  const { publicKey, privateKey } = isObject(kept) ? kept : {};
  if (typeof publicKey === 'string' && typeof privateKey === 'string') return { publicKey, privateKey };
  throw new Error('The keys for push messages that were kept are none.');
}
