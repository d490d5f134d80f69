import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOUNS } from '../../src/domain/nouns.ts';
import { cloudRoutes } from '../../src/routes/all.ts';
import { type Edge, startEdge } from './edge.ts';
import { guest, type Person, type Reply, signedIn } from './person.ts';
import { type Probe, probesOf } from './tenancy-probes.ts';
import { sampleOf } from './tenancy-sample.ts';
import { type Handles, nobody, someoneElse, type Target, withoutHandles } from './tenancy-target.ts';

let edge: Edge;
let other: Target;
beforeAll(async () => {
  edge = await startEdge({ guestWritesADay: 1_000_000, writesADay: 1_000_000 });
  other = await someoneElse(edge);
});
afterAll(() => edge.stop());

const endpoints = cloudRoutes.flatMap((route) => route.endpoints(NOUNS).map((endpoint) => ({ ...endpoint, route })));
const signed = endpoints.filter(({ route }) => route.caller === 'identity');

test('every endpoint that is deployed is tried', () => {
  const tried = endpoints.map(({ method, path }) => `${method} ${path.replace('/v1', '')}`);
  const deployed = edge.functions.flatMap((one) => one.endpoints.map(({ method, path }) => `${method} ${path}`));
  expect(deployed.filter((name) => !name.startsWith('OPTIONS ')).sort()).toEqual(tried.sort());
});

test('what is looked for is there: its owner sees it', async () => {
  const { person, handles } = other;
  const [noun] = NOUNS;
  expect((await person.send('GET', `/${noun?.type}/${handles.id}`)).text).toContain(handles.marker);
  expect((await person.send('GET', '/account')).text).toContain(handles.marker);
  const { body } = await person.send('GET', '/reminders');
  expect(body).toMatchObject({ email: handles.email, devices: [{ name: handles.marker }], sent: [{ state: 'sent' }] });
  expect((await other.items()).length).toBeGreaterThan(5);
});

describe('nobody sees, changes or infers anything of somebody else by', () => {
  test.each(signed)('$method $path', async (endpoint) => {
    const before = await other.items();
    const absent = nobody(other.handles);
    const [someone, alike] = [await newcomer(), await newcomer()];
    const [attempts, controls] = [probesOf(endpoint, other.handles), probesOf(endpoint, absent)];
    let sent = '';
    for (const [at, attempt] of attempts.entries()) {
      const control = controls[at];
      if (!control) throw new Error('An attempt has no control.');
      const [reply, expected] = await Promise.all([ask(someone, attempt), ask(alike, control)]);
      expect(comparable(reply, other.handles), JSON.stringify(attempt)).toEqual(comparable(expected, absent));
      sent += JSON.stringify(attempt).toLowerCase();
      judgeText(sent, reply);
    }
    expect(await other.items()).toEqual(before);
  });

  test.each(signed)('$method $path with the key of one and the token of the other', async ({ method, path }) => {
    const { credentials } = other.person;
    const someone = await guest(edge);
    const mixed = { ...someone.credentials, sessionToken: credentials.sessionToken };
    const { status, headers } = await someone.send(method, path.replace('/v1', ''), undefined, {}, mixed);
    expect([status, headers.get('x-amzn-ErrorType')]).toEqual([403, 'UnrecognizedClientException']);
  });

  const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
  test('any other method of any path, which API Gateway refuses', async () => {
    const someone = await guest(edge);
    for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
      const known = endpoints.filter((endpoint) => endpoint.path === path).map(({ method }) => String(method));
      for (const method of METHODS.filter((one) => !known.includes(one))) {
        const { status, text } = await someone.send(method, path.replace('/v1', '').replace('{id}', other.handles.id));
        expect([status, text.includes(other.handles.marker)], `${method} ${path}`).toEqual([403, false]);
      }
    }
  });

  test('any endpoint that asks for an identity, unsigned', async () => {
    for (const { method, path } of signed) {
      const response = await fetch(edge.api + path.replace('/v1', '').replace('{id}', other.handles.id), { method });
      expect(response.status, `${method} ${path}`).toBe(403);
      expect(response.headers.get('x-amzn-ErrorType')).toBe('MissingAuthenticationTokenException');
    }
  });
});

describe('a claim', () => {
  test('by the same address proves nothing while nobody has shown that mail reaches them', async () => {
    const before = await other.items();
    const someone = await signedIn(edge, 'impostor@example.org');
    const user = edge.users.byEmail('impostor@example.org');
    if (!user) throw new Error('Nobody signed up.');
    for (const isEmailVerified of [false, true]) {
      Object.assign(user, { email: other.handles.email, isEmailVerified });
      const { status, body } = await someone.send('POST', '/claims', { proof: 'email' });
      expect([status, body.code], `verified: ${isEmailVerified}`).toEqual([404, 'bad_claim']);
    }
    expect(await other.items()).toEqual(before);
    edge.users.remove(user.subject);
  });

  test('that one account has begun to redeem is closed to every other, which gets no record of it', async () => {
    const [owner, first, second] = [await newcomer(), await guest(edge), await guest(edge)];
    const { ticket } = (await owner.send('POST', '/claims', { proof: 'identity' })).body;
    expect((await first.send('POST', '/claims/redeem', { ticket })).body).toEqual({
      moved: NOUNS.length,
      more: expect.anything(),
    });
    const { status, body } = await second.send('POST', '/claims/redeem', { ticket });
    expect([status, body.code]).toEqual([409, 'claimed']);
    expect((await second.send('GET', '/contacts')).body).toEqual([]);
  });
});

/** Somebody with one record of every noun. */
async function newcomer(): Promise<Person> {
  const person = await guest(edge);
  for (const noun of NOUNS) await person.send('POST', `/${noun.type}`, sampleOf(noun, 'own'));
  return person;
}

function ask(person: Person, { method, path, body, headers }: Probe): Promise<Reply> {
  // Compressed, one id takes other room than another.
  return person.send(method, path, body, { 'Accept-Encoding': 'identity', ...headers });
}

/** Nothing comes back that was not sent, now or before. */
function judgeText(sent: string, { text, headers }: Reply): void {
  const came = `${text} ${JSON.stringify([...headers])}`;
  for (const [name, secret] of Object.entries(other.handles))
    expect(came.includes(secret) && !sent.includes(secret.toLowerCase()), name).toBe(false);
}

/** All of an answer but what differs each time that anybody asks. */
function comparable({ status, text, headers }: Reply, handles: Handles): unknown {
  const kept = [...headers].filter(([name]) => !/^(date|x-amzn-requestid|x-amz-apigw-id|x-amzn-trace-id)$/.test(name));
  return withoutHandles(JSON.stringify([status, kept, text]), handles)
    .replace(/cursor=[\w%-]+/g, 'cursor=<cursor>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<instant>')
    .replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, '<uuid>')
    .replace(/calendar\/[\w-]{43}\.ics/g, 'calendar/<token>.ics')
    .replace(/(ticket|recovery_code|cursor)\\":\\"[^"]+/g, '$1":"<secret>');
}
