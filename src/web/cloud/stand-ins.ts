import type { TemporaryKeys } from './identity.ts';

/** What tests of this folder share: keys that are good for an hour from `now`. */
export function keysOf(identity: string, now = 0): TemporaryKeys {
  const accessKeyId = `AK-${identity}`;
  const sessionToken = `token-${identity}-${now}`;
  return { identity, accessKeyId, secretKey: 'secret', sessionToken, expiresAt: now + 3_600_000 };
}

/** A browser's storage for tests, with all that `Kept` asks of one. */
export function storage(entries: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
