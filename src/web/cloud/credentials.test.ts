import { expect, test, vi } from 'vitest';
import { Credentials } from './credentials.ts';
import { ServerClock } from './server-clock.ts';
import { keysOf } from './stand-ins.ts';

const MINUTE = 60_000;

function setUp() {
  const time = { now: 0 };
  const keep = vi.fn();
  const obtain = vi.fn(async () => keysOf('guest', time.now));
  const clock = new ServerClock(() => time.now);
  return { time, keep, obtain, clock, credentials: new Credentials({ clock, obtain, keep }) };
}

test('all who wait for keys get the same, asked for once', async () => {
  const { credentials, obtain, keep } = setUp();
  const [one, other] = await Promise.all([credentials.current(), credentials.current()]);
  expect(one).toBe(other);
  expect(obtain).toHaveBeenCalledOnce();
  expect(keep).toHaveBeenCalledExactlyOnceWith(one);
});

test('keys serve until some minutes before they expire', async () => {
  const { credentials, obtain, time } = setUp();
  await credentials.current();
  time.now = 54 * MINUTE;
  await credentials.current();
  expect(obtain).toHaveBeenCalledTimes(1);
  time.now = 56 * MINUTE;
  expect((await credentials.current()).expiresAt).toBe(116 * MINUTE);
});

test('keys of before a reload serve without asking', async () => {
  const { clock, obtain } = setUp();
  const kept = keysOf('guest');
  expect(await new Credentials({ clock, obtain, kept }).current()).toBe(kept);
  expect(obtain).not.toHaveBeenCalled();
});

test('keys that a server refused are given up, newer ones are not', async () => {
  const { credentials, obtain, time } = setUp();
  const first = await credentials.current();
  time.now = MINUTE;
  credentials.expire(first);
  const second = await credentials.current();
  credentials.expire(first);
  expect(await credentials.current()).toBe(second);
  expect(obtain).toHaveBeenCalledTimes(2);
});

test('what failed once is tried again', async () => {
  const { credentials, obtain } = setUp();
  obtain.mockRejectedValueOnce(new Error('away'));
  await expect(credentials.current()).rejects.toThrow('away');
  expect((await credentials.current()).identity).toBe('guest');
});
