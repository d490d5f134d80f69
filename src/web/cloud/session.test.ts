import { expect, test, vi } from 'vitest';
import type { TemporaryKeys } from './identity.ts';
import { Kept } from './kept.ts';
import { Login } from './login.ts';
import { ServerClock } from './server-clock.ts';
import { Session } from './session.ts';
import { keysOf, storage } from './stand-ins.ts';
import { ServiceRefused, SignInNeeded } from './trouble.ts';

const config = {
  region: 'eu-central-1',
  api: 'https://api.example.org/v1',
  guests: true,
  identity: { endpoint: 'https://identity.example.org/', pool: 'pool' },
  login: {
    issuer: 'https://issuer.example.org/p',
    client: 'c',
    domain: 'https://login.example.org',
    users: 'https://u.example.org/',
  },
};
const tokens = { id: 'jwt', access: 'at', refresh: 'rt', expiresAt: Number.MAX_SAFE_INTEGER, email: 'ann@example.org' };

/** A session, what it asked for in order, and how each request to the API is answered. */
function setUp({
  guest,
  answer = () => Response.json({ ticket: 't' }, { status: 201 }),
}: {
  guest?: string;
  answer?: () => Response;
}) {
  const browser = storage(guest ? { 'touchbase.guest': guest } : {});
  const kept = new Kept(browser, storage());
  const clock = new ServerClock(() => 0);
  const asked: string[] = [];
  const keys = vi.fn((identity: string): TemporaryKeys => keysOf(identity));
  const identity = {
    idFor: async (logins?: object) => {
      asked.push(logins ? 'id of the login' : 'new id');
      return logins ? 'before' : 'new';
    },
    keysOf: async (id: string, logins?: object) => {
      asked.push(`keys of ${id}${logins ? ' with the login' : ''}`);
      return keys(id);
    },
  };
  const request = vi.fn(async (sent: RequestInfo | URL) => {
    const { method, url } = new Request(sent);
    asked.push(`${method} ${new URL(url).pathname}`);
    return answer();
  });
  const login = new Login({
    ...{ config: config.login, site: 'https://site.example.org/', kept, clock, request, leaveFor: vi.fn() },
  });
  vi.spyOn(login, 'tokens').mockResolvedValue(tokens);
  const alone = <T>(work: () => Promise<T>) => work();
  const session = new Session({ config, identity, login, kept, clock, request, alone });
  return { session, kept, asked, keys, login, browser };
}

test('who comes first becomes a guest, and is the same guest the next time', async () => {
  const { session, asked, kept } = setUp({});
  await session.request('/v1/changes');
  expect(asked).toEqual(['new id', 'keys of new', 'GET /v1/changes']);
  expect(kept.guest).toBe('new');
  const later = setUp({ guest: 'new' });
  await later.session.request('/v1/changes');
  expect(later.asked[0]).toBe('keys of new');
});

test('a guest that the pool does not know any more begins anew, and is told', async () => {
  const { session, keys, kept } = setUp({ guest: 'old' });
  keys.mockImplementationOnce(() => {
    throw new ServiceRefused('ResourceNotFoundException', 'No.');
  });
  await session.request('/v1/changes');
  expect([kept.guest, session.isNewInstead.value]).toEqual(['new', true]);
});

test('a guest who may not be one any more must sign in, and asks no more before', async () => {
  const { session, keys, asked, kept } = setUp({ guest: 'old' });
  keys.mockImplementation(() => {
    throw new ServiceRefused('NotAuthorizedException', 'No.');
  });
  await expect(session.request('/v1/changes')).rejects.toThrow(SignInNeeded);
  await expect(session.request('/v1/changes')).rejects.toThrow(SignInNeeded);
  expect(asked).toEqual(['keys of old']);
  expect([kept.guest, session.isShut.value]).toEqual(['old', true]);
});

test('a person whose login was ended elsewhere must sign in again', async () => {
  const { session, keys } = setUp({});
  await session.arrive();
  session.close();
  session.isShut.value = false;
  keys.mockImplementation(() => {
    throw new ServiceRefused('NotAuthorizedException', 'Token is revoked.');
  });
  await expect(session.request('/v1/changes')).rejects.toThrow(SignInNeeded);
  expect([session.isShut.value, session.isGuest.value]).toEqual([true, false]);
});

test('a guest who signs up keeps the identity, and the ticket is thrown away', async () => {
  const { session, asked, kept, browser } = setUp({ guest: 'guest' });
  await session.arrive();
  expect(asked).toEqual(['keys of guest', 'POST /v1/claims', 'keys of guest with the login']);
  expect([...browser.kept.keys()]).toEqual(['touchbase.signed-in']);
  expect([session.isGuest.value, await session.identify(), session.email.value]).toEqual([
    false,
    'guest',
    'ann@example.org',
  ]);
  expect(kept.keys?.identity).toBe('guest');
});

test('the right to the records is kept before a guest is merged away', async () => {
  const { session, keys, kept } = setUp({ guest: 'guest' });
  keys.mockImplementation((identity) => {
    if (kept.ticket !== null) return keysOf('before');
    return keysOf(identity);
  });
  await session.arrive();
  expect([kept.ticket, await session.identify(), kept.guest]).toEqual(['t', 'before', null]);
});

test('without that right nothing is linked: the guest stays a guest', async () => {
  const { session, asked, kept } = setUp({ guest: 'guest', answer: () => new Response('', { status: 503 }) });
  await expect(session.arrive()).rejects.toThrow();
  expect(asked).not.toContain('keys of guest with the login');
  expect([kept.guest, kept.isSignedIn, session.isGuest.value]).toEqual(['guest', false, true]);
});

test('a guest that was merged away before the page was loaded again goes on with the ticket of then', async () => {
  const { session, keys, kept } = setUp({ guest: 'guest' });
  kept.ticket = 'of then';
  keys.mockImplementation((identity) => {
    if (identity === 'guest') throw new ServiceRefused('ResourceNotFoundException', 'No.');
    return keysOf(identity);
  });
  await session.arrive();
  expect([kept.ticket, await session.identify()]).toEqual(['of then', 'before']);
});
