import { afterAll, beforeAll, expect, test } from 'vitest';
import { Cloud } from '../../test/account-api.ts';
import { type TestTable, testTable } from '../../test/dynalite.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

const ADA = { email: 'ada@example.org', isEmailVerified: true };
const EMAIL = '/v1/reminders/email';

test('mail goes to the address of the login, and to none that anybody names', async () => {
  const cloud = new Cloud(table);
  const ada = cloud.signedIn(ADA);
  const { status, body } = await cloud.send(ada, 'PUT', EMAIL, { email: 'eve@example.org' });
  expect([status, body.email, body.email_paused]).toEqual([200, ADA.email, null]);
  expect((await cloud.send(ada, 'GET', '/v1/reminders')).body).toEqual(body);
});

test('each time that it is asked for, it is the address as the directory knows it then', async () => {
  const cloud = new Cloud(table);
  const ada = cloud.signedIn(ADA);
  await cloud.send(ada, 'PUT', EMAIL);
  cloud.people.set(ada.login?.subject ?? '', { ...ADA, email: 'new@example.org' });
  expect((await cloud.send(ada, 'GET', '/v1/reminders')).body.email).toBe(ADA.email);
  expect((await cloud.send(ada, 'PUT', EMAIL)).body.email).toBe('new@example.org');
});

test('a pause is told with its reason, and ends when mail is asked for anew', async () => {
  const cloud = new Cloud(table);
  const ada = cloud.signedIn(ADA);
  await cloud.send(ada, 'PUT', EMAIL);
  await cloud.recipients.pause(ada.workspace, 'bounced', ADA.email);
  const { body } = await cloud.send(ada, 'GET', '/v1/reminders');
  expect(body).toMatchObject({ email: ADA.email, email_paused: { reason: 'bounced', at: expect.any(String) } });
  expect((await cloud.send(ada, 'PUT', EMAIL)).body.email_paused).toBeNull();
});

test('409 to a guest, with what to do first', async () => {
  const cloud = new Cloud(table);
  const guest = cloud.guest();
  const { status, body } = await cloud.send(guest, 'PUT', EMAIL);
  expect([status, body.code]).toEqual([409, 'unreachable']);
  expect(body.detail).toMatch(/^Sign in first: /);
  expect((await cloud.send(guest, 'GET', '/v1/reminders')).body.email).toBeNull();
});

test('409 while nobody has shown that mail to the address reaches them', async () => {
  const cloud = new Cloud(table);
  const eve = cloud.signedIn({ ...ADA, isEmailVerified: false });
  const { status, body } = await cloud.send(eve, 'PUT', EMAIL);
  expect([status, body.code]).toEqual([409, 'unreachable']);
  expect(body.detail).toMatch(/^Confirm your e-mail address first: /);
  expect((await cloud.recipients.of(eve.workspace)).email).toBeNull();
});

test('409 to a login whose person is gone', async () => {
  const cloud = new Cloud(table);
  const ada = cloud.signedIn(ADA);
  cloud.people.clear();
  expect((await cloud.send(ada, 'PUT', EMAIL)).status).toBe(409);
});

test('ended, the address is forgotten, however often it is ended', async () => {
  const cloud = new Cloud(table);
  const ada = cloud.signedIn(ADA);
  await cloud.send(ada, 'PUT', EMAIL);
  for (const _ of [1, 2]) {
    const { status, body } = await cloud.send(ada, 'DELETE', EMAIL);
    expect([status, body.email]).toEqual([200, null]);
  }
  expect(JSON.stringify(await cloud.recipients.of(ada.workspace))).not.toContain(ADA.email);
});

test('who has used up the writes of the day still reads it and has it end', async () => {
  const cloud = new Cloud(table);
  const ada = cloud.signedIn(ADA);
  await cloud.send(ada, 'PUT', EMAIL);
  const operation = { op: 'create', type: 'contacts', record: { name: 'Ada', email: 'ada@example.org' } };
  // The first was one of the thousand, too.
  for (const length of [99, ...Array<number>(9).fill(100)]) {
    await cloud.send(ada, 'POST', '/v1/batch', { operations: Array.from({ length }, () => operation) });
  }
  const ways = [
    ['PUT', EMAIL],
    ['GET', '/v1/reminders'],
    ['DELETE', EMAIL],
    ['DELETE', '/v1/reminders/devices/00000000-0000-4000-8000-000000000001'],
  ] as const;
  const asked = [];
  for (const [method, path] of ways) asked.push((await cloud.send(ada, method, path)).status);
  expect(asked).toEqual([429, 200, 200, 204]);
});
