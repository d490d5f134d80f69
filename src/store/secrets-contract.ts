import { describe, expect, test } from 'vitest';
import type { Secrets } from './secrets.ts';

/** Two programs at the same, empty store. */
export type OpenSecrets = () => Promise<readonly [Secrets, Secrets]>;

/** What every keeper of secrets guarantees. */
export function secretsContract(name: string, open: OpenSecrets): void {
  describe(`secrets, kept by ${name}`, () => {
    test('a secret is made when it is first asked for, and is the same ever after, in every program', async () => {
      const [one, other] = await open();
      expect(await one.of('push', () => 'first')).toBe('first');
      expect(await one.of('push', unasked)).toBe('first');
      expect(await other.of('push', unasked)).toBe('first');
    });

    test('each purpose has its own', async () => {
      const [one] = await open();
      const made = [await one.of('push', () => 'of push'), await one.of('unsubscribe', () => 'of unsubscribe')];
      expect(made).toEqual(['of push', 'of unsubscribe']);
      expect([await one.of('push', unasked), await one.of('unsubscribe', unasked)]).toEqual(made);
    });

    test('of those who are at it at once, all get the one that was kept first', async () => {
      const [one, other] = await open();
      const asked = [one, other, one, other].map((secrets, n) => secrets.of('unsubscribe', () => `made ${n}`));
      const given = new Set(await Promise.all(asked));
      expect(given.size).toBe(1);
      expect(given).toEqual(new Set([await other.of('unsubscribe', unasked)]));
    });
  });
}

function unasked(): string {
  throw new Error('There is one already.');
}
