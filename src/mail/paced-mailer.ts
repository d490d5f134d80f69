import type { Letter, Mailer } from './mailer.ts';

/** Waits so many milliseconds. */
export type Wait = (milliseconds: number) => Promise<unknown>;

/**
 * Sends at an even pace, whoever asks at once: a service that takes so many a second refuses the rest, and what it refuses
 * waits until the clock comes round again.
 *
 * @param aSecond how many letters, above 0
 * @param clock milliseconds that only grow
 */
export function pacedMailer(mailer: Mailer, aSecond: number, clock: () => number, wait: Wait): Mailer {
  const pause = 1000 / aSecond;
  let free = Number.NEGATIVE_INFINITY;
  return {
    async send(letter: Letter) {
      const now = clock();
      const turn = Math.max(now, free);
      free = turn + pause;
      if (turn > now) await wait(turn - now);
      return mailer.send(letter);
    },
  };
}
