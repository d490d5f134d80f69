import { afterAll, beforeAll, expect, test } from 'vitest';
import { Cloud } from '../../test/account-api.ts';
import { type TestTable, testTable } from '../../test/dynalite.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

type Caller = ReturnType<Cloud['guest']>;

async function addressOf(cloud: Cloud, caller: Caller): Promise<string> {
  return new URL((await cloud.send(caller, 'POST', '/v1/calendar-feed')).body.url).pathname;
}

async function moved(cloud: Cloud, from: Caller, to: Caller): Promise<void> {
  const { ticket } = (await cloud.send(from, 'POST', '/v1/claims', { proof: 'identity' })).body;
  await cloud.untilDone(to, 'POST', '/v1/claims/redeem', { ticket });
}

test('an address leads to the records where they went', async () => {
  const cloud = new Cloud(table);
  const [guest, ada] = [cloud.guest(), cloud.guest()];
  await cloud.contact(guest, { name: 'Moved', next_follow_up: '2026-03-12' });
  const address = await addressOf(cloud, guest);
  await moved(cloud, guest, ada);
  expect((await cloud.read(address)).text).toContain('Moved');
  expect((await cloud.send(ada, 'DELETE', '/v1/calendar-feed')).status).toBe(204);
  expect((await cloud.read(address)).status).toBe(404);
});

test('where there is an address already, that of the records that come ends', async () => {
  const cloud = new Cloud(table);
  const [guest, ada] = [cloud.guest(), cloud.guest()];
  const [old, own] = [await addressOf(cloud, guest), await addressOf(cloud, ada)];
  await moved(cloud, guest, ada);
  expect([(await cloud.read(old)).status, (await cloud.read(own)).status]).toEqual([404, 200]);
});

test('an address ends with its account', async () => {
  const cloud = new Cloud(table);
  const ada = cloud.guest();
  const address = await addressOf(cloud, ada);
  await cloud.untilDone(ada, 'DELETE', '/v1/account');
  expect((await cloud.read(address)).status).toBe(404);
});
