import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Edge, startEdge } from './edge.ts';
import { guest, type Person, signedIn } from './person.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());

const ADA = { name: 'Ada Łovelace', email: 'ada@example.org', notes: 'naïve 名前 & <b>' };

describe('a person with credentials', () => {
  test('creates, lists, edits, replaces, removes and restores a contact', async () => {
    const person = await guest(edge);
    const created = await person.send('POST', '/contacts', ADA);
    expect(created.status, created.text).toBe(201);
    const path = `/contacts/${created.body.contact_id}`;
    expect(created.headers.get('Location')).toMatch(new RegExp(`/v1${path}$`));
    expect((await person.send('GET', '/contacts?q=naive%20%C5%82ove')).body).toEqual([created.body]);
    const edited = await person.send('PATCH', path, { phone: '1' }, { 'If-Match': '"1"' });
    expect(edited.body).toMatchObject({ phone: '1', version: 2 });
    expect((await person.send('PATCH', path, { phone: '2' }, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await person.send('PUT', path, { ...ADA, name: 'Ada' })).body).toMatchObject({ name: 'Ada', phone: null });
    expect((await person.send('DELETE', path)).status).toBe(204);
    expect((await person.send('GET', path)).status).toBe(404);
    expect((await person.send('POST', `${path}/restore`)).status).toBe(200);
    expect((await person.send('GET', path)).body).toMatchObject({ name: 'Ada' });
  });

  test('sends a hundred operations at once and reads every change', async () => {
    const person = await guest(edge);
    const operations = Array.from({ length: 100 }, (_, n) => ({
      op: 'create',
      type: 'contacts',
      id: v7(),
      record: { ...ADA, name: `Contact ${n}` },
    }));
    const { body } = await person.send('POST', '/batch', { operations });
    expect(body.results.map(({ status }: { status: number }) => status)).toEqual(operations.map(() => 201));
    expect((await person.send('GET', '/changes')).text).toContain('Contact 99');
  });

  test('follows the links from page to page', async () => {
    const person = await guest(edge);
    for (const name of ['A', 'B', 'C']) await person.send('POST', '/contacts', { ...ADA, name });
    const first = await person.send('GET', '/contacts?limit=2&sort=created');
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.get('Link') ?? '') ?? [];
    const second = await person.send('GET', next.replace(/^.*\/v1\//, '/'));
    expect([...first.body, ...second.body].map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  });
});

test('curl, a signer that is not ours, creates and reads a contact', async () => {
  const { credentials } = await guest(edge);
  const curl = async (path: string, ...more: string[]) => {
    const { stdout } = await promisify(execFile)('curl', [
      ...['--silent', '--aws-sigv4', `aws:amz:${edge.config.region}:execute-api`],
      ...['--user', `${credentials.accessKeyId}:${credentials.secretAccessKey}`],
      ...['--header', `X-Amz-Security-Token: ${credentials.sessionToken}`, ...more, edge.api + path],
    ]);
    return JSON.parse(stdout);
  };
  const json = ['--header', 'Content-Type: application/json', '--data', JSON.stringify(ADA)];
  const created = await curl('/contacts', ...json);
  expect(await curl(`/contacts/${created.contact_id}`)).toEqual(created);
  expect(await curl('/contacts')).toEqual([created]);
});

test('credentials that have expired in mid-work are refused as such, and new ones of the same guest go on', async () => {
  const person = await guest(edge);
  const { body: kept } = await person.send('POST', '/contacts', ADA);
  edge.clock.advance(3_600_000);
  const { status, body, headers } = await person.send('GET', '/contacts');
  expect([status, body.code]).toEqual([403, 'expired_credentials']);
  expect(headers.get('x-amzn-ErrorType')).toBe('ExpiredTokenException');
  expect((await (await guest(edge, person.identity)).send('GET', '/contacts')).body).toEqual([kept]);
});

describe('a page', () => {
  const asked = { Origin: '', 'Access-Control-Request-Method': 'PATCH' };

  test('of the site may read every answer, a refusal included; one of another origin none', async () => {
    const person = await guest(edge);
    for (const [origin, allowed] of [
      [edge.site, edge.site],
      ['https://evil.example', null],
    ] as const) {
      for (const path of ['/contacts', '/contacts/not-an-id']) {
        const { headers } = await person.send('GET', path, undefined, { Origin: origin });
        expect(headers.get('Access-Control-Allow-Origin'), path).toBe(allowed);
      }
      const headers = { ...asked, Origin: origin };
      const preflight = await fetch(`${edge.api}/contacts/1`, { method: 'OPTIONS', headers });
      expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(allowed);
    }
  });

  test('may ask with every method that there is, and asks again after two hours at the earliest', async () => {
    for (const { method, path } of edge.functions.flatMap(({ endpoints }) => endpoints)) {
      const headers = { ...asked, Origin: edge.site };
      const preflight = await fetch(edge.api + path, { method: 'OPTIONS', headers });
      expect(preflight.status, path).toBe(204);
      if (method !== 'OPTIONS') expect(preflight.headers.get('Access-Control-Allow-Methods'), path).toContain(method);
      expect(preflight.headers.get('Access-Control-Max-Age')).toBe('7200');
    }
  });

  test('gets health, the documents and nothing else unsigned', async () => {
    const reads = edge.functions.flatMap(({ caller, endpoints }) => endpoints.map((one) => ({ ...one, caller })));
    for (const { method, path, caller } of reads.filter((one) => one.method !== 'OPTIONS')) {
      const { status, headers } = await fetch(edge.api + path, { method });
      const refusal = headers.get('x-amzn-ErrorType');
      // Of a secret address only who knows it learns anything.
      const open = [path.includes('{token}') ? 404 : 200, null];
      expect([status, refusal], `${method} ${path}`).toEqual(
        caller === 'anyone' ? open : [403, 'MissingAuthenticationTokenException'],
      );
    }
  });
});

test('who signs in keeps what they had as a guest, on every device', async () => {
  const before = await guest(edge);
  const { body } = await before.send('POST', '/contacts', ADA);
  const email = 'keeps@example.org';
  const after = await signedIn(edge, email, before.identity);
  const elsewhere = await signedIn(edge, email);
  expect([after.identity, elsewhere.identity]).toEqual([before.identity, before.identity]);
  expect((await elsewhere.send('GET', '/contacts')).body).toEqual([body]);
});

test('no log line holds an identity id, a token, a key or a word of a record', async () => {
  const person: Person = await signedIn(edge, 'logged@example.org');
  const marker = `marker${crypto.randomUUID()}`;
  await person.send('POST', '/contacts', { ...ADA, name: marker, email: 'x' });
  await person.send('GET', `/contacts?q=${marker}`);
  const { url } = (await person.send('POST', '/calendar-feed')).body;
  const [, token = ''] = /calendar\/([\w-]{43})\.ics$/.exec(url) ?? [];
  expect((await fetch(`${edge.api}/calendar/${token}.ics`)).status).toBe(200);
  expect((await fetch(`${edge.api}/calendar/${token}x.ics`)).status).toBe(404);
  const unsubscribe = await unsubscribeAddress(person);
  expect((await fetch(unsubscribe, { method: 'POST' })).status).toBe(200);
  const lines = edge.logs.map(({ line }) => line).join('\n');
  expect(lines).toContain(person.workspace);
  expect(token).not.toBe('');
  const { accessKeyId, secretAccessKey, sessionToken } = person.credentials;
  for (const secret of [
    token,
    unsubscribe.split('.').at(-1) ?? '',
    person.identity,
    accessKeyId,
    secretAccessKey,
    sessionToken,
    marker,
    'logged@example.org',
  ])
    expect(lines.includes(secret), secret).toBe(false);
});

/** Of the letter that somebody gets who tries whether reminders come. */
async function unsubscribeAddress(person: Person): Promise<string> {
  expect((await person.send('PUT', '/reminders/email')).status).toBe(200);
  expect((await person.send('POST', '/reminders/trial', { channel: 'email' })).body).toMatchObject({ state: 'sent' });
  const headers = edge.mail.taken.at(-1)?.Content.Simple.Headers ?? [];
  const [, address = ''] = /^<(.*)>$/.exec(headers.find(({ Name }) => Name === 'List-Unsubscribe')?.Value ?? '') ?? [];
  return address;
}

test('a process that ended between two requests is not noticed', async () => {
  const person = await guest(edge);
  const { body } = await person.send('POST', '/contacts', ADA);
  await edge.restart();
  expect((await person.send('GET', '/contacts')).body).toEqual([body]);
});
