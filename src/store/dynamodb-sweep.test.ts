import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cloud } from '../../test/account-api.ts';
import { leftIn, reachedIn } from '../../test/claim-scene.ts';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { StoreBusy } from './store.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

// The clock of each test begins far after the one before, so that nobody of that one is left to be swept.
let years = 2030;
function cloudOfItsOwn(): Cloud {
  return new Cloud(table, { at: new Date(`${years++}-03-01T09:00:00.000Z`) });
}

async function swept(cloud: Cloud): Promise<void> {
  await cloud.sweep();
}

describe('the daily sweep', () => {
  test('deletes what a guest left who did not come for more than 30 days, and not a day before', async () => {
    const cloud = cloudOfItsOwn();
    await swept(cloud);
    const [guest, other] = [cloud.guest(), cloud.guest()];
    await cloud.visit(guest);
    await cloud.contact(guest);
    await cloud.contact(other);
    cloud.advance({ days: 1 });
    await cloud.visit(other);
    cloud.advance({ days: 29 });
    expect(await cloud.sweep()).toEqual({ guests: 0, left: 0, records: 0, finished: true });
    expect(await cloud.contacts(guest)).toHaveLength(1);
    cloud.advance({ days: 1 });
    expect(await cloud.sweep()).toEqual({ guests: 1, left: 0, records: 1, finished: true });
    expect(await cloud.contacts(guest)).toEqual([]);
    expect((await cloud.send(guest, 'GET', '/v1/account')).body).toMatchObject({ kept_until: null, devices: [] });
    expect(await cloud.contacts(other)).toHaveLength(1);
    expect(await cloud.sweep()).toEqual({ guests: 0, left: 0, records: 0, finished: true });
  });

  test('never touches what is of a person who has signed in, however long they stay away', async () => {
    const cloud = cloudOfItsOwn();
    await swept(cloud);
    const guest = cloud.guest();
    await cloud.visit(guest);
    await cloud.contact(guest);
    const ada = cloud.signedIn({ email: 'away@example.org', isEmailVerified: true }, guest.workspace);
    await cloud.visit(ada);
    // A tab of before has a guest's credentials for an hour more, and puts the workspace on the list again.
    await cloud.contact(guest);
    cloud.advance({ days: 300 });
    expect(await cloud.sweep()).toMatchObject({ guests: 0, records: 0 });
    expect(await cloud.contacts(ada)).toHaveLength(2);
  });

  test('ends a deletion that was broken off, and takes with it what an open tab still wrote', async () => {
    const cloud = cloudOfItsOwn();
    await swept(cloud);
    const ada = cloud.signedIn({ email: 'leaver@example.org', isEmailVerified: true });
    await cloud.contact(ada);
    await cloud.untilDone(ada, 'DELETE', '/v1/account');
    cloud.advance({ minutes: 50 });
    await cloud.contact(ada);
    expect(await cloud.sweep()).toEqual({ guests: 0, left: 0, records: 1, finished: true });
    await cloud.contact(ada);
    cloud.advance({ hours: 24 });
    expect(await cloud.sweep()).toEqual({ guests: 0, left: 1, records: 1, finished: true });
    expect(await cloud.contacts(ada)).toEqual([]);
    expect(await cloud.sweep()).toMatchObject({ left: 0 });
  });

  test('after a deletion takes with it what an open tab still subscribed, and not what a new beginning did', async () => {
    const cloud = cloudOfItsOwn();
    await swept(cloud);
    const ada = cloud.signedIn({ email: 'gone@example.org', isEmailVerified: true });
    const grace = cloud.signedIn({ email: 'back@example.org', isEmailVerified: true });
    for (const person of [ada, grace]) await cloud.untilDone(person, 'DELETE', '/v1/account');
    cloud.advance({ minutes: 50 });
    await reachedIn(table, ada.workspace, () => cloud.at);
    cloud.advance({ hours: 3 });
    await cloud.visit(grace);
    await reachedIn(table, grace.workspace, () => cloud.at);
    cloud.advance({ hours: 20 });
    expect(await cloud.sweep()).toMatchObject({ left: 2 });
    expect(await leftIn(table, ada.workspace)).toEqual([]);
    const reached = ['account', 'recipient', 'sent#2026-03-01#digest#email', 'sent#2026-03-01#digest#push'];
    expect(await leftIn(table, grace.workspace)).toEqual(reached);
  });

  test('stops at its deadline, and the next one goes on', async () => {
    const cloud = cloudOfItsOwn();
    await swept(cloud);
    const guest = cloud.guest();
    await cloud.contact(guest);
    cloud.advance({ days: 31 });
    expect(await cloud.sweep(cloud.at)).toMatchObject({ records: 0, finished: false });
    expect(await cloud.sweep()).toMatchObject({ guests: 1, records: 1, finished: true });
  });

  test('looks at more guests than one page of the list holds', async () => {
    const cloud = cloudOfItsOwn();
    await swept(cloud);
    for (let n = 0; n < 130; n++) await cloud.contact(cloud.guest());
    cloud.advance({ days: 31 });
    expect(await cloud.sweep()).toMatchObject({ guests: 130, records: 130 });
  });

  test('broken off at any request, the next one leaves nothing', async () => {
    for (let n = 1, broke = true; broke; n++) {
      const cloud = cloudOfItsOwn();
      await swept(cloud);
      const guest = cloud.guest();
      await cloud.contact(guest);
      await cloud.send(guest, 'POST', '/v1/account/recovery-code');
      await reachedIn(table, guest.workspace, () => cloud.at);
      cloud.advance({ days: 31 });
      broke = await cloud.sweep(undefined, breakingAt(n)).then(
        () => false,
        () => true,
      );
      await cloud.sweep();
      expect(await leftIn(table, guest.workspace)).toEqual([]);
      expect((await cloud.send(guest, 'GET', '/v1/account')).body).toMatchObject({
        kept_until: null,
        recovery_code_made_at: null,
      });
    }
  });
});

function breakingAt(n: number): TestTable['client'] {
  let sent = 0;
  return {
    ...table.client,
    call: async (operation, request, schema) => {
      if (++sent === n) throw new StoreBusy('broken off');
      return table.client.call(operation, request, schema);
    },
  };
}
