import { beforeEach, expect, test } from 'vitest';
import { storageInMemory } from '../form/storage-in-memory.ts';
import { pushApi } from './push-api.ts';
import type { PushBrowser, Subscribed } from './push-browser.ts';
import { PushDevice, type PushParts } from './push-device.ts';

const DEVICE = { id: 'this', name: 'Firefox on Linux' };

/** A home as its API shows it: its key, and which devices it knows by their endpoints. */
const home = { key: 'key', devices: new Map<string, string>(), isAway: false, asked: [] as string[] };
const request: typeof fetch = async (address, { method = 'GET', body } = {}) => {
  home.asked.push(method);
  if (home.isAway) throw new TypeError('Failed to fetch');
  const [, id = ''] = /\/devices\/(.+)$/.exec(String(address)) ?? [];
  if (method === 'PUT') home.devices.set(id, JSON.parse(String(body)).endpoint);
  if (method === 'DELETE') home.devices.delete(id);
  if (method !== 'GET') return new Response(null, { status: 204 });
  return Response.json({ push_key: home.key, devices: [...home.devices.keys()].map((device_id) => ({ device_id })) });
};

/** A browser with its push service. */
const service = {
  permission: 'default' as NotificationPermission,
  answers: 'granted' as NotificationPermission,
  subscription: null as Subscribed | null,
  made: 0,
};
const browser: PushBrowser = {
  permission: () => service.permission,
  ask: async () => {
    service.permission = service.answers;
    return service.permission;
  },
  subscription: async () => service.subscription,
  subscribe: async (key) => {
    service.made++;
    const end = async () => {
      service.subscription = null;
    };
    service.subscription = { endpoint: `https://push.example/${service.made}`, p256dh: 'p', auth: 'a', key, end };
    return service.subscription;
  },
};

let storage: ReturnType<typeof storageInMemory>;
beforeEach(() => {
  storage = storageInMemory();
  Object.assign(home, { key: 'key', devices: new Map(), isAway: false, asked: [] });
  Object.assign(service, { permission: 'default', answers: 'granted', subscription: null, made: 0 });
});

function device(parts: Partial<PushParts> = {}): PushDevice {
  const api = pushApi(request);
  return new PushDevice({ browser, api, storage, device: DEVICE, replica: 'mine', isPersonal: true, ...parts });
}

test('turned on it is subscribed, and the server knows where', async () => {
  expect(await device().state()).toBe('off');
  expect(await device().turnOn('key')).toBe('on');
  expect(await device().state()).toBe('on');
  expect([...home.devices]).toEqual([['this', 'https://push.example/1']]);
});

test.each([
  ['denied', 'denied'],
  ['default', 'off'],
] as const)('where the person answers “%s” it is %s, and nothing is subscribed', async (answers, state) => {
  service.answers = answers;
  expect(await device().turnOn('key')).toBe(state);
  expect([await device().state(), service.made, home.asked]).toEqual([state, 0, []]);
});

test('a browser that takes none says so', async () => {
  const without = device({ browser: null });
  expect([await without.state(), await without.turnOn('key')]).toEqual(['unsupported', 'unsupported']);
  await without.mend();
  await without.turnOff();
});

test('where the server does not take it nothing is on, and why is said', async () => {
  home.isAway = true;
  await expect(device().turnOn('key')).rejects.toThrow('There is no answer.');
  expect([service.subscription, await device().state()]).toEqual([null, 'off']);
});

test('turned off nothing comes any more, also where the server cannot be told', async () => {
  await device().turnOn('key');
  home.isAway = true;
  await device().turnOff();
  expect([service.subscription, await device().state()]).toEqual([null, 'off']);
  home.isAway = false;
  await device().turnOn('key');
  await device().turnOff();
  expect(home.devices.size).toBe(0);
});

test('a device that never had it on asks the server nothing', async () => {
  await device().mend();
  expect(home.asked).toEqual([]);
});

test('where nothing has changed nothing is written', async () => {
  await device().turnOn('key');
  home.asked = [];
  await device().mend();
  expect([home.asked, service.made]).toEqual([['GET'], 1]);
});

test('a subscription that is gone is made anew', async () => {
  await device().turnOn('key');
  service.subscription = null;
  await device().mend();
  expect(home.devices.get('this')).toBe('https://push.example/2');
});

test('one that the worker made anew is told to the server', async () => {
  await device().turnOn('key');
  await browser.subscribe('key');
  await device().mend();
  expect([home.devices.get('this'), service.made]).toEqual(['https://push.example/2', 2]);
});

test('other keys of the home make it anew, as after a rebuild', async () => {
  await device().turnOn('key');
  Object.assign(home, { key: 'other', devices: new Map() });
  await device().mend();
  expect([service.subscription?.key, home.devices.get('this')]).toEqual(['other', 'https://push.example/2']);
});

test('somebody who has signed in goes on with it, and what is still sent to whom they were goes nowhere', async () => {
  await device({ replica: 'guest' }).turnOn('key');
  await device().mend();
  expect([home.devices.get('this'), await device().state()]).toEqual(['https://push.example/2', 'on']);
});

test('another store at the same address does not take it over', async () => {
  await device({ isPersonal: false }).turnOn('key');
  const demo = device({ isPersonal: false, replica: 'demo' });
  expect(await demo.state()).toBe('off');
  await demo.mend();
  expect([home.devices.get('this'), service.made]).toEqual(['https://push.example/1', 1]);
});

test('what was turned off elsewhere is off here, and what the browser forbids as well', async () => {
  await device().turnOn('key');
  home.devices.clear();
  await device().mend();
  expect([service.subscription, await device().state()]).toEqual([null, 'off']);
  await device().turnOn('key');
  service.permission = 'denied';
  await device().mend();
  expect([home.devices.size, await device().state()]).toEqual([0, 'denied']);
});

test('without a network it stays as it is, and is made good the next time', async () => {
  await device().turnOn('key');
  await browser.subscribe('key');
  home.isAway = true;
  await expect(device().mend()).rejects.toThrow();
  expect(await device().state()).toBe('on');
  home.isAway = false;
  await device().mend();
  expect(home.devices.get('this')).toBe('https://push.example/2');
});

test('a mark that cannot be read is none', async () => {
  storage.setItem('touchbase.push', '{');
  expect(await device().state()).toBe('off');
});
