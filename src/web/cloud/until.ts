import { effect } from '@preact/signals';

/** Resolves as soon as what `is` reads of signals makes it true; false where the time is over first. */
export function until(is: () => boolean, mostMs?: number): Promise<boolean> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    const end = (found: boolean) => {
      resolve(found);
      queueMicrotask(() => stop?.());
    };
    stop = effect(() => {
      if (is()) end(true);
    });
    if (mostMs !== undefined) setTimeout(() => end(false), mostMs);
  });
}
