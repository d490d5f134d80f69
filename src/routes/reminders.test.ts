import { expect, test } from 'vitest';
import { overBothStores } from '../../test/api.ts';
import { MOST_DEVICES } from '../store/recipients.ts';

const ID = '018f3b1e-0000-7000-8000-00000000000a';
const SUBSCRIPTION = {
  name: 'Chrome on Linux',
  endpoint: 'https://push.example.org/send/secret-address',
  p256dh: Buffer.from([4, ...new Uint8Array(64)]).toString('base64url'),
  auth: Buffer.alloc(16, 1).toString('base64url'),
};

overBothStores('how a person is reached', (open) => {
  const path = (id: string) => `/v1/reminders/devices/${id}`;

  test('is told of one of whom nothing is known', async () => {
    const { status, body } = await open().get('/v1/reminders');
    expect(status).toBe(200);
    expect(body).toEqual({
      email: null,
      email_paused: null,
      channels: ['email', 'push'],
      push_key: expect.stringMatching(/^[\w-]{87}$/),
      devices: [],
      sent: [],
    });
  });

  test('204 to a device, which is told by its name and never by where it is reached', async () => {
    const api = open();
    expect((await api.send('PUT', path(ID), SUBSCRIPTION)).status).toBe(204);
    const { body, text } = await api.get('/v1/reminders');
    expect(body.devices).toEqual([{ device_id: ID, name: SUBSCRIPTION.name, made_at: expect.any(String) }]);
    for (const secret of [SUBSCRIPTION.endpoint, SUBSCRIPTION.p256dh, SUBSCRIPTION.auth])
      expect(text).not.toContain(secret);
    expect((await api.kept.recipients.of(api.workspace)).devices).toMatchObject([SUBSCRIPTION]);
  });

  test('the same device twice is there once, and what is ended twice is gone', async () => {
    const api = open();
    for (const name of ['First', 'Second']) await api.send('PUT', path(ID), { ...SUBSCRIPTION, name });
    expect((await api.get('/v1/reminders')).body.devices).toMatchObject([{ name: 'Second' }]);
    for (const _ of [1, 2]) expect((await api.send('DELETE', path(ID))).status).toBe(204);
    expect((await api.get('/v1/reminders')).body.devices).toEqual([]);
  });

  test(`of more devices than ${MOST_DEVICES} the latest get notifications`, async () => {
    const api = open();
    for (let n = 0; n < MOST_DEVICES + 2; n++) {
      const id = ID.replace(/..$/, String(n).padStart(2, '0'));
      await api.send('PUT', path(id), { ...SUBSCRIPTION, name: `${n}`, endpoint: `https://push.example.org/${n}` });
    }
    const names = (await api.get('/v1/reminders')).body.devices.map(({ name }: { name: string }) => Number(name));
    expect(names).toEqual(Array.from({ length: MOST_DEVICES }, (_, at) => MOST_DEVICES + 1 - at));
  });

  test('400 names every part of a subscription that is none, and what is missing', async () => {
    const bad = { name: ' ', endpoint: 'http://push.example.org/', p256dh: 'AAAA', auth: 5 };
    const { status, body } = await open().send('PUT', path(ID), bad);
    expect([status, body.code]).toEqual([400, 'invalid_fields']);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['name', 'endpoint', 'p256dh', 'auth']);
    const { body: empty } = await open().send('PUT', path(ID), {});
    expect(empty.errors).toHaveLength(4);
  });

  test('400 names a field that there is not', async () => {
    const { body } = await open().send('PUT', path(ID), { ...SUBSCRIPTION, made_at: '2026-01-01T00:00:00Z' });
    expect(body.errors).toMatchObject([{ field: 'made_at', code: 'unknown_field' }]);
  });

  test.each([
    'https://name:word@push.example.org/',
    'https://push.example.org/#part',
    'https://push.example.org/a b',
    `https://push.example.org/${'a'.repeat(1000)}`,
    'https://',
    'javascript:alert(1)',
  ])('400 to the endpoint %s', async (endpoint) => {
    const { status, body } = await open().send('PUT', path(ID), { ...SUBSCRIPTION, endpoint });
    expect([status, body.errors?.[0]?.field]).toEqual([400, 'endpoint']);
  });

  test('400 to an id that is none, to keep and to end', async () => {
    const api = open();
    for (const method of ['PUT', 'DELETE']) {
      const { status, body } = await api.send(method, path('me'), method === 'PUT' ? SUBSCRIPTION : undefined);
      expect([status, body.code]).toEqual([400, 'bad_id']);
    }
  });

  test('of one person is not told to another, nor ended by them', async () => {
    const api = open();
    await api.send('PUT', path(ID), SUBSCRIPTION);
    const mine = api.workspace;
    api.switchWorkspace();
    expect((await api.get('/v1/reminders')).body).toMatchObject({ devices: [], sent: [] });
    await api.send('DELETE', path(ID));
    expect((await api.kept.recipients.of(mine)).devices).toHaveLength(1);
  });
});

overBothStores('a trial', (open) => {
  const tried = (api: ReturnType<typeof open>, body: unknown = { channel: 'email' }) =>
    api.send('POST', '/v1/reminders/trial', body);

  test('comes at once, and is told as the first of what was sent', async () => {
    const api = open();
    await api.kept.recipients.keepEmail(api.workspace, 'ada@example.org');
    const { status, body } = await tried(api);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ what: 'trial 1', channel: 'email', state: 'sent' }),
    ]);
    expect(api.mailbox.letters).toMatchObject([{ to: 'ada@example.org', workspace: api.workspace }]);
    expect((await api.get('/v1/reminders')).body.sent).toEqual([body]);
  });

  test('that is not taken says why', async () => {
    const api = open();
    await api.kept.recipients.keepEmail(api.workspace, 'ada@example.org');
    api.mailbox.troubles.push({ is: 'refused', detail: 'The address is not verified.' });
    expect((await tried(api)).body).toMatchObject({ state: 'failed', detail: 'The address is not verified.' });
  });

  test('409 says what a channel lacks, and nothing is sent', async () => {
    const api = open();
    const { status, body } = await tried(api);
    expect([status, body.code]).toEqual([409, 'unreachable']);
    expect(body.detail).toMatch(/no e-mail address/);
    expect(body.type).toBe('/v1/docs#unreachable');
    expect((await tried(api, { channel: 'desktop' })).status).toBe(409);
    expect(api.mailbox.letters).toEqual([]);
    expect((await api.get('/v1/reminders')).body.sent).toEqual([]);
  });

  test('409 when the day has had as many as it has', async () => {
    const api = open();
    await api.kept.recipients.keepEmail(api.workspace, 'ada@example.org');
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await tried(api)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 409]);
    expect(api.mailbox.letters).toHaveLength(5);
  });

  test.each([
    [{}, 'channel', 'bad_value'],
    [{ channel: 'fax' }, 'channel', 'bad_value'],
    [{ channel: 'email', to: 'eve@example.org' }, 'to', 'unknown_field'],
  ])('400 to %j', async (sent, field, code) => {
    const { status, body } = await tried(open(), sent);
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ field, code })]]);
  });
});

overBothStores('at home', (open) => {
  test.each([
    ['PUT', '/v1/reminders/email'],
    ['DELETE', '/v1/reminders/email'],
    ['GET', '/v1/unsubscribe/x'],
  ])('there is no %s %s: nobody signs in there', async (method, path) => {
    expect((await open().send(method, path)).status).toBe(404);
  });
});
