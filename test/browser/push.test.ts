import type { Page, Worker } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { THREE } from './keys.ts';
import { useStage } from './stage.ts';

const stage = useStage(THREE);

test('what is pushed is shown, and one of the same tag takes its place', async () => {
  const { page, push } = await withWorker();
  await push(JSON.stringify(notice({ title: '2 things for today' })));
  await push(JSON.stringify(notice({ title: '3 things for today' })));
  await expect
    .poll(() => page.evaluate(shown))
    .toEqual([{ title: '3 things for today', body: '3 overdue', tag: 'digest', url: `${stage.url}/today` }]);
});

test.each(['', 'no JSON', '{"title":""}'])('what cannot be read (“%s”) shows that there is something', async (text) => {
  const { page, push } = await withWorker();
  await push(text);
  await expect
    .poll(() => page.evaluate(shown))
    .toEqual([expect.objectContaining({ title: 'Touchbase', url: `${stage.url}/today` })]);
});

test('a click leads an open page there, and what is half typed in it stays', async () => {
  const { page, push, click } = await withWorker('/contacts/new');
  await page.getByLabel('Name', { exact: true }).fill('Half Typed');
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await push(JSON.stringify(notice()));
  await click();
  await page.waitForURL(`${stage.url}/today`);
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  await expect.poll(() => page.evaluate(shown)).toEqual([]);
  await page.goBack();
  await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Half Typed');
});

test('a page that hears nothing is loaded anew', async () => {
  const { page, push, click } = await withWorker();
  await push(JSON.stringify(notice()));
  await page.route('**/assets/keep-offline-*', (route) => route.abort());
  await page.reload();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await click();
  await page.waitForURL(`${stage.url}/today`);
});

test('a click never leads to another site', async () => {
  const { page, push, click } = await withWorker();
  await push(JSON.stringify(notice({ url: 'https://elsewhere.example/' })));
  await click();
  await page.waitForURL(`${stage.url}/today`);
});

test('a device that never turned it on asks nothing and loads nothing of it', async () => {
  const { page } = await withWorker();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /\/push-|reminders/.test(url.replace(/push-mark-/, '')))).toEqual([]);
});

test('a device that had it on subscribes anew where its subscription is gone, and tells the server', async () => {
  const { page } = await withWorker();
  const told: unknown[] = [];
  await page.context().route('**/v1/reminders**', async (route) => {
    const request = route.request();
    if (request.method() === 'GET') return route.fulfill({ json: { push_key: KEY, devices: [] } });
    told.push([request.method(), new URL(request.url()).pathname.split('/').at(-1), request.postDataJSON()]);
    return route.fulfill({ status: 204 });
  });
  await page.evaluate(() => {
    const mark = { replica: 'another', endpoint: 'https://push.example/before' };
    localStorage.setItem('touchbase.push', JSON.stringify(mark));
    localStorage.setItem('touchbase.device', 'this-one');
  });
  await page.addInitScript(withPushService);
  await page.reload();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  // It is of another store at this address.
  expect(told).toEqual([]);
  await page.evaluate(async () => {
    const { replica } = await (await fetch('/config.json')).json();
    localStorage.setItem('touchbase.push', JSON.stringify({ replica, endpoint: 'https://push.example/before' }));
  });
  await page.reload();
  const device = { name: 'Chrome on Linux', endpoint: `https://push.example/${KEY}`, p256dh: '-_-_', auth: 'AQIDBA' };
  await expect.poll(() => told).toEqual([['PUT', 'this-one', device]]);
  const mark = await page.evaluate(() => localStorage.getItem('touchbase.push'));
  expect(JSON.parse(mark ?? '')).toMatchObject({ endpoint: device.endpoint });
});

/** Of 65 bytes, as all are. */
const KEY = Buffer.alloc(65, 4).toString('base64url');

/** A push service in the place of the browser's, which is not reached. */
function withPushService() {
  const bytes = (...all: readonly number[]) => new Uint8Array(all).buffer;
  PushManager.prototype.getSubscription = async () => null;
  Object.assign(PushManager.prototype, {
    subscribe: async ({ applicationServerKey }: { readonly applicationServerKey: string }) => ({
      endpoint: `https://push.example/${applicationServerKey}`,
      options: { applicationServerKey: bytes(4) },
      getKey: (name: string) => (name === 'auth' ? bytes(1, 2, 3, 4) : bytes(251, 255, 191)),
      unsubscribe: async () => true,
    }),
  });
}

function notice(parts: { readonly title?: string; readonly url?: string } = {}) {
  return { title: '3 things for today', body: '3 overdue', tag: 'digest', url: `${stage.url}/today`, ...parts };
}

/** The app with its service worker, where notifications are allowed; no push service is reached by tests. */
async function withWorker(path = '/contacts') {
  const options = { serviceWorkers: 'allow', permissions: ['notifications'] } as const;
  const { page } = await openPage(stage.browser, stage.url + path, {
    ...options,
    permissions: [...options.permissions],
  });
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  // A worker that has only begun to take over is given no messages.
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  const session = await page.context().newCDPSession(page);
  const registration = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId } of registrations) resolve(registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registration;
  const push = (data: string) =>
    session.send('ServiceWorker.deliverPushMessage', { origin: stage.url, registrationId, data });
  const click = async () => {
    await expect.poll(() => page.evaluate(shown)).toHaveLength(1);
    await clickIn(await workerOf(page));
  };
  return { page, push, click };
}

/** What the system does when the person clicks the notification. */
function clickIn(worker: Worker): Promise<unknown> {
  return worker.evaluate(async () => {
    const [notification] = await Reflect.get(globalThis, 'registration').getNotifications();
    const works: Promise<unknown>[] = [];
    const waitUntil = (work: Promise<unknown>) => works.push(work);
    dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil }));
    await Promise.all(works);
  });
}

async function workerOf(page: Page): Promise<Worker> {
  const [worker] = page.context().serviceWorkers();
  return worker ?? page.context().waitForEvent('serviceworker');
}

async function shown() {
  const registration = await navigator.serviceWorker.ready;
  const all = await registration.getNotifications();
  return all.map(({ title, body, tag, data }) => ({ title, body, tag, url: data.url }));
}
