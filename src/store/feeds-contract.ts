import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Feeds } from './feeds.ts';

/** What every keeper of feeds guarantees. */
export function feedsContract(name: string, open: () => Feeds | Promise<Feeds>): void {
  describe(`feeds, kept by ${name}`, () => {
    test('a token of 256 bits leads to its workspace, and to no other', async () => {
      const [feeds, one, other] = [await open(), v7(), v7()];
      const [token, others] = [await feeds.make(one), await feeds.make(other)];
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect([await feeds.workspaceOf(token), await feeds.workspaceOf(others)]).toEqual([one, other]);
    });

    test('a new token ends the one before', async () => {
      const [feeds, workspace] = [await open(), v7()];
      const [first, second] = [await feeds.make(workspace), await feeds.make(workspace)];
      expect([await feeds.workspaceOf(first), await feeds.workspaceOf(second)]).toEqual([undefined, workspace]);
    });

    test('says since when there is one, and nothing once it is revoked, also twice', async () => {
      const [feeds, workspace] = [await open(), v7()];
      expect(await feeds.madeAt(workspace)).toBeNull();
      const token = await feeds.make(workspace);
      expect(await feeds.madeAt(workspace)).toMatch(/^\d{4}-\d{2}-\d{2}T/);
      await feeds.revoke(workspace);
      await feeds.revoke(workspace);
      expect([await feeds.workspaceOf(token), await feeds.madeAt(workspace)]).toEqual([undefined, null]);
    });

    test.each(['', 'x', 'a'.repeat(43), '../account', '\0', 'ä'.repeat(5000)])('%j leads nowhere', async (token) => {
      expect(await (await open()).workspaceOf(token)).toBeUndefined();
    });
  });
}
