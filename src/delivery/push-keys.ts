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
  // Made before it is known whether there are some: it takes a fraction of a millisecond, and `make` cannot wait.
  const made = JSON.stringify(await newKeys());
  const kept: unknown = JSON.parse(await secrets.of('push', () => made));
  const { publicKey, privateKey } = isObject(kept) ? kept : {};
  if (typeof publicKey === 'string' && typeof privateKey === 'string') return { publicKey, privateKey };
  throw new Error('The keys for push messages that were kept are none.');
}

/** Without the library that sends: who only tells the key does not load it. */
async function newKeys(): Promise<PushKeys> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const point = await crypto.subtle.exportKey('raw', pair.publicKey);
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { publicKey: Buffer.from(point).toString('base64url'), privateKey: d };
}
