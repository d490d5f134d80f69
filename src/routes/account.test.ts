import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cloud } from '../../test/account-api.ts';
import { type TestTable, testTable } from '../../test/dynalite.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

const ADA = { email: 'ada@example.org', isEmailVerified: true };

describe('GET /v1/account', () => {
  test('of a guest who never came is empty, and nothing of it ends', async () => {
    const cloud = new Cloud(table);
    const { status, body } = await cloud.send(cloud.guest(), 'GET', '/v1/account');
    expect([status, body]).toEqual([200, { guest: true, kept_until: null, recovery_code_made_at: null, devices: [] }]);
  });

  test('says until when a guest’s records are kept, also where they wrote and never visited', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    await cloud.contact(guest);
    expect((await cloud.send(guest, 'GET', '/v1/account')).body.kept_until).toBe('2026-04-09');
    cloud.advance({ days: 2 });
    await cloud.contact(guest);
    expect((await cloud.send(guest, 'GET', '/v1/account')).body.kept_until).toBe('2026-04-11');
  });
});

describe('PUT /v1/account/devices/{id}', () => {
  test('names the devices, the latest first, and renames one', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    const [phone, laptop] = [v7(), v7()];
    await cloud.visit(guest, 'Phone', phone);
    await cloud.visit(guest, 'Laptop', laptop);
    const { body } = await cloud.visit(guest, 'My phone', phone);
    expect(body.devices).toMatchObject([
      { device_id: phone, name: 'My phone' },
      { device_id: laptop, name: 'Laptop' },
    ]);
    expect(body).toMatchObject({ guest: true, kept_until: '2026-04-09', earlier: false });
  });

  test('keeps a guest’s records for 30 more days with each day on which they come', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    await cloud.visit(guest);
    cloud.advance({ days: 10 });
    expect((await cloud.visit(guest)).body.kept_until).toBe('2026-04-19');
  });

  test('remembers 20 devices at most', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    for (let n = 0; n < 22; n++) await cloud.visit(guest, `Device ${n}`, v7());
    const { body } = await cloud.send(guest, 'GET', '/v1/account');
    expect(body.devices).toHaveLength(20);
    expect(body.devices[0].name).toBe('Device 21');
  });

  test('two devices that come at once are both kept', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    await Promise.all(['A', 'B', 'C'].map((name) => cloud.visit(guest, name, v7())));
    const { body } = await cloud.send(guest, 'GET', '/v1/account');
    expect(body.devices.map(({ name }: { name: string }) => name).sort()).toEqual(['A', 'B', 'C']);
  });

  test('of who has signed up says that nothing ends any more, and an open tab of before takes nothing back', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    await cloud.visit(guest);
    const ada = cloud.signedIn(ADA, guest.workspace);
    expect((await cloud.visit(ada)).body).toMatchObject({ guest: false, kept_until: null });
    cloud.advance({ days: 1 });
    await cloud.visit(guest);
    expect((await cloud.send(ada, 'GET', '/v1/account')).body).toMatchObject({ guest: false, kept_until: null });
  });

  test('asks the directory once a day', async () => {
    const cloud = new Cloud(table);
    const ada = cloud.signedIn({ ...ADA, email: 'once@example.org' });
    await cloud.visit(ada);
    await cloud.visit(ada, 'Another name');
    expect(cloud.asked).toBe(1);
    cloud.advance({ days: 1 });
    await cloud.visit(ada);
    expect(cloud.asked).toBe(2);
  });

  test.each([[{}], [{ name: '' }], [{ name: ' ' }], [{ name: 'x'.repeat(101) }], [{ name: 7 }], [{ name: 'a\0' }]])(
    '400 names the field of %j',
    async (body) => {
      const cloud = new Cloud(table);
      const answer = await cloud.send(cloud.guest(), 'PUT', `/v1/account/devices/${v7()}`, body);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_fields']);
      expect(answer.body.errors).toMatchObject([{ field: 'name', code: 'bad_value' }]);
    },
  );

  test('400 names a field that there is not, and an id that is none', async () => {
    const cloud = new Cloud(table);
    const unknown = await cloud.send(cloud.guest(), 'PUT', `/v1/account/devices/${v7()}`, { name: 'A', owner: 'B' });
    expect(unknown.body.errors).toMatchObject([{ field: 'owner', code: 'unknown_field' }]);
    expect((await cloud.send(cloud.guest(), 'PUT', '/v1/account/devices/7', { name: 'A' })).body.code).toBe('bad_id');
  });
});

describe('POST /v1/account/recovery-code', () => {
  test('answers 120 random bits in groups of four, and the account says since when', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    const { status, body } = await cloud.send(guest, 'POST', '/v1/account/recovery-code');
    expect(status).toBe(201);
    expect(body.recovery_code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
    const madeAt = cloud.at.toISOString();
    const account = await cloud.send(guest, 'GET', '/v1/account');
    expect(account.body.recovery_code_made_at).toBe(madeAt);
    expect(account.text).not.toContain(body.recovery_code);
  });
});

describe('DELETE /v1/account', () => {
  test('deletes every record, the devices and the code, and says how many', async () => {
    const cloud = new Cloud(table);
    const ada = cloud.signedIn({ ...ADA, email: 'leaver@example.org' });
    const stranger = cloud.guest();
    await cloud.contact(stranger);
    await cloud.visit(ada);
    for (let n = 0; n < 3; n++) await cloud.contact(ada);
    const { body: made } = await cloud.send(ada, 'POST', '/v1/account/recovery-code');
    const replies = await cloud.untilDone(ada, 'DELETE', '/v1/account');
    expect(replies.reduce((sum, { body }) => sum + body.deleted, 0)).toBe(3);
    expect(await cloud.contacts(ada)).toEqual([]);
    expect((await cloud.send(ada, 'GET', '/v1/changes')).body.changes).toEqual([]);
    expect((await cloud.send(ada, 'GET', '/v1/account')).body).toMatchObject({
      devices: [],
      recovery_code_made_at: null,
    });
    const claim = { proof: 'recovery_code', recovery_code: made.recovery_code };
    expect((await cloud.send(stranger, 'POST', '/v1/claims', claim)).body.code).toBe('bad_claim');
    expect(await cloud.contacts(stranger)).toHaveLength(1);
  });

  test('goes on where there is more than one call deletes', async () => {
    const cloud = new Cloud(table);
    const ada = cloud.signedIn(ADA);
    for (let n = 0; n < 6; n++) {
      const operations = Array.from({ length: 100 }, () => ({
        op: 'create',
        type: 'contacts',
        record: { name: 'B', email: 'b@example.org' },
      }));
      await cloud.send(ada, 'POST', '/v1/batch', { operations });
    }
    const replies = await cloud.untilDone(ada, 'DELETE', '/v1/account');
    expect(replies.map(({ body }) => body.more)).toEqual([true, false]);
    expect(replies.reduce((sum, { body }) => sum + body.deleted, 0)).toBe(600);
    expect(await cloud.contacts(ada)).toEqual([]);
  });

  test('is open to who has used up the writes of the day', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    const create = { op: 'create', type: 'contacts', record: { name: 'B', email: 'b@example.org' } };
    const hundred = { operations: Array.from({ length: 100 }, () => create) };
    for (let n = 0; n < 5; n++) await cloud.send(guest, 'POST', '/v1/batch', hundred);
    expect((await cloud.send(guest, 'POST', '/v1/batch', hundred)).status).toBe(429);
    expect((await cloud.send(guest, 'DELETE', '/v1/account')).status).toBe(200);
  });

  test('may be repeated, and leaves what was begun anew two hours later to stay', async () => {
    const cloud = new Cloud(table);
    const ada = cloud.signedIn(ADA);
    await cloud.contact(ada);
    await cloud.untilDone(ada, 'DELETE', '/v1/account');
    await cloud.untilDone(ada, 'DELETE', '/v1/account');
    cloud.advance({ hours: 3 });
    await cloud.contact(ada);
    await cloud.visit(ada);
    await cloud.sweep();
    expect(await cloud.contacts(ada)).toHaveLength(1);
    expect((await cloud.send(ada, 'GET', '/v1/account')).body.devices).toHaveLength(1);
  });
});
