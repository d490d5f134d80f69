import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { gatewayHeaders } from './gateway-refusal.ts';
import { client, dated, OK, SITE, scene } from './gateway-scene.ts';

describe('API Gateway itself refuses', () => {
  test('what is not signed, what is not there, and a method that no path has', async () => {
    const { gateway } = await scene();
    for (const path of ['/v1/records', '/v1/nothing', '/v1/records/', '/', '/records', '/v1/health/'])
      await expectRefusal(await fetch(gateway.origin + path), 403, 'no_credentials', 'MissingAuthenticationToken');
    const other = await fetch(`${gateway.origin}/v1/health`, { method: 'DELETE' });
    await expectRefusal(other, 403, 'no_credentials', 'MissingAuthenticationToken');
  });

  test('a wrong key, expired credentials, those of nobody and those of a function', async () => {
    const { send, issued, credentials, clock } = await scene();
    const wrong = { ...issued, secretAccessKey: 'wrong' };
    await expectRefusal(await send(wrong, '/records'), 403, 'bad_signature', 'InvalidSignature');
    const unknown = { ...issued, accessKeyId: 'ASIAUNKNOWN' };
    await expectRefusal(await send(unknown, '/records'), 403, 'access_denied', 'UnrecognizedClient');
    const { identity: _, ...role } = issued;
    const ofFunction = credentials.issue({ ...role, of: 'records' });
    await expectRefusal(await send(ofFunction, '/records'), 403, 'access_denied', 'AccessDenied');
    clock.advance(3_600_000);
    await expectRefusal(await send(issued, '/records'), 403, 'expired_credentials', 'ExpiredToken');
  });

  test('the same request sent again after five minutes, and after its credentials have expired', async () => {
    const { issued, clock, gateway } = await scene();
    const { url, headers } = await client(issued).sign(`${gateway.origin}/v1/records`, dated(clock.now()));
    const replay = () => fetch(url, { headers });
    expect((await replay()).status).toBe(200);
    clock.advance(301_000);
    await expectRefusal(await replay(), 403, 'bad_signature', 'InvalidSignature');
    clock.advance(3_600_000);
    await expectRefusal(await replay(), 403, 'expired_credentials', 'ExpiredToken');
  });

  test('an Authorization header that it does not understand, as a default', async () => {
    const { gateway } = await scene();
    const reply = await fetch(`${gateway.origin}/v1/records`, { headers: { Authorization: 'Bearer abc' } });
    await expectRefusal(reply, 403, 'bad_request', 'IncompleteSignature');
  });

  test('over 10 MB, and over the 6 MB that a function can be given', async () => {
    const { send, issued, events } = await scene();
    for (const size of [11, 7]) {
      const reply = await send(issued, '/records', { method: 'POST', body: 'a'.repeat(size * 1024 * 1024) });
      await expectRefusal(reply, 413, 'too_large', 'RequestTooLarge');
    }
    expect(events).toEqual([]);
  });

  test('everything while it is throttled', async () => {
    const { send, issued, gateway } = await scene();
    gateway.isThrottled = true;
    await expectRefusal(await send(issued, '/records'), 429, 'throttled', 'TooManyRequests');
  });

  test('to wait for longer than it may', async () => {
    const { send, issued } = await scene({ integrationMs: 20, invoke: () => new Promise(() => {}) });
    await expectRefusal(await send(issued, '/records'), 504, 'timeout', 'InternalServerError');
  });

  const MALFORMED = [
    undefined,
    'text',
    {},
    { statusCode: '2xx' },
    { statusCode: 200, body: {} },
    { statusCode: 200, headers: { a: {} } },
    { ...OK, cookies: [] },
  ];
  test.each(MALFORMED)('what a function must not answer: %j', async (answer) => {
    const { send, issued } = await scene({ invoke: async () => answer });
    await expectRefusal(await send(issued, '/records'), 502, 'internal', 'InternalServerError');
  });

  test('when a function fails', async () => {
    const { send, issued } = await scene({ invoke: () => Promise.reject(new Error('It exited.')) });
    await expectRefusal(await send(issued, '/records'), 502, 'internal', 'InternalServerError');
  });

  test('with the very headers that Terraform gives', () => {
    const terraform = readFileSync(join(import.meta.dirname, '../../infra/terraform/app/api.tf'), 'utf8');
    const given = [...terraform.matchAll(/"gatewayresponse\.header\.([\w-]+)"\s*=\s*"'(.*)'"/g)];
    const headers = given.map(([, name, value = '']) => [name, value.replace(/^\$\{local\.site_url\}$/, SITE)]);
    expect(Object.fromEntries(headers)).toEqual(gatewayHeaders(SITE));
  });

  const Problem = v.object({ type: v.string(), title: v.string(), detail: v.string(), code: v.string() });

  async function expectRefusal(reply: Response, status: number, code: string, errorType: string) {
    const { headers } = reply;
    const body = v.parse(Problem, await reply.json());
    expect([reply.status, body.code, headers.get('x-amzn-ErrorType')]).toEqual([status, code, `${errorType}Exception`]);
    expect([headers.get('Content-Type'), headers.get('Access-Control-Allow-Origin')]).toEqual([
      'application/problem+json',
      SITE,
    ]);
    expect(body.type).toBe('about:blank');
  }
});
