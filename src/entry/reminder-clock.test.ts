import { expect, onTestFinished, test, vi } from 'vitest';
import { startReminderClock } from './reminder-clock.ts';

/** A clock whose looks end when the test says so. */
function scene() {
  const looks: PromiseWithResolvers<void>[] = [];
  const faults: string[] = [];
  const clock = startReminderClock({
    remind: () => {
      const look = Promise.withResolvers<void>();
      looks.push(look);
      return look.promise;
    },
    report: (fault) => faults.push(fault),
  });
  onTestFinished(() => {
    for (const { resolve } of looks) resolve();
    return clock.stop();
  });
  return { clock, looks, faults };
}

test('it looks around at once and each minute, and no look begins while another goes on', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { clock, looks } = scene();
  expect(looks).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(180_000);
  expect(looks).toHaveLength(1);
  looks[0]?.resolve();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks).toHaveLength(2);
  looks[1]?.resolve();
  await vi.advanceTimersByTimeAsync(0);
  await clock.stop();
  await vi.advanceTimersByTimeAsync(180_000);
  expect(looks).toHaveLength(2);
});

test('it stops when the look that goes on has come to its end', async () => {
  const { clock, looks } = scene();
  let isStopped = false;
  const stopped = clock.stop().then(() => {
    isStopped = true;
  });
  await new Promise(setImmediate);
  expect(isStopped).toBe(false);
  looks[0]?.resolve();
  await stopped;
});

test('a fault is said once for as long as it goes on, and again when it comes back', async () => {
  const faults: string[] = [];
  let trouble: string | null = 'The disk is full.';
  const clock = startReminderClock({
    remind: async (onFault) => {
      if (trouble === null) return;
      onFault(new Error('One of them.'));
      throw new Error(trouble);
    },
    report: (fault) => faults.push(fault),
  });
  onTestFinished(() => clock.stop());
  await clock.tick();
  await clock.tick();
  expect(faults).toEqual(['One of them.', 'The disk is full.']);
  trouble = null;
  await clock.tick();
  trouble = 'The disk is full.';
  await clock.tick();
  expect(faults).toEqual(['One of them.', 'The disk is full.', 'One of them.', 'The disk is full.']);
});
