import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { proxyEvent } from '../../test/events/proxy-event.ts';
import { recordRoutes } from '../routes/all.ts';
import { lambdaHandler } from './lambda.ts';
import { requestOf } from './lambda-event.ts';
import { handler as preflight } from './preflight.ts';

const SITE = 'https://touchbase.example.org';
const ID = '019ab3c1-0000-7000-8000-000000000001';
const IDENTITY_ID = 'eu-central-1:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';

let table: TestTable;

beforeAll(async () => {
  table = await testTable();
  vi.stubEnv('TOUCHBASE_TABLE', table.name);
  vi.stubEnv('TOUCHBASE_ORIGINS', SITE);
  vi.stubEnv('TOUCHBASE_API', 'https://api.example.org/v1');
  vi.stubEnv('TOUCHBASE_USER_POOL', 'eu-central-1_pool');
  vi.stubEnv('TOUCHBASE_WRITES_A_DAY', '1000');
  vi.stubEnv('TOUCHBASE_GUEST_WRITES_A_DAY', '100');
  vi.stubEnv('TOUCHBASE_GUEST_DAYS', '30');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a secret key');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', table.endpoint);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await table.remove();
});

type Asked = Parameters<typeof proxyEvent>[0] & { readonly remainingMs?: number };

/** What the function of a route answers to an event, and what it logs. */
async function invoke(name: string, { remainingMs, ...asked }: Asked) {
  const answer = lambdaHandler(routeOf(name));
  const { result, lines } = await listening(() => answer(proxyEvent(asked), contextOf(remainingMs)));
  const headers = new Headers(Object.entries(result.headers ?? {}).map(([key, value]) => [key, String(value)]));
  return { status: result.statusCode, headers, body: result.body ? JSON.parse(result.body) : undefined, lines };
}

function routeOf(name: string) {
  const route = recordRoutes.find((one) => one.name === name);
  if (!route) throw new Error(`There is no route ${name}.`);
  return route;
}

function contextOf(remainingMs = 29_000) {
  const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => remainingMs };
  return Object.assign(Object.create(null), context);
}

/** What comes of it, and what it writes to the log meanwhile. */
async function listening<Result>(act: () => Promise<Result>) {
  const lines: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  onTestFinished(() => void write.mockRestore());
  const result = await act();
  write.mockRestore();
  return { result, lines };
}

const create = (record: object, more: Partial<Asked> = {}) =>
  invoke('create', { method: 'POST', path: '/v1/contacts', body: JSON.stringify(record), ...more });

describe('the function of a route', () => {
  test('answers a proxy event with the path of its stage, a status, headers and a body', async () => {
    const { status, headers, body } = await create({ name: 'Zoë', email: 'zoe@example.org' });
    expect([status, body.name]).toEqual([201, 'Zoë']);
    expect(headers.get('Location')).toBe(`/v1/contacts/${body.contact_id}`);
    const { body: again } = await invoke('get', { method: 'GET', path: `/v1/contacts/${body.contact_id}` });
    expect(again).toEqual(body);
  });

  test('reads a query of several parameters with characters of any script', async () => {
    await create({ name: 'Łukasz & 李', email: 'l@example.org', company: 'A+B' });
    const query = { q: ['łukasz 李'], company: ['A+B'] };
    const { body } = await invoke('list', { method: 'GET', path: '/v1/contacts', query });
    expect(body).toMatchObject([{ name: 'Łukasz & 李' }]);
  });

  test('one identity sees nothing of another', async () => {
    const { body } = await create({ name: 'Mine', email: 'm@example.org' });
    const identity = { cognitoIdentityId: 'eu-central-1:ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee' };
    const other = await invoke('get', { method: 'GET', path: `/v1/contacts/${body.contact_id}`, identity });
    expect(other.status).toBe(404);
  });

  test('two identities whose requests meet in one process see each their own', async () => {
    const identities = ['1', '2'].map((digit) => ({ cognitoIdentityId: IDENTITY_ID.replaceAll('a', digit) }));
    for (const identity of identities) {
      await create({ name: identity.cognitoIdentityId, email: 'a@example.org' }, { identity });
    }
    const list = lambdaHandler(routeOf('list'));
    const { lines, result } = await listening(() =>
      Promise.all(
        identities.map((identity) => list(proxyEvent({ method: 'GET', path: '/v1/contacts', identity }), contextOf())),
      ),
    );
    expect(result.map(({ body }) => JSON.parse(body).map(({ name }: { name: string }) => name))).toEqual(
      identities.map(({ cognitoIdentityId }) => [cognitoIdentityId]),
    );
    expect(lines).toHaveLength(2);
  });

  test.each([null, ''])('403 where the signature is of no identity (%j)', async (cognitoIdentityId) => {
    const { status, body } = await invoke('list', {
      method: 'GET',
      path: '/v1/contacts',
      identity: { cognitoIdentityId },
    });
    expect([status, body.code]).toEqual([403, 'no_identity']);
  });

  test('503 before its time is up while DynamoDB cannot be reached', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:1');
    onTestFinished(() => void vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', table.endpoint));
    const { status, body } = await invoke('get', { method: 'GET', path: `/v1/contacts/${ID}`, remainingMs: 2100 });
    expect([status, body.code]).toEqual([503, 'busy']);
  });
});

describe('a request', () => {
  test('has its headers, every value of its query, and a body of bytes as they were sent', async () => {
    const event = proxyEvent({ method: 'POST', path: '/v1/batch', query: { a: ['1', '2 & 3'] }, body: 'x' });
    const body = Buffer.from([0x00, 0xff]).toString('base64');
    const multiValueHeaders = { 'If-Match': ['"1"'], 'X-Name': ['李'] };
    const request = requestOf({ ...event, body, isBase64Encoded: true, multiValueHeaders });
    expect(request.url).toMatch(/\/v1\/batch\?a=1&a=2\+%26\+3$/);
    expect([request.headers.get('if-match'), request.headers.get('x-name')]).toEqual(['"1"', '?']);
    expect([...new Uint8Array(await request.arrayBuffer())]).toEqual([0x00, 0xff]);
  });
});

describe('a guest', () => {
  test('writes as much as the day allows, and is told when to come back', async () => {
    const identity = { cognitoIdentityId: 'eu-central-1:99999999-bbbb-cccc-dddd-eeeeeeeeeeee' };
    const operations = Array.from({ length: 99 }, () => ({ op: 'remove', type: 'contacts', id: ID }));
    const batch = { method: 'POST', path: '/v1/batch', body: JSON.stringify({ operations }), identity };
    expect((await invoke('batch', batch)).status).toBe(200);
    const { status, headers } = await invoke('batch', batch);
    expect([status, Number(headers.get('Retry-After'))]).toEqual([429, expect.any(Number)]);
    const read = await invoke('list', { method: 'GET', path: '/v1/contacts', identity });
    expect(read.status).toBe(200);
  });
});

describe('an answer may be read', () => {
  test.each([
    ['what was asked for', ID, {}, 404],
    ['a refusal', 'no-id', {}, 400],
    ['a refusal of nobody', ID, { cognitoIdentityId: null }, 403],
  ])('by a page of the site and by no other: %s', async (_, id, identity, status) => {
    const ask = (origin: string) =>
      invoke('get', { method: 'GET', path: `/v1/contacts/${id}`, headers: { origin }, identity });
    const ours = await ask(SITE);
    expect([ours.status, ours.headers.get('Access-Control-Allow-Origin')]).toEqual([status, SITE]);
    expect(ours.headers.get('Access-Control-Expose-Headers')).toContain('ETag');
    const theirs = await ask('https://evil.example.org');
    expect(theirs.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect([ours, theirs].map(({ headers }) => headers.get('Vary'))).toEqual(['Origin', 'Origin']);
  });

  test('the preflight allows what the site sends for two hours, and nothing to others', async () => {
    const ask = (origin: string) =>
      preflight(proxyEvent({ method: 'OPTIONS', path: '/v1/contacts', headers: { origin } }));
    const { statusCode, headers } = await ask(SITE);
    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({ 'Access-Control-Allow-Origin': SITE, 'Access-Control-Max-Age': '7200' });
    expect((await ask('https://evil.example.org')).headers).toEqual({ Vary: 'Origin' });
  });
});

describe('the log', () => {
  test('has one line a request, which is its metrics too', async () => {
    const { lines } = await create({ name: 'A', email: 'a@example.org' });
    expect(lines).toHaveLength(1);
    const workspace = createHash('sha256').update(IDENTITY_ID).digest('base64url');
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({
      requestId: 'request-1',
      route: 'create',
      status: 201,
      workspace,
      isGuest: true,
      Faults: 0,
    });
    expect(line.CapacityUnits).toBeGreaterThan(0);
    const [metrics] = line._aws.CloudWatchMetrics;
    for (const { Name } of metrics.Metrics) expect(line[Name]).toBeTypeOf('number');
    expect(metrics.Metrics.length).toBeLessThanOrEqual(10);
  });

  test('names a fault and where it came from, and quotes nobody', async () => {
    vi.stubEnv('TOUCHBASE_TABLE', 'no-such-table');
    onTestFinished(() => void vi.stubEnv('TOUCHBASE_TABLE', table.name));
    const { lines, status } = await create(
      { name: 'Top Secret', email: 'secret@example.org' },
      {
        headers: { Authorization: 'Credential=secret', 'X-Amz-Security-Token': 'secret' },
        query: { secret: ['secret'] },
      },
    );
    expect(status).toBe(400);
    const fault = await create({ name: 'Top Secret', email: 'secret@example.org' });
    expect(fault.lines.map((line) => JSON.parse(line).level)).toEqual(['ERROR', 'ERROR']);
    expect(fault.lines[0]).toContain('ResourceNotFoundException');
    for (const line of [...lines, ...fault.lines]) {
      expect(line.toLowerCase()).not.toContain('secret');
      expect(line).not.toContain('aaaaaaaa-bbbb');
    }
  });
});
