/** How long a slice of work may take. A browser calls itself idle for up to 50 ms, in which a key that is pressed waits. */
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
  const slice = () => {
    const end = performance.now() + SLICE_MS;
    return () => performance.now() < end;
  };
  if (!('requestIdleCallback' in globalThis)) {
    setTimeout(() => run(slice()));
    return;
  }
  requestIdleCallback((deadline) => {
    const isWithin = slice();
    run(() => isWithin() && deadline.timeRemaining() > 2);
  });
}
