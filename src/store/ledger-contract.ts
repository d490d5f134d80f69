import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Ledger } from './ledger.ts';

const DAY = '2026-03-29';
const digest = { day: DAY, what: 'digest', channel: 'email' } as const;
const SENT = { state: 'sent', detail: null } as const;

export type OpenLedger = (now: () => Date) => Ledger | Promise<Ledger>;

/** What every keeper of the ledger guarantees. */
export function ledgerContract(name: string, open: OpenLedger): void {
  describe(`the ledger, kept by ${name}`, () => {
    test('of many who claim one thing at once, one gets it', async () => {
      const { ledger, workspace, later } = await scene();
      const claims = await Promise.all(Array.from({ length: 8 }, () => ledger.claim(workspace, digest, later(60))));
      expect(claims.filter((claim) => claim !== undefined)).toEqual([{ ...digest, attempt: 1 }]);
    });

    test('what was sent is never claimed again', async () => {
      const { ledger, workspace, later, clock } = await scene();
      const claim = await claimed(ledger, workspace, later(60));
      expect(await ledger.mark(workspace, claim, SENT)).toBe(true);
      clock.pass(86_400);
      expect(await ledger.claim(workspace, digest, later(60))).toBeUndefined();
    });

    test('another channel, another day, another thing and another workspace are each their own', async () => {
      const { ledger, workspace, later } = await scene();
      await claimed(ledger, workspace, later(60));
      const others = [
        { ...digest, channel: 'push' as const },
        { ...digest, day: '2026-03-30' },
        { ...digest, what: 'nudge/1' },
      ];
      for (const other of others) expect(await ledger.claim(workspace, other, later(60))).toBeDefined();
      expect(await ledger.claim(v7(), digest, later(60))).toBeDefined();
    });

    test('who broke off has the lease until it ends; then another may, and the first can mark nothing any more', async () => {
      const { ledger, workspace, later, clock } = await scene();
      const first = await claimed(ledger, workspace, later(60));
      clock.pass(59);
      expect(await ledger.claim(workspace, digest, later(60))).toBeUndefined();
      clock.pass(2);
      const second = await claimed(ledger, workspace, later(60));
      expect(second.attempt).toBe(2);
      expect(await ledger.mark(workspace, first, SENT)).toBe(false);
      expect(await ledger.mark(workspace, second, SENT)).toBe(true);
    });

    test('what is delayed may be tried again when that was said, and what failed for good never', async () => {
      const { ledger, workspace, later, clock } = await scene();
      const claim = await claimed(ledger, workspace, later(60));
      await ledger.mark(workspace, claim, { state: 'delayed', detail: 'The server was busy.', retry: later(300) });
      clock.pass(299);
      expect(await ledger.claim(workspace, digest, later(60))).toBeUndefined();
      clock.pass(1);
      const again = await claimed(ledger, workspace, later(60));
      await ledger.mark(workspace, again, { state: 'failed', detail: 'There is no such address.' });
      clock.pass(86_400);
      expect(await ledger.claim(workspace, digest, later(60))).toBeUndefined();
    });

    test('tells the latest first, each with what became of it, and no more than asked for', async () => {
      const { ledger, workspace, later, clock } = await scene();
      for (const day of ['2026-03-27', '2026-03-29', '2026-03-28']) {
        const claim = await ledger.claim(workspace, { ...digest, day }, later(60));
        clock.pass(1);
        if (claim && day !== '2026-03-29') await ledger.mark(workspace, claim, SENT);
      }
      const latest = await ledger.latest(workspace, 2);
      expect(latest.map(({ day, state }) => [day, state])).toEqual([
        ['2026-03-29', 'sending'],
        ['2026-03-28', 'sent'],
      ]);
      expect(latest[1]).toEqual({ ...digest, day: '2026-03-28', attempt: 1, ...SENT, at: later(0) });
    });

    test('forgets a workspace, and no other', async () => {
      const { ledger, workspace, later } = await scene();
      const other = v7();
      for (const one of [workspace, other]) await claimed(ledger, one, later(60));
      await ledger.forget(workspace);
      await ledger.forget(workspace);
      expect(await ledger.latest(workspace, 10)).toEqual([]);
      expect(await ledger.latest(other, 10)).toHaveLength(1);
    });
  });

  async function scene() {
    let at = Date.parse('2026-03-29T05:30:00.000Z');
    const clock = { pass: (seconds: number) => (at += seconds * 1000) };
    const later = (seconds: number) => new Date(at + seconds * 1000).toISOString();
    return { ledger: await open(() => new Date(at)), workspace: v7(), clock, later };
  }
}

async function claimed(ledger: Ledger, workspace: string, lease: string) {
  const claim = await ledger.claim(workspace, digest, lease);
  if (!claim) throw new Error('Nobody gets it.');
  return claim;
}
