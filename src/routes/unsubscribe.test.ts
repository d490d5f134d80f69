import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Cloud } from '../../test/account-api.ts';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { UNSUBSCRIBE_SECRET } from '../../test/reminding.ts';
import { unsubscribeToken } from '../delivery/unsubscribe-token.ts';
import { StoreBusy } from '../store/store.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

const ADA = { email: 'ada@example.org', isEmailVerified: true };

/** Somebody to whom mail goes, and the address that ends it: as it stands in a letter that they got. */
async function scene() {
  const cloud = new Cloud(table);
  const ada = cloud.signedIn(ADA);
  await cloud.send(ada, 'PUT', '/v1/reminders/email');
  await cloud.send(ada, 'POST', '/v1/reminders/trial', { channel: 'email' });
  const { pathname } = new URL(cloud.mailbox.letters[0]?.unsubscribe ?? '');
  const paused = async () => (await cloud.send(ada, 'GET', '/v1/reminders')).body.email_paused;
  return { cloud, ada, path: pathname, paused };
}

const ONE_CLICK = {
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: 'List-Unsubscribe=One-Click',
};

test('who follows the link is asked, and nothing has ended: programs follow links, too', async () => {
  const { cloud, path, paused } = await scene();
  const { status, headers, text } = await cloud.read(path);
  expect([status, headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(text).toMatch(/<form method="post"><button>/);
  await cloud.read(path, { method: 'HEAD' });
  expect(await paused()).toBeNull();
});

test.each<[string, RequestInit]>([
  ['one click in a mail program (RFC 8058)', ONE_CLICK],
  ['the button of the page, which sends nothing', { method: 'POST', headers: ONE_CLICK.headers, body: '' }],
  ['a body of no type', { method: 'POST' }],
  ['a form in parts', { method: 'POST', body: formInParts() }],
])('mails end by %s', async (_, init) => {
  const { cloud, path, paused } = await scene();
  const { status, text } = await cloud.read(path, init);
  expect([status, /<form/.test(text)]).toEqual([200, false]);
  expect(await paused()).toEqual({ reason: 'unsubscribed', at: expect.any(String) });
});

function formInParts(): FormData {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
}

test('ended twice it says the same, and since when does not change', async () => {
  const { cloud, path, paused } = await scene();
  const first = await cloud.read(path, ONE_CLICK);
  const since = await paused();
  cloud.advance({ hours: 1 });
  const second = await cloud.read(path, ONE_CLICK);
  expect([second.status, second.text]).toEqual([first.status, first.text]);
  expect(await paused()).toEqual(since);
});

test('the page says no address', async () => {
  const { cloud, path } = await scene();
  for (const init of [{}, ONE_CLICK]) {
    const { text, headers } = await cloud.read(path, init);
    expect(text + JSON.stringify([...headers])).not.toContain('ada');
  }
});

test('404 for who gets no mail by this link any more: their records went on to another account', async () => {
  const { cloud } = await scene();
  const path = `/v1/unsubscribe/${await unsubscribeToken(UNSUBSCRIBE_SECRET, 'gone')}`;
  const { status, text } = await cloud.read(path, ONE_CLICK);
  expect(status).toBe(404);
  expect(text).toContain('This link ends no mails');
});

test('ended by the link, no letter goes, until the person asks for mail anew', async () => {
  const { cloud, ada, path } = await scene();
  await cloud.read(path, ONE_CLICK);
  const trial = () => cloud.send(ada, 'POST', '/v1/reminders/trial', { channel: 'email' });
  expect([(await trial()).status, cloud.mailbox.letters.length]).toEqual([409, 1]);
  await cloud.send(ada, 'PUT', '/v1/reminders/email');
  expect([(await trial()).status, cloud.mailbox.letters.length]).toEqual([200, 2]);
});

test('404 for a token that is none says where else mails end, and ends nothing', async () => {
  const { cloud, path, paused } = await scene();
  const token = path.split('/').at(-1) ?? '';
  const [workspace = '', proof = ''] = token.split('.');
  const other = await unsubscribeToken('an older secret', workspace);
  const wrong = [
    `${token}A`,
    token.slice(0, -3),
    workspace,
    `.${proof}`,
    `other.${proof}`,
    other,
    '%00',
    'a'.repeat(5000),
  ];
  for (const one of wrong) {
    for (const init of [{}, ONE_CLICK]) {
      const { status, text } = await cloud.read(`/v1/unsubscribe/${one}`, init);
      expect([status, /settings/.test(text), text.includes(workspace)], one).toEqual([404, true, false]);
    }
  }
  expect(await paused()).toBeNull();
});

test('503 as a page, while the records cannot be reached', async () => {
  const { path } = await scene();
  const call = () => Promise.reject(new StoreBusy());
  const client = { ...table.client, call };
  const { status, headers, text } = await new Cloud(table, { client }).read(path, ONE_CLICK);
  expect([status, headers.get('Retry-After')]).toEqual([503, '60']);
  expect(text).toMatch(/nothing was changed/);
});

test('the page runs no script, fetches nothing, and lets its form go to itself alone', async () => {
  const { cloud, path } = await scene();
  const { headers, text } = await cloud.read(path);
  const [, style = ''] = /<style>([^<]*)<\/style>/.exec(text) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers.get('Content-Security-Policy')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  );
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(text).not.toMatch(/<script|<link|<img|src=|style="|@import|url\(|ada/);
});

test('whoever ends mails spends no writes of anybody', async () => {
  const { cloud, path } = await scene();
  for (let n = 0; n < 600; n++) await cloud.read(path, n % 2 ? ONE_CLICK : {});
  expect((await cloud.read(path, ONE_CLICK)).status).toBe(200);
});
