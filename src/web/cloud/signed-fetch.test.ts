import { expect, test, vi } from 'vitest';
import { Credentials } from './credentials.ts';
import { ServerClock } from './server-clock.ts';
import { signedFetch } from './signed-fetch.ts';
import { keysOf } from './stand-ins.ts';

const config = { api: 'https://api.example.org/v1', region: 'eu-central-1' };

/** A signing fetch whose requests are answered with the next of `answers`, and `{}` after them. */
function setUp(...answers: readonly Response[]) {
  const left = [...answers];
  const sent: Request[] = [];
  const request = vi.fn(async (asked: RequestInfo | URL) => {
    sent.push(new Request(asked));
    return left.shift() ?? Response.json({});
  });
  const clock = new ServerClock(() => Date.parse('2026-03-01T10:00:00Z'));
  let made = 0;
  const obtain = async () => ({ ...keysOf('guest', clock.now()), sessionToken: `token-${++made}` });
  const credentials = new Credentials({ clock, obtain });
  return { sent, signed: signedFetch({ config, credentials, clock, request }) };
}

const refusal = (code: string, headers: Record<string, string> = {}) =>
  Response.json({ code, detail: 'No.' }, { status: 403, headers });

test('a path of the API goes to its stage, signed for the gateway, with its query and body as they were', async () => {
  const { sent, signed } = setUp();
  await signed('/v1/batch?a=b%20c', {
    method: 'POST',
    body: '{"x":1}',
    headers: { 'Content-Type': 'application/json' },
  });
  const [request] = sent;
  expect(request?.url).toBe('https://api.example.org/v1/batch?a=b%20c');
  expect(await request?.text()).toBe('{"x":1}');
  expect(request?.headers.get('X-Amz-Date')).toBe('20260301T100000Z');
  expect(request?.headers.get('X-Amz-Security-Token')).toBe('token-1');
  expect(request?.headers.get('Authorization')).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AK-guest\/20260301\/eu-central-1\/execute-api\/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/,
  );
});

test('a wrong clock is found out by the refusal, and the request goes again with the right time', async () => {
  const { sent, signed } = setUp(refusal('bad_signature', { Date: 'Sun, 01 Mar 2026 12:00:00 GMT' }));
  expect((await signed('/v1/changes')).status).toBe(200);
  expect(sent.map(({ headers }) => headers.get('X-Amz-Date'))).toEqual(['20260301T100000Z', '20260301T120000Z']);
});

test('where two requests went out at the wrong time, both go again', async () => {
  const wrong = () => refusal('bad_signature', { Date: 'Sun, 01 Mar 2026 12:00:00 GMT' });
  const { sent, signed } = setUp(wrong(), wrong());
  const answers = await Promise.all([signed('/v1/changes'), signed('/v1/account')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(sent).toHaveLength(4);
});

test('a signature that is refused at the right time is not sent again', async () => {
  const { sent, signed } = setUp(refusal('bad_signature', { Date: 'Sun, 01 Mar 2026 10:00:10 GMT' }));
  expect((await signed('/v1/changes')).status).toBe(403);
  expect(sent).toHaveLength(1);
});

test('expired keys in mid-work are renewed, and the request goes again', async () => {
  const { sent, signed } = setUp(refusal('expired_credentials'));
  expect((await signed('/v1/changes')).status).toBe(200);
  expect(sent.map(({ headers }) => headers.get('X-Amz-Security-Token'))).toEqual(['token-1', 'token-2']);
});

test('it never asks without end: the third refusal is the answer, readable as any other', async () => {
  const { sent, signed } = setUp(...Array.from({ length: 5 }, () => refusal('expired_credentials')));
  expect(await (await signed('/v1/changes')).json()).toMatchObject({ code: 'expired_credentials' });
  expect(sent).toHaveLength(3);
});
