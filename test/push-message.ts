import type { webcrypto } from 'node:crypto';

/** What a browser keeps of its subscription. */
export interface Receiver {
  readonly privateKey: webcrypto.CryptoKey;
  /** The 65 bytes of a point. */
  readonly publicKey: Uint8Array;
  readonly auth: Uint8Array;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
/** Ends the last record; what follows is padding (RFC 8188, 2). */
const LAST = 2;

/**
 * The text of a push message, as a browser opens it: RFC 8291, 3.4 and RFC 8188, 2.
 *
 * @throws where it was not made for this receiver, or not as they say
 */
export async function opened(body: Uint8Array, { privateKey, publicKey, auth }: Receiver): Promise<string> {
  const salt = body.slice(0, 16);
  const recordSize = new DataView(body.buffer, body.byteOffset).getUint32(16);
  const keyEnd = 21 + (body[20] ?? 0);
  const sender = body.slice(21, keyEnd);
  const record = body.slice(keyEnd);
  if (record.length > recordSize) throw new Error('A push message is of one record.');
  const theirs = await crypto.subtle.importKey('raw', sender, CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256);
  const both = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
  const secret = await derived(new Uint8Array(shared), auth, both, 32);
  const key = await derived(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const iv = await derived(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const plain = Buffer.from(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, aes, record));
  const end = plain.lastIndexOf(LAST);
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('It has no end.');
  return plain.subarray(0, end).toString('utf8');
}

/** RFC 5869. */
async function derived(secret: Uint8Array<ArrayBuffer>, salt: Uint8Array, info: Uint8Array, length: number) {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(salt), info: new Uint8Array(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length * 8));
}
