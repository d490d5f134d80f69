import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cloud } from '../../test/account-api.ts';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import type { Caller } from '../http/route.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

let addresses = 0;
function someone() {
  addresses += 1;
  return { email: `person-${addresses}@example.org`, isEmailVerified: true };
}

async function ticketOf(cloud: Cloud, caller: Caller, claim: object = { proof: 'identity' }): Promise<string> {
  const { status, body } = await cloud.send(caller, 'POST', '/v1/claims', claim);
  if (status !== 201) throw new Error(`No ticket: ${JSON.stringify(body)}`);
  return body.ticket;
}

async function redeem(cloud: Cloud, caller: Caller, ticket: string): Promise<number> {
  const replies = await cloud.untilDone(caller, 'POST', '/v1/claims/redeem', { ticket });
  return replies.reduce((sum, { body }) => sum + body.moved, 0);
}

async function codeOf(cloud: Cloud, caller: Caller): Promise<string> {
  return (await cloud.send(caller, 'POST', '/v1/account/recovery-code')).body.recovery_code;
}

describe('a claim by identity', () => {
  test('moves a guest’s records to the account that redeems it, deleted ones too, each with a new version', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    const ada = cloud.signedIn(someone());
    const own = await cloud.contact(ada, { name: 'Own' });
    const [kept, removed] = [await cloud.contact(guest, { name: 'Kept' }), await cloud.contact(guest)];
    await cloud.send(guest, 'DELETE', `/v1/contacts/${removed.contact_id}`);
    const ticket = await ticketOf(cloud, guest);
    expect(await redeem(cloud, ada, ticket)).toBe(2);
    const found = await cloud.contacts(ada);
    expect(found.map(({ name }) => name).sort()).toEqual(['Kept', 'Own']);
    expect(found.find(({ name }) => name === 'Own')).toEqual(own);
    expect(found.find(({ name }) => name === 'Kept')).toEqual({
      ...kept,
      version: 2,
      updated_at: expect.stringMatching(/^2026/),
    });
    expect(await cloud.contacts(guest)).toEqual([]);
    const restored = await cloud.send(ada, 'POST', `/v1/contacts/${removed.contact_id}/restore`);
    expect(restored.status).toBe(200);
  });

  test('repeated when all is moved, it moves nothing and says so', async () => {
    const cloud = new Cloud(table);
    const [guest, ada] = [cloud.guest(), cloud.signedIn(someone())];
    await cloud.contact(guest);
    const ticket = await ticketOf(cloud, guest);
    await redeem(cloud, ada, ticket);
    const { status, body } = await cloud.send(ada, 'POST', '/v1/claims/redeem', { ticket });
    expect([status, body]).toEqual([200, { moved: 0, more: false }]);
    expect(await cloud.contacts(ada)).toHaveLength(1);
  });

  test('redeemed again, it moves what an open tab of the guest wrote after the move', async () => {
    const cloud = new Cloud(table);
    const [guest, ada] = [cloud.guest(), cloud.signedIn(someone())];
    const ticket = await ticketOf(cloud, guest);
    await redeem(cloud, ada, ticket);
    await cloud.contact(guest, { name: 'Late' });
    expect(await redeem(cloud, ada, ticket)).toBe(1);
    expect((await cloud.contacts(ada)).map(({ name }) => name)).toEqual(['Late']);
  });

  test('moves nothing where the ticket is one’s own', async () => {
    const cloud = new Cloud(table);
    const guest = cloud.guest();
    await cloud.contact(guest);
    expect(await redeem(cloud, guest, await ticketOf(cloud, guest))).toBe(0);
    expect(await cloud.contacts(guest)).toHaveLength(1);
  });

  test('404 for a ticket that there is not, and for one of 15 minutes ago', async () => {
    const cloud = new Cloud(table);
    const [guest, ada] = [cloud.guest(), cloud.signedIn(someone())];
    const wrong = await cloud.send(ada, 'POST', '/v1/claims/redeem', { ticket: 'x' });
    expect([wrong.status, wrong.body.code]).toEqual([404, 'bad_claim']);
    const { body } = await cloud.send(guest, 'POST', '/v1/claims', { proof: 'identity' });
    expect(Date.parse(body.expires_at) - cloud.at.getTime()).toBeLessThanOrEqual(15 * 60_000);
    cloud.advance({ minutes: 15 });
    const late = await cloud.send(ada, 'POST', '/v1/claims/redeem', { ticket: body.ticket });
    expect([late.status, late.body.code]).toEqual([404, 'bad_claim']);
  });

  test('who began within the 15 minutes may go on for days; another may not: 409', async () => {
    const cloud = new Cloud(table);
    const [guest, ada, eve] = [cloud.guest(), cloud.signedIn(someone()), cloud.signedIn(someone())];
    await cloud.contact(guest);
    const ticket = await ticketOf(cloud, guest);
    await cloud.send(ada, 'POST', '/v1/claims/redeem', { ticket });
    cloud.advance({ days: 29 });
    expect((await cloud.send(ada, 'POST', '/v1/claims/redeem', { ticket })).status).toBe(200);
    const other = await cloud.send(eve, 'POST', '/v1/claims/redeem', { ticket });
    expect([other.status, other.body.code]).toEqual([409, 'claimed']);
    expect(await cloud.contacts(eve)).toEqual([]);
  });
});

describe('a claim by recovery code', () => {
  test('moves the records from a guest whose browser forgot them, however the code was typed; then it leads to the new account', async () => {
    const cloud = new Cloud(table);
    const [lost, ada, again] = [cloud.guest(), cloud.guest(), cloud.guest()];
    await cloud.contact(lost);
    const code = await codeOf(cloud, lost);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    const ticket = await ticketOf(cloud, ada, { proof: 'recovery_code', recovery_code: typed });
    expect(await redeem(cloud, ada, ticket)).toBe(1);
    const once = await ticketOf(cloud, again, { proof: 'recovery_code', recovery_code: code });
    expect(await redeem(cloud, again, once)).toBe(1);
    expect([await cloud.contacts(lost), await cloud.contacts(ada)]).toEqual([[], []]);
    expect(await cloud.contacts(again)).toHaveLength(1);
  });

  test('is not valid any more when a newer code was made, or the new account has one of its own', async () => {
    const cloud = new Cloud(table);
    const [lost, ada] = [cloud.guest(), cloud.guest()];
    const [first, second, own] = [await codeOf(cloud, lost), await codeOf(cloud, lost), await codeOf(cloud, ada)];
    const claim = (recovery_code: string) => ({ proof: 'recovery_code', recovery_code });
    expect((await cloud.send(ada, 'POST', '/v1/claims', claim(first))).body.code).toBe('bad_claim');
    await redeem(cloud, ada, await ticketOf(cloud, ada, claim(second)));
    expect((await cloud.send(lost, 'POST', '/v1/claims', claim(second))).body.code).toBe('bad_claim');
    expect((await cloud.send(lost, 'POST', '/v1/claims', claim(own))).status).toBe(201);
  });

  test.each(['', 'ABCD', 'U'.repeat(24), '0'.repeat(24)])('404 for %j, which is none', async (recovery_code) => {
    const cloud = new Cloud(table);
    const { status, body } = await cloud.send(cloud.guest(), 'POST', '/v1/claims', {
      proof: 'recovery_code',
      recovery_code,
    });
    expect([status, body.code]).toEqual([404, 'bad_claim']);
  });
});

describe('a claim by e-mail, after the service was built anew', () => {
  const rebuilt = (cloud: Cloud) => new Cloud(table, { pool: `${cloud.pool}-rebuilt`, at: cloud.at });

  test('the visit says that there are earlier records, the claim moves them, and then there are none', async () => {
    const before = new Cloud(table);
    const person = someone();
    const old = before.signedIn(person);
    await before.visit(old);
    await before.contact(old);
    const cloud = rebuilt(before);
    const ada = cloud.signedIn({ ...person, email: ` ${person.email.toUpperCase()}` });
    expect((await cloud.visit(ada)).body.earlier).toBe(true);
    const ticket = await ticketOf(cloud, ada, { proof: 'email' });
    expect(await redeem(cloud, ada, ticket)).toBe(1);
    expect(await cloud.contacts(ada)).toHaveLength(1);
    expect((await cloud.visit(ada)).body.earlier).toBe(false);
    const third = rebuilt(cloud);
    const anew = third.signedIn(person);
    expect((await third.visit(anew)).body.earlier).toBe(true);
    expect(await redeem(third, anew, await ticketOf(third, anew, { proof: 'email' }))).toBe(1);
  });

  test('an address that is not confirmed proves nothing', async () => {
    const before = new Cloud(table);
    const person = someone();
    await before.visit(before.signedIn(person));
    const cloud = rebuilt(before);
    const eve = cloud.signedIn({ ...person, isEmailVerified: false });
    expect((await cloud.visit(eve)).body.earlier).toBe(false);
    expect((await cloud.send(eve, 'POST', '/v1/claims', { proof: 'email' })).body.code).toBe('bad_claim');
  });

  test('an address that another person of the same pool had proves nothing', async () => {
    const cloud = new Cloud(table);
    const person = someone();
    const ada = cloud.signedIn(person);
    await cloud.visit(ada);
    await cloud.contact(ada);
    const eve = cloud.signedIn(person);
    expect((await cloud.visit(eve)).body.earlier).toBe(false);
    const { status, body } = await cloud.send(eve, 'POST', '/v1/claims', { proof: 'email' });
    expect([status, body.code]).toEqual([404, 'bad_claim']);
    expect((await cloud.visit(ada)).body.earlier).toBe(false);
  });

  test('an address that was given up is free for who has it then', async () => {
    const before = new Cloud(table);
    const [person, later] = [someone(), someone()];
    const old = before.signedIn(person);
    await before.visit(old);
    before.people.set(old.login?.subject ?? '', later);
    before.advance({ days: 1 });
    await before.visit(old);
    const cloud = rebuilt(before);
    expect((await cloud.visit(cloud.signedIn(person))).body.earlier).toBe(false);
    expect((await cloud.visit(cloud.signedIn(later))).body.earlier).toBe(true);
  });

  test('a guest has none, and neither has who was deleted or locked out', async () => {
    const cloud = new Cloud(table);
    const gone = cloud.signedIn(someone());
    cloud.people.clear();
    for (const caller of [cloud.guest(), gone]) {
      expect((await cloud.visit(caller)).body.earlier).toBe(false);
      expect((await cloud.send(caller, 'POST', '/v1/claims', { proof: 'email' })).body.code).toBe('bad_claim');
    }
  });

  test('who redeems another’s code gets the records, and not what is written at that address later', async () => {
    const before = new Cloud(table);
    const person = someone();
    const old = before.signedIn(person);
    await before.visit(old);
    const code = await codeOf(before, old);
    const other = before.signedIn({ ...someone(), isEmailVerified: false });
    await before.visit(other);
    await before.contact(other, { name: 'Of the other' });
    await redeem(before, other, await ticketOf(before, other, { proof: 'recovery_code', recovery_code: code }));
    before.advance({ days: 1 });
    await before.visit(old);
    await before.contact(old, { name: 'Of the address' });
    const cloud = rebuilt(before);
    const anew = cloud.signedIn(person);
    await redeem(cloud, anew, await ticketOf(cloud, anew, { proof: 'email' }));
    expect((await cloud.contacts(anew)).map(({ name }) => name)).toEqual(['Of the address']);
  });
});

test.each([
  [{}, 'proof'],
  [{ proof: 'password' }, 'proof'],
  [{ proof: 'recovery_code' }, 'recovery_code'],
  [{ proof: 'recovery_code', recovery_code: 7 }, 'recovery_code'],
  [{ proof: 'identity', workspace: 'another' }, 'workspace'],
])('400 for %j, by the name of the field', async (body, field) => {
  const cloud = new Cloud(table);
  const answer = await cloud.send(cloud.guest(), 'POST', '/v1/claims', body);
  expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
});
