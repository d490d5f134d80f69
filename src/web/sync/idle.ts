/** How long a slice of work may take where the browser does not tell when it is idle. */
const SLICE_MS = 8;

/** Does `work` step by step while the browser has nothing better to do. */
export function whenIdle(work: Iterator<void>): void {
  onIdle((hasTime) => {
    while (hasTime()) if (work.next().done) return;
    whenIdle(work);
  });
}

/** Calls `run` when the browser has nothing better to do; it says whether there is time for more. */
export function onIdle(run: (hasTime: () => boolean) => void): void {
  if ('requestIdleCallback' in globalThis) {
    requestIdleCallback((deadline) => run(() => deadline.timeRemaining() > 2));
    return;
  }
  setTimeout(() => {
    const end = performance.now() + SLICE_MS;
    run(() => performance.now() < end);
  });
}
