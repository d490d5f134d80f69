import * as v from 'valibot';
import { browserStorage } from '../storage.ts';
import { answerOf, bodyOf } from '../sync/server.ts';
import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say-desktop.ts';

type AtHome = Pick<Touchbase, 'home' | 'router' | 'toasts'>;

const noticeSchema = v.object({ title: v.string(), body: v.string(), url: v.string(), tag: v.string() });
const noticesSchema = v.object({ notices: v.array(noticeSchema) });
type Notice = v.InferOutput<typeof noticeSchema>;

/** Under which this browser keeps that it shows reminders. */
const KEY = 'touchbase.desktop';

const EVERY_MS = 60_000;
const PATIENCE_MS = 30_000;
const WORKER_MS = 5_000;

/**
 * Shows what waits for the desktop: now, each minute and whenever the person comes back.
 *
 * @returns what ends it
 */
export function watchNotices(touchbase: AtHome): () => void {
  const ask = () => {
    // What waits goes on waiting: the next time asks again.
    showNotices(touchbase).catch(() => undefined);
  };
  const timer = setInterval(ask, EVERY_MS);
  document.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', ask);
  };
}

/**
 * Takes what waits for the desktop and shows it: outside the window where this browser may, otherwise within the app. The
 * server gives each once, so of several pages that are open one shows it; one that nobody would see takes nothing.
 *
 * @throws Unreachable where the server does not answer
 */
export async function showNotices(touchbase: AtHome): Promise<void> {
  if (!isDesktopOn() && document.visibilityState !== 'visible') return;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await answerOf(touchbase.home.request('/v1/notices', { method: 'POST', signal }));
  const { notices } = await bodyOf(answer, noticesSchema);
  for (const notice of notices) await show(touchbase, notice);
}

async function show(touchbase: AtHome, notice: Notice): Promise<void> {
  const isShown = isDesktopOn() && (await notify(touchbase, notice).catch(() => false));
  if (!isShown) showWithin(touchbase, notice);
}

/** By the service worker, whose notifications lead back to the app even when it was closed meanwhile; else by the page. */
async function notify({ router }: AtHome, { title, body, tag, url }: Notice): Promise<boolean> {
  const options = { body, tag, icon: '/icon-192.png', data: { url: placeOf(url) } };
  const registration = await worker();
  if (registration) await registration.showNotification(title, options);
  else {
    const notification = new Notification(title, options);
    notification.addEventListener('click', () => {
      window.focus();
      router.follow(placeOf(url));
      notification.close();
    });
  }
  return true;
}

/** Undefined where there is none, or where that of a first visit is long in coming. */
function worker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator)) return Promise.resolve(undefined);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, WORKER_MS));
  return Promise.race([navigator.serviceWorker.ready, late]);
}

function showWithin({ router, toasts }: AtHome, { title, body, url }: Notice): void {
  const action = { label: say.desktop.show, run: () => router.follow(placeOf(url)) };
  // There is room for a few words: the place that it leads to shows the rest.
  const [first = ''] = body.split('\n');
  toasts.show({ text: say.desktop.told(title, first), action, stays: true, isNews: true });
}

/** The server knows itself by one of its names; this page may have been opened by another. */
function placeOf(url: string): string {
  const { pathname, search } = new URL(url, location.origin);
  return location.origin + pathname + search;
}

/** `unsupported` where the browser knows no notifications at all. */
export type DesktopPermission = NotificationPermission | 'unsupported';

/** What the person allowed this browser to show outside its window. */
export function desktopPermission(): DesktopPermission {
  return 'Notification' in globalThis ? Notification.permission : 'unsupported';
}

/** Whether this browser shows reminders outside its window: the person turned it on, and the browser lets it. */
export function isDesktopOn(): boolean {
  return desktopPermission() === 'granted' && browserStorage.getItem(KEY) === 'on';
}

/**
 * Has this browser show reminders outside its window. It asks the person now, so it is to be called in answer to a click.
 *
 * @returns what they said: only `granted` turned it on
 */
export async function turnOnDesktop(): Promise<DesktopPermission> {
  const permission = 'Notification' in globalThis ? await Notification.requestPermission() : 'unsupported';
  if (permission === 'granted') browserStorage.setItem(KEY, 'on');
  return permission;
}

/** From now on reminders are shown within the app. */
export function turnOffDesktop(): void {
  browserStorage.removeItem(KEY);
}
