import { expect, test } from 'vitest';
import { answers, CREDENTIALS, type Reply, refuses, scriptedServer } from '../../test/scripted-server.ts';
import { cognitoDirectory } from './cognito-directory.ts';
import { StoreBusy } from './store.ts';

const POOL = 'eu-central-1_abc';
const LOGIN = { pool: POOL, subject: 'a-subject' };

/** A directory whose user pool gives these replies, the last one for ever. */
async function directoryOf(...replies: Reply[]) {
  const { endpoint, seen } = await scriptedServer(replies);
  const directory = cognitoDirectory({
    endpoint,
    region: 'eu-central-1',
    credentials: CREDENTIALS,
    pool: POOL,
    sleep: async () => {},
  });
  return { directory, seen };
}

function user(attributes: Record<string, string>, more: object = {}): Reply {
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  return answers({ Username: 'a-subject', UserAttributes, ...more });
}

test('a person is asked for by their subject, with a signature for the user pools', async () => {
  const { directory, seen } = await directoryOf(user({ email: 'ada@example.org', email_verified: 'true' }));
  expect(await directory.personOf(LOGIN)).toEqual({ email: 'ada@example.org', isEmailVerified: true });
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ UserPoolId: POOL, Username: 'a-subject' });
  expect(seen[0]?.headers).toMatchObject({
    'x-amz-target': 'AWSCognitoIdentityProviderService.AdminGetUser',
    authorization: expect.stringContaining('/eu-central-1/cognito-idp/aws4_request'),
  });
});

test.each([[{ email_verified: 'false' }], [{}]])('an address with %j is not verified', async (attributes) => {
  const { directory } = await directoryOf(user({ email: 'ada@example.org', ...attributes }));
  expect(await directory.personOf(LOGIN)).toEqual({ email: 'ada@example.org', isEmailVerified: false });
});

test.each([
  ['who is not there any more', refuses(400, { __type: 'UserNotFoundException', message: 'User does not exist.' })],
  ['who was locked out', user({ email: 'ada@example.org', email_verified: 'true' }, { Enabled: false })],
  ['without an address', user({})],
])('there is no person %s', async (_, reply) => {
  expect(await (await directoryOf(reply)).directory.personOf(LOGIN)).toBeUndefined();
});

test('a login of another pool is nobody here, and is not asked for', async () => {
  const { directory, seen } = await directoryOf(user({ email: 'ada@example.org', email_verified: 'true' }));
  expect(await directory.personOf({ ...LOGIN, pool: 'another' })).toBeUndefined();
  expect(seen).toEqual([]);
});

test('a pool that is busy is asked three times, and then it cannot be reached', async () => {
  const busy = refuses(400, { __type: 'TooManyRequestsException', message: 'Rate exceeded' });
  const found = user({ email: 'ada@example.org', email_verified: 'true' });
  expect(await (await directoryOf(busy, refuses(500, {}), found)).directory.personOf(LOGIN)).toBeDefined();
  const { directory, seen } = await directoryOf(busy);
  await expect(directory.personOf(LOGIN)).rejects.toBeInstanceOf(StoreBusy);
  expect(seen).toHaveLength(3);
});

test('a right that is missing is an error, and not tried again', async () => {
  const { directory, seen } = await directoryOf(refuses(400, { __type: 'AccessDeniedException', message: 'No.' }));
  await expect(directory.personOf(LOGIN)).rejects.toThrow('AccessDeniedException');
  expect(seen).toHaveLength(1);
});
