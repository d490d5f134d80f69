import { describe, expect, test } from 'vitest';
import { Api } from '../../test/api.ts';
import { NOUNS } from '../domain/nouns.ts';
import { OverQuota } from '../store/quota.ts';
import { openSqlite } from '../store/sqlite.ts';
import { type Store, StoreBusy } from '../store/store.ts';
import { Refusal } from './problem.ts';

function open(options?: ConstructorParameters<typeof Api>[1]): Api {
  return new Api(openSqlite({ file: ':memory:', nouns: NOUNS, now: () => new Date() }), options);
}

/** A store that fails in every call. */
function failing(error: Error): Store {
  const fail = () => Promise.reject(error);
  return { get: fail, put: fail, list: fail, changes: fail, close: async () => undefined };
}

describe('the app', () => {
  test('404 as problem details for an address that is none', async () => {
    const { status, body, headers } = await open().get('/v1/people');
    expect(status).toBe(404);
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    expect(body).toMatchObject({ status: 404, code: 'not_found', type: '/v1/docs#not_found' });
  });

  test.each([
    ['DELETE', '/v1/contacts', 'OPTIONS, GET, HEAD, POST'],
    ['POST', '/v1/contacts/01a202b0-fd96-7467-bc97-4ce076239447', 'OPTIONS, GET, HEAD, PUT, PATCH, DELETE'],
    ['PUT', '/v1/changes', 'OPTIONS, GET, HEAD'],
  ])('405 with Allow for %s %s', async (method, path, allow) => {
    const { status, headers, body } = await open().send(method, path);
    expect([status, headers.get('Allow'), body.code]).toEqual([405, allow, 'method_not_allowed']);
  });

  test('OPTIONS tells the methods, HEAD answers as GET without a body', async () => {
    const api = open();
    const options = await api.send('OPTIONS', '/v1/contacts');
    expect([options.status, options.headers.get('Allow')]).toEqual([204, 'OPTIONS, GET, HEAD, POST']);
    const head = await api.send('HEAD', '/v1/health');
    expect([head.status, head.text]).toEqual([200, '']);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])('415 for a body of type “%s”', async (type) => {
    const { status, body } = await open().send('POST', '/v1/contacts', '{}', { 'Content-Type': type });
    expect([status, body.code]).toEqual([415, 'unsupported_media_type']);
  });

  test.each(['{"name":', '', '[]', 'null', '"text"', '{"name":"a"}}'])('400 for the body %s', async (json) => {
    const { status, body } = await open().send('POST', '/v1/contacts', json);
    expect([status, body.code]).toEqual([400, 'malformed_json']);
  });

  test.each([
    ['bytes that are not UTF-8', 'application/json', 400, [0x22, 0xff, 0xfe, 0x22]],
    ['another charset', 'application/json; charset=iso-8859-1', 415, [0x7b, 0x7d]],
  ])('refuses %s rather than keep other characters than were meant', async (_, type, expected, bytes) => {
    const response = await open().app.request('/v1/contacts', {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: new Uint8Array([...Buffer.from('{"name":'), ...bytes, ...Buffer.from(',"email":"a@example.org"}')]),
    });
    expect(response.status).toBe(expected);
  });

  test('takes a charset that says UTF-8, and no compressed body', async () => {
    const person = { name: 'Zoë', email: 'zoe@example.org' };
    const api = open();
    const utf8 = await api.send('POST', '/v1/contacts', person, {
      'Content-Type': 'application/json; charset="UTF-8"',
    });
    expect([utf8.status, utf8.body.name]).toEqual([201, 'Zoë']);
    expect((await api.send('POST', '/v1/contacts', person, { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  test('413 over 1 MB, whether its length is told or not', async () => {
    const api = open();
    const large = JSON.stringify({ name: 'A', email: 'a@example.org', notes: 'n'.repeat(1_048_576) });
    const { status, body } = await api.send('POST', '/v1/contacts', large);
    expect([status, body.code]).toEqual([413, 'too_large']);
    const told = await api.send('POST', '/v1/contacts', large, { 'Content-Length': String(large.length) });
    expect(told.status).toBe(413);
  });

  test('400 for a query parameter of an address that takes none', async () => {
    const { status, body } = await open().get('/v1/health?x=1');
    expect([status, body.errors[0].field]).toEqual([400, 'x']);
  });

  test('503 with Retry-After while the store is busy', async () => {
    const api = new Api(failing(new StoreBusy('The disk is full.')));
    const { status, body, headers } = await api.get('/v1/contacts');
    expect([status, body.code, headers.get('Retry-After')]).toEqual([503, 'busy', '1']);
    expect(body.detail).toContain('The disk is full.');
  });

  test('429 says when to come back, and nothing is written', async () => {
    const api = open({ beforeWrite: () => Promise.reject(new OverQuota(3600)) });
    const { status, body, headers } = await api.send('POST', '/v1/contacts', { name: 'A', email: 'a@example.org' });
    expect([status, body.code, body.retry_after]).toEqual([429, 'quota_exceeded', 3600]);
    expect(headers.get('Retry-After')).toBe('3600');
    expect((await api.get('/v1/contacts')).body).toEqual([]);
  });

  test('a quota is asked for each write of a request, and for no read', async () => {
    const asked: number[] = [];
    const api = open({ beforeWrite: async (_, writes) => void asked.push(writes) });
    const { contact_id } = await api.contact();
    await api.get(`/v1/contacts/${contact_id}`);
    const operations = Array.from({ length: 7 }, () => ({ op: 'edit', type: 'contacts', id: contact_id, record: {} }));
    await api.send('POST', '/v1/batch', { operations });
    expect(asked).toEqual([1, 7]);
  });

  test('who is nobody reads only what anyone may', async () => {
    const callerOf = () => {
      throw new Refusal({ code: 'no_identity', detail: 'Sign the request.' });
    };
    const api = open({ callerOf });
    expect((await api.get('/v1/contacts')).status).toBe(403);
    expect((await api.get('/v1/health')).status).toBe(200);
  });

  test('500 tells the caller nothing of the fault, and the operator everything', async () => {
    const fault = new Error('secret: connection string');
    const api = new Api(failing(fault));
    const { status, text } = await api.get('/v1/contacts');
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
    expect(api.faults).toEqual([fault]);
  });
});
