import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { LaptopScene } from '../../test/laptop-scene.ts';
import { type Keychain, keychainInMemory, NoKeychain } from './keychain.ts';
import { WORKSPACE } from './laptop-api.ts';

const ACCOUNT = {
  ...({ host: 'smtp.example.org', port: 465, security: 'tls', user: 'ada@example.org' } as const),
  ...{ from: 'Touchbase <ada@example.org>', to: 'ada@example.org' },
};
const NONE = { host: null, port: null, security: null, user: null, from: null, to: null };

let laptop: LaptopScene;
beforeEach(() => {
  const scene = new LaptopScene();
  laptop = scene;
  onTestFinished(() => scene.stop());
});

const put = (body: object) => laptop.send('PUT', '/v1/mail-account', body);
const get = async () => (await laptop.send('GET', '/v1/mail-account')).body;
const email = async () => (await laptop.open.services.recipients.of(WORKSPACE)).email;

test('there is none to begin with', async () => {
  expect(await get()).toEqual({ ...NONE, has_password: false, source: null });
});

test('it is kept over a restart, its password too, and mail goes to its person', async () => {
  const kept = { ...ACCOUNT, has_password: true, source: 'settings' };
  expect(await put({ ...ACCOUNT, password: 'secret' })).toEqual({ status: 200, body: kept });
  await laptop.stop();
  expect(await get()).toEqual(kept);
  expect(await email()).toBe('ada@example.org');
});

test('where the password is left out, the one of the same user at the same server stays', async () => {
  await put({ ...ACCOUNT, password: 'secret' });
  expect((await put({ ...ACCOUNT, to: 'grace@example.org' })).body).toMatchObject({ has_password: true });
  expect(await email()).toBe('grace@example.org');
});

test.each([{ host: 'smtp.evil.example' }, { port: 587 }, { user: 'grace@example.org' }])(
  'a password is of no use for %o, and is forgotten with the account that it was for',
  async (other) => {
    await put({ ...ACCOUNT, password: 'secret' });
    expect((await put({ ...ACCOUNT, ...other })).body).toMatchObject({ ...other, has_password: false });
    expect((await put(ACCOUNT)).body).toMatchObject({ has_password: false });
  },
);

test('it is forgotten with its password, and mail goes nowhere', async () => {
  await put({ ...ACCOUNT, password: 'secret' });
  const { status, body } = await laptop.send('DELETE', '/v1/mail-account');
  expect([status, body]).toEqual([200, { ...NONE, has_password: false, source: null }]);
  expect(await email()).toBeNull();
  expect((await put(ACCOUNT)).body).toMatchObject({ has_password: false });
});

test.each([
  ['host', { host: 'https://smtp.example.org' }],
  ['host', { host: '' }],
  ['port', { port: 0 }],
  ['port', { port: '465' }],
  ['security', { security: 'ssl' }],
  ['security', { security: 'none' }],
  ['from', { from: 'Ada' }],
  ['from', { from: 'Ada <ada@example.org>\r\nBcc: eve@example.org' }],
  ['to', { to: 'ada' }],
  ['password', { password: 1 }],
  ['has_password', { has_password: true }],
])('a bad %s is named, and nothing is changed: %o', async (field, bad) => {
  const { status, body } = await put({ ...ACCOUNT, ...bad });
  expect([status, body]).toEqual([400, expect.objectContaining({ errors: [expect.objectContaining({ field })] })]);
  expect(await get()).toMatchObject({ source: null });
});

test('a server on this machine that asks nobody who they are needs no password', async () => {
  const local = { ...ACCOUNT, host: '::1', port: 1025, security: 'none', user: '' };
  expect((await put(local)).body).toMatchObject({ user: null, has_password: false, source: 'settings' });
});

describe('without a keychain', () => {
  const broken = async () => {
    throw new NoKeychain('No Secret Service.');
  };
  const NO_KEYCHAIN: Keychain = { get: broken, set: broken, remove: broken };
  beforeEach(() => {
    laptop.keychain = NO_KEYCHAIN;
  });

  test('a password is refused with the remedy, and what was kept before stays', async () => {
    await put({ ...ACCOUNT, host: 'before.example.org' });
    const { status, body } = await put({ ...ACCOUNT, password: 'secret' });
    const detail = expect.stringMatching(/No Secret Service.*TOUCHBASE_SMTP_PASSWORD/);
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({ errors: [{ field: 'password', code: 'bad_value', detail }] }),
    ]);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(await get()).toMatchObject({ host: 'before.example.org' });
  });

  test('all the rest is kept without it, and the environment gives it', async () => {
    expect(await put(ACCOUNT)).toMatchObject({ status: 200, body: { has_password: false, source: 'settings' } });
    await laptop.stop();
    laptop.mail = { account: null, password: 'secret' };
    expect(await get()).toMatchObject({ ...ACCOUNT, has_password: true, source: 'settings' });
    expect(await laptop.send('DELETE', '/v1/mail-account')).toMatchObject({ status: 200 });
  });
});

describe('an account of the environment', () => {
  beforeEach(async () => {
    await put({ ...ACCOUNT, host: 'before.example.org', to: 'before@example.org' });
    await laptop.stop();
    laptop.mail = { account: ACCOUNT, password: 'secret' };
    await laptop.open.settle();
  });

  test('goes before that of the settings, and mail goes to its person', async () => {
    expect(await get()).toEqual({ ...ACCOUNT, has_password: true, source: 'environment' });
    expect(await email()).toBe('ada@example.org');
  });

  test('cannot be changed from within, and the reason is told', async () => {
    const { status, body } = await put({ ...ACCOUNT, password: 'another' });
    const error = { field: 'host', code: 'read_only', detail: expect.stringContaining('TOUCHBASE_SMTP_URL') };
    expect([status, body]).toEqual([400, expect.objectContaining({ errors: [error] })]);
  });

  test('gives way to that of the settings when it is gone', async () => {
    await laptop.stop();
    laptop.mail = { account: null, password: null };
    await laptop.open.settle();
    expect(await get()).toMatchObject({ host: 'before.example.org', source: 'settings' });
    expect(await email()).toBe('before@example.org');
  });
});

test('the keychain of the system is told from none by an error with its reason', async () => {
  const { systemKeychain } = await import('./keychain.ts');
  const tried = await systemKeychain.get('nobody at nowhere:1').catch((error: unknown) => error);
  // A machine has one, or says why not: never anything else.
  expect(tried === null || tried instanceof NoKeychain).toBe(true);
  expect(await keychainInMemory().get('nobody at nowhere:1')).toBeNull();
});
