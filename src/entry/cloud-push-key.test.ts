import { createECDH } from 'node:crypto';
import { expect, test } from 'vitest';
import { pushKey, pushKeys } from '../delivery/push-keys.ts';
import type { Secrets } from '../store/secrets.ts';
import { cloudPushKey } from './cloud-push-key.ts';

function secrets(): Secrets {
  const kept = new Map<string, string>();
  return {
    of: async (purpose, make) => {
      const secret = kept.get(purpose) ?? make();
      kept.set(purpose, secret);
      return secret;
    },
  };
}

test('who tells the key makes keys by which the sender signs: a pair of P-256, 65 and 32 bytes', async () => {
  for (let n = 0; n < 300; n++) {
    const ours = secrets();
    const told = await cloudPushKey(ours);
    const { publicKey, privateKey } = await pushKeys(ours);
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(privateKey, 'base64url');
    expect([publicKey, curve.getPublicKey('base64url')]).toEqual([told, told]);
    expect([publicKey, privateKey].map((key) => Buffer.from(key, 'base64url').length)).toEqual([65, 32]);
  }
});

test('keys that the sender made are told as they are', async () => {
  const ours = secrets();
  const made = await pushKey(ours);
  expect(await cloudPushKey(ours)).toBe(made);
});
