import { expect, test, vi } from 'vitest';
import { Refusal } from '../cloud/account-api.ts';
import { Unreachable } from '../sync/server.ts';
import { claimRecords, takeOver } from './moving.ts';

function setUp(...steps: readonly ({ moved: number; more: boolean } | Error)[]) {
  const left = [...steps];
  const redeem = vi.fn(async (_ticket: string) => {
    const step = left.shift() ?? { moved: 0, more: false };
    if (step instanceof Error) throw step;
    return step;
  });
  const kept: { ticket: string | null } = { ticket: 'kept' };
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const claim = vi.fn(async () => 'new');
  return { parts: { api: { claim, redeem }, kept, wait, onMoved: vi.fn() }, waits };
}

test('records are asked for until there are no more, and the ticket is forgotten', async () => {
  const { parts } = setUp({ moved: 100, more: true }, { moved: 20, more: false });
  expect(await takeOver(parts)).toEqual({ count: 120 });
  expect(parts.onMoved.mock.calls).toEqual([[0], [100]]);
  expect(parts.kept.ticket).toBeNull();
});

test('where there is no answer it asks again, later each time, and goes on where it was', async () => {
  const away = new Unreachable('There is no answer.');
  const { parts, waits } = setUp({ moved: 100, more: true }, away, away, { moved: 20, more: false });
  expect(await takeOver(parts)).toEqual({ count: 120 });
  expect(waits).toEqual([1000, 2000]);
});

test('what is broken off keeps its ticket for the next time', async () => {
  const { parts } = setUp({ moved: 100, more: true }, ...Array.from({ length: 5 }, () => new Unreachable('Away.')));
  expect(await takeOver(parts)).toEqual({ reason: 'Away.', isOver: false });
  expect(parts.kept.ticket).toBe('kept');
  expect(await takeOver(parts)).toEqual({ count: 0 });
});

test('a ticket that gives no right is forgotten, and the reason said', async () => {
  const { parts } = setUp(new Refusal('bad_claim', 'The ticket has expired.'));
  expect(await takeOver(parts)).toEqual({ reason: 'The ticket has expired.', isOver: true });
  expect(parts.kept.ticket).toBeNull();
});

test('a proof becomes a ticket that is kept before anything moves', async () => {
  const { parts } = setUp();
  parts.api.redeem.mockImplementationOnce(async (ticket) => {
    expect([ticket, parts.kept.ticket]).toEqual(['new', 'new']);
    return { moved: 3, more: false };
  });
  expect(await claimRecords(parts, { proof: 'email' })).toEqual({ count: 3 });
});

test('a proof that proves nothing moves nothing', async () => {
  const { parts } = setUp();
  parts.api.claim.mockRejectedValueOnce(new Refusal('bad_claim', 'There is no such code.'));
  expect(await claimRecords(parts, { proof: 'recovery_code', recovery_code: 'x' })).toEqual({
    reason: 'There is no such code.',
    isOver: true,
  });
  expect(parts.api.redeem).not.toHaveBeenCalled();
});
