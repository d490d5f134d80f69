import { expect, test, vi } from 'vitest';
import { link } from './link.ts';
import { keysOf } from './stand-ins.ts';
import { ServiceRefused } from './trouble.ts';

const logins = { issuer: 'jwt' };
const refused = (code: string) => new ServiceRefused(code, 'No.');

function serviceWith(keys: (identity: string) => ReturnType<typeof keysOf>) {
  const service = { idFor: vi.fn(async () => 'before'), keysOf: vi.fn(async (identity: string) => keys(identity)) };
  return service;
}

test('a guest who signs up keeps the identity', async () => {
  const service = serviceWith(keysOf);
  expect(await link(service, 'guest', logins)).toMatchObject({ isSame: true, keys: { identity: 'guest' } });
  expect(service.idFor).not.toHaveBeenCalled();
});

test('where the pool answers with the identity of before, that is the person’s', async () => {
  const service = serviceWith(() => keysOf('before'));
  expect(await link(service, 'guest', logins)).toMatchObject({ isSame: false, keys: { identity: 'before' } });
});

test.each(['ResourceConflictException', 'ResourceNotFoundException', 'NotAuthorizedException'])(
  'where the pool refuses the guest by %s, the login’s own identity is asked for',
  async (code) => {
    const service = serviceWith((identity) => {
      if (identity === 'guest') throw refused(code);
      return keysOf(identity);
    });
    expect(await link(service, 'guest', logins)).toMatchObject({ isSame: false, keys: { identity: 'before' } });
    expect(service.idFor).toHaveBeenCalledExactlyOnceWith(logins);
  },
);

test('a service that is only busy decides nothing', async () => {
  const service = serviceWith(() => {
    throw refused('TooManyRequestsException');
  });
  await expect(link(service, 'guest', logins)).rejects.toThrow(ServiceRefused);
  expect(service.idFor).not.toHaveBeenCalled();
});

test('without a guest the login’s identity is asked for', async () => {
  expect(await link(serviceWith(keysOf), null, logins)).toMatchObject({ keys: { identity: 'before' } });
});
