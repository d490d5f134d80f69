import { readMark } from '../reminders/push-mark.ts';
import type { Router } from '../router.ts';
import { browserStorage } from '../storage.ts';
import type { Touchbase } from '../touchbase.ts';
import type { Toast, Toasts } from '../ui/toasts.ts';
import { say } from '../words/say-later.ts';
import { askedPlace } from './pushed.ts';

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(url: string): string };
    };
  }
}

const WORKER = '/sw.js';
/** The browser asks at every visit; a page that is never left asks by itself. */
const ASK_AGAIN_MS = 3 * 3_600_000;

/** Lets the app open without a network, and says when there is a newer one. Nothing is reloaded unasked. */
export function keepOffline(touchbase: Pick<Touchbase, 'toasts' | 'router' | 'home'>): void {
  if (!('serviceWorker' in navigator)) return;
  const updates = new Updates(touchbase.toasts);
  updates.follow();
  goWhereTold(touchbase.router);
  onceIdle(() => {
    // Without it the app works as long as there is a network: a browser may forbid it.
    register()
      .then((registration) => updates.offerFrom(registration))
      .then(() => mendPush(touchbase))
      .catch(() => undefined);
  });
}

function onceIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 5000 });
  else setTimeout(run, 1000);
}

/** The page's one policy for script addresses lets one file through. */
async function register(): Promise<ServiceWorkerRegistration> {
  const policy = window.trustedTypes?.createPolicy('touchbase-worker', { createScriptURL: () => WORKER });
  const url = policy?.createScriptURL(WORKER) ?? WORKER;
  return navigator.serviceWorker.register(url, { updateViaCache: 'none' });
}

/** Where a notification was clicked that leads to a place of the app. */
function goWhereTold(router: Pick<Router, 'follow'>): void {
  navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
    const place = askedPlace(data, location.origin);
    if (place === undefined) return;
    router.follow(place);
    ports[0]?.postMessage('gone');
  });
}

/** Only a device that shows notifications loads what they need. */
async function mendPush(touchbase: Pick<Touchbase, 'home'>): Promise<void> {
  if (readMark(browserStorage) === null) return;
  const push = await import('../reminders/push.ts');
  await push.mendPush(touchbase);
}

class Updates {
  readonly #toasts: Toasts;
  #shown: Toast | undefined;
  #isAskedFor = false;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  /** Notices when another version takes over this page. */
  follow(): void {
    const workers = navigator.serviceWorker;
    let isFirst = workers.controller === null;
    workers.addEventListener('controllerchange', () => {
      if (this.#isAskedFor) location.reload();
      else if (!isFirst) this.#show(say.offline.updatedElsewhere, say.offline.load, () => location.reload());
      isFirst = false;
    });
  }

  /** Offers each version that is ready, now or later. */
  offerFrom(registration: ServiceWorkerRegistration): void {
    const offer = () => {
      if (registration.waiting && registration.active) this.#offer(registration);
    };
    const watch = () => registration.installing?.addEventListener('statechange', offer);
    registration.addEventListener('updatefound', watch);
    watch();
    offer();
    askAgainWhenSeen(registration);
  }

  #offer(registration: ServiceWorkerRegistration): void {
    this.#show(say.offline.updateReady, say.offline.updateNow, () => {
      this.#isAskedFor = true;
      if (registration.waiting) registration.waiting.postMessage('take over');
      else location.reload();
    });
  }

  #show(text: string, label: string, run: () => void): void {
    const toast: Toast = { text, action: { label, run }, stays: true, isNews: true };
    this.#toasts.show(toast, this.#shown);
    this.#shown = toast;
  }
}

function askAgainWhenSeen(registration: ServiceWorkerRegistration): void {
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < ASK_AGAIN_MS) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
}
