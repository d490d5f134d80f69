import * as v from 'valibot';
import type { PushKeys } from '../delivery/push-keys.ts';
import type { Secrets } from '../store/secrets.ts';

/**
 * The public key by which browsers subscribe (RFC 8292, base64url), for functions that send nothing: they make the keys
 * where there are none yet, and are not to carry the library that sends, which is larger than they are.
 */
export async function cloudPushKey(secrets: Secrets): Promise<string> {
  return v.parse(Kept, JSON.parse(await secrets.of('push', newKeys))).publicKey;
}

const Kept = v.object({ publicKey: v.string() });

/** The module loads once in the life of an installation: at the start of every function it would take its time. */
function newKeys(): string {
  const curve = process.getBuiltinModule('node:crypto').createECDH('prime256v1');
  const publicKey = curve.generateKeys('base64url');
  // Of a number that is small there are less bytes.
  const privateKey = Buffer.from(curve.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url');
  return JSON.stringify({ publicKey, privateKey } satisfies PushKeys);
}
