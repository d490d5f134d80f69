/** How often a page that is looked at asks what others changed. */
const EVERY_MS = 30_000;

/** Calls `read` now, whenever the person comes back to the page or the network comes back, and every half minute between. */
export function poll(read: () => void): void {
  const readIfSeen = () => {
    if (document.visibilityState === 'visible') read();
  };
  addEventListener('focus', read);
  addEventListener('online', read);
  document.addEventListener('visibilitychange', readIfSeen);
  setInterval(readIfSeen, EVERY_MS);
  read();
}
