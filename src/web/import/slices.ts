import type { Work } from '../../interop/import/work.ts';
import { Breath } from './breath.ts';

export interface Watch {
  readonly isCancelled: () => boolean;
  readonly tell: (progress: number) => void;
}

/**
 * Does long work in slices of a frame, between which the browser draws and answers.
 *
 * @param watch.tell is told the steps that were done, before each pause
 * @returns null where it was cancelled: then nothing is left of it
 */
export async function doneInSlices<T>(work: Work<T>, { isCancelled, tell }: Watch): Promise<T | null> {
  const breath = new Breath();
  for (let steps = 1; ; steps++) {
    const step = work.next();
    if (step.done) return step.value;
    if (!breath.isDue) continue;
    tell(steps);
    await breath.now();
    if (isCancelled()) return null;
  }
}
