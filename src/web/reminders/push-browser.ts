import { say } from '../words/say-push.ts';

/** A subscription at the push service of a browser. */
export interface Subscribed {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  /** By whose key it was made: base64url. */
  readonly key: string;
  /** Nothing more comes by it. */
  readonly end: () => Promise<unknown>;
}

/** How a browser takes notifications. */
export interface PushBrowser {
  readonly permission: () => NotificationPermission;
  /** Asks the person, where they have not said yet; in answer to what they did, or browsers refuse. */
  readonly ask: () => Promise<NotificationPermission>;
  readonly subscription: () => Promise<Subscribed | null>;
  /** @throws with words for the person */
  readonly subscribe: (key: string) => Promise<Subscribed>;
}

/** So long the service worker of a first visit takes at most. */
const READY_MS = 10_000;

/** This browser; null where it takes none, as on an iPhone before the app stands on its home screen. */
export function thisBrowser(): PushBrowser | null {
  const can = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;
  if (!can) return null;
  return {
    permission: () => Notification.permission,
    ask: () => Notification.requestPermission(),
    subscription: async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const found = await registration?.pushManager.getSubscription();
      return found ? subscribed(found) : null;
    },
    subscribe: async (key) => {
      const { pushManager } = await readyWorker();
      try {
        return subscribed(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Error(say.push.notSubscribed(reason), { cause });
      }
    },
  };
}

async function readyWorker(): Promise<ServiceWorkerRegistration> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), READY_MS));
  const registration = await Promise.race([navigator.serviceWorker.ready, late]);
  if (!registration) throw new Error(say.push.notReady);
  return registration;
}

function subscribed(subscription: PushSubscription): Subscribed {
  const { endpoint, options } = subscription;
  const key = (bytes: ArrayBuffer | null) => (bytes ? base64url(new Uint8Array(bytes)) : '');
  return {
    endpoint,
    p256dh: key(subscription.getKey('p256dh')),
    auth: key(subscription.getKey('auth')),
    key: key(options.applicationServerKey),
    end: () => subscription.unsubscribe(),
  };
}

/** RFC 4648, 5, without padding. */
function base64url(bytes: Uint8Array): string {
  const plain = btoa(String.fromCharCode(...bytes));
  return plain.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
