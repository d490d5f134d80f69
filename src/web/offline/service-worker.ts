import { answerFor, CONFIG, versionsAfter } from './answer.ts';

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
