import { answerFor, CONFIG, versionsAfter } from './answer.ts';
import { type Going, placeIn, pushed } from './pushed.ts';

declare const self: ServiceWorkerGlobalScope;
/** What the build consists of; the build writes it in. */
declare const __BUILD__: { readonly version: string; readonly files: readonly string[] };

const PREFIX = 'touchbase-build-';
const BUILD = PREFIX + __BUILD__.version;
/** What outlives a version: the home's config, and which versions took over. */
const KEPT = 'touchbase-kept';
const VERSIONS = '/versions';
/** A network that says nothing for so long is taken for none. */
const PATIENCE_MS = 3000;
/** A page that does not go within so long is loaded anew. */
const GOING_MS = 1000;

self.addEventListener('install', (event) => event.waitUntil(keepBuild()));

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const answer = answerFor(request, self.location.origin);
  if (answer === 'page') event.respondWith(fromBuild('/', request));
  if (answer === 'file') event.respondWith(fromBuild(request, request));
  if (answer === 'config') event.respondWith(config(request));
});

self.addEventListener('push', (event) => event.waitUntil(show(event.data?.text())));

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(goTo(placeIn(event.notification.data?.url, self.location.origin)));
});

self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(subscribeAnew(event)));

/** A version is kept whole or not at all; past the HTTP cache, which could mix in an older one. */
async function keepBuild(): Promise<void> {
  const anew = (path: string) => new Request(path, { cache: 'reload' });
  const [build, kept] = await Promise.all([caches.open(BUILD), caches.open(KEPT)]);
  await Promise.all([build.addAll(__BUILD__.files.map(anew)), kept.add(anew(CONFIG))]);
}

async function takeOver(): Promise<void> {
  const kept = await caches.open(KEPT);
  const before: string[] = (await (await kept.match(VERSIONS))?.json()) ?? [];
  const stay = versionsAfter(before, BUILD);
  await kept.put(VERSIONS, Response.json(stay));
  // A newer version that is on its way would lose what it has so far: it drops the old ones when its turn comes.
  const isNextComing = self.registration.installing ?? self.registration.waiting;
  if (!isNextComing) await dropBuilds(stay);
  await self.clients.claim();
}

async function dropBuilds(stay: readonly string[]): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && !stay.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** From this version, else from the one before it, which an older tab may be of, else from the network. */
async function fromBuild(file: Request | string, request: Request): Promise<Response> {
  const build = await caches.open(BUILD);
  const options = { ignoreVary: true };
  return (await build.match(file, options)) ?? (await caches.match(file, options)) ?? fetch(request);
}

async function config(request: Request): Promise<Response> {
  const kept = await caches.open(KEPT);
  const copy = await kept.match(CONFIG);
  if (!copy) return fetch(request);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) return copy;
    await kept.put(CONFIG, answer.clone());
    return answer;
  } catch {
    return copy;
  }
}

function show(payload: string | undefined): Promise<void> {
  const { title, body, tag, url } = pushed(payload, self.location.origin);
  return self.registration.showNotification(title, { body, tag, icon: '/icon-192.png', data: { url } });
}

/** An open page of the app goes there, and loses nothing that is half typed; where there is none, one is opened. */
async function goTo(url: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = windows.filter((one) => {
    return answerFor({ url: one.url, method: 'GET', mode: 'navigate' }, self.location.origin) === 'page';
  });
  const page = pages.find(({ focused }) => focused) ?? pages[0];
  if (!page) return void (await self.clients.openWindow(url));
  // A browser may let nothing come to the front; it goes there nevertheless.
  await page.focus().catch(() => undefined);
  if (!(await hasGone(page, url))) await page.navigate(url).catch(() => self.clients.openWindow(url));
}

function hasGone(page: WindowClient, goTo: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), GOING_MS);
    page.postMessage({ goTo } satisfies Going, [port2]);
  });
}

/** The app tells the server of the new subscription when it starts next: here nobody has signed in. */
async function subscribeAnew({ newSubscription, oldSubscription }: PushSubscriptionChangeEvent): Promise<void> {
  const applicationServerKey = oldSubscription?.options.applicationServerKey;
  if (newSubscription || !applicationServerKey) return;
  await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}
