import { AwsClient } from 'aws4fetch';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClock } from './clock.ts';
import { credentialsIssuer } from './credentials.ts';
import { type Edge, startEdge } from './edge.ts';
import { builtCloud, type CloudFunction } from './functions.ts';
import { guest, signedIn } from './person.ts';
import { serve } from './server.ts';
import { startTable } from './table.ts';
import { tableService } from './table-service.ts';
import { REGION } from './user-pool.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());

describe('the site', () => {
  const get = (path: string) => fetch(edge.site + path);

  test('is one page for every view, and a file that is missing is missing', async () => {
    const page = await (await get('/')).text();
    for (const view of ['/contacts', '/board', '/contacts/some-id']) expect(await (await get(view)).text()).toBe(page);
    expect((await get('/missing.js')).status).toBe(404);
    expect((await get('/assets/missing.js')).status).toBe(404);
    expect((await get('/%2e%2e/%2e%2e/package.json')).status).toBe(404);
    expect((await get('/..%2f..%2fpackage.json')).status).toBe(404);
  });

  test('keeps files whose names say what is in them for ever, and the page not at all', async () => {
    const [, asset = ''] = /(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text()) ?? [];
    const { headers } = await get(asset);
    expect(headers.get('Cache-Control')).toContain('immutable');
    expect(headers.get('Content-Type')).toContain('text/javascript');
    expect((await get('/')).headers.get('Cache-Control')).toBe('no-cache');
  });

  test('says where everything is, and lets the page ask there and nowhere else', async () => {
    expect(await (await get('/config.json')).json()).toEqual(edge.config);
    const policy = (await get('/')).headers.get('Content-Security-Policy') ?? '';
    const connect = policy.split('; ').find((directive) => directive.startsWith('connect-src'));
    const { api, identity, login } = edge.config;
    const origins = [api, identity.endpoint, login.users, login.domain].map((url) => new URL(url).origin);
    expect(connect?.split(' ').sort()).toEqual(['connect-src', "'self'", ...origins].sort());
  });
});

describe('a deployment', () => {
  test('that is built anew over the old table gives people new identities, and their records by a claim', async () => {
    const email = 'rebuilt@example.org';
    const before = await signedIn(edge, email);
    await before.send('PUT', `/account/devices/${crypto.randomUUID()}`, { name: 'One' });
    const { body: kept } = await before.send('POST', '/contacts', { name: 'Ada', email: 'ada@example.org' });
    const rebuilt = await startEdge({ table: edge.table });
    const after = await signedIn(rebuilt, email);
    const visit = await after.send('PUT', `/account/devices/${crypto.randomUUID()}`, { name: 'One' });
    expect(visit.body).toMatchObject({ guest: false, earlier: true });
    const { ticket } = (await after.send('POST', '/claims', { proof: 'email' })).body;
    expect((await after.send('POST', '/claims/redeem', { ticket })).body.moved).toBe(1);
    const found = (await after.send('GET', '/contacts')).body;
    expect(found).toMatchObject([{ contact_id: kept.contact_id, name: 'Ada' }]);
    await rebuilt.stop();
  });

  test('forgets a guest who has not been there for thirty days, and keeps one who has', async () => {
    const [gone, kept] = [await guest(edge), await guest(edge)];
    for (const person of [gone, kept]) await person.send('POST', '/contacts', { name: 'A', email: 'a@example.org' });
    edge.clock.advance(20 * 86_400_000);
    const back = await guest(edge, kept.identity);
    await back.send('PUT', `/account/devices/${crypto.randomUUID()}`, { name: 'One' });
    edge.clock.advance(12 * 86_400_000);
    await edge.run('sweep');
    const records = await Promise.all([gone, kept].map(({ workspace }) => edge.table.partition(`W#${workspace}`)));
    const contacts = records.map((items) => items.filter((item) => JSON.stringify(item).includes('contacts#')).length);
    expect(contacts).toEqual([0, 1]);
  });

  test('lets a guest write no more than a day’s share', async () => {
    const small = await startEdge({ guestWritesADay: 2 });
    const person = await guest(small);
    const write = () => person.send('POST', '/contacts', { name: 'A', email: 'a@example.org' });
    expect([(await write()).status, (await write()).status]).toEqual([201, 201]);
    const { status, body, headers } = await write();
    expect([status, body.code]).toEqual([429, 'quota_exceeded']);
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
    small.clock.advance(86_400_000);
    const next = await guest(small, person.identity);
    expect((await next.send('POST', '/contacts', { name: 'A', email: 'a@example.org' })).status).toBe(201);
    await small.stop();
  });
});

test('a function may do with the table what its access says, by its own credentials, and nothing more', async () => {
  const { functions } = builtCloud();
  const [clock, credentials, table] = [startClock(), credentialsIssuer(), await startTable()];
  const server = await serve(clock, tableService({ clock, table, functions, find: credentials.find }));
  const rights = async ({ name }: Pick<CloudFunction, 'name'>) => {
    const { accessKeyId, secretAccessKey, sessionToken } = credentials.issue({
      role: name,
      of: name,
      expiresAt: Infinity,
    });
    const key = { accessKeyId, secretAccessKey, sessionToken, region: REGION, service: 'dynamodb', retries: 0 };
    const aws = new AwsClient(key);
    const may = async (operation: string) => {
      const headers = {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': `DynamoDB_20120810.${operation}`,
      };
      const answer = await (await aws.fetch(server.origin, { method: 'POST', headers, body: '{}' })).json();
      return !v.parse(v.object({ __type: v.string() }), answer).__type.includes('AccessDenied');
    };
    return Promise.all(['Query', 'PutItem', 'Scan', 'DeleteTable'].map(may));
  };
  const wanted = {
    none: [false, false, false, false],
    read: [true, false, false, false],
    write: [true, true, false, false],
  };
  for (const one of functions) expect(await rights(one), one.name).toEqual(wanted[one.access]);
  await server.stop();
  table.stop();
});
