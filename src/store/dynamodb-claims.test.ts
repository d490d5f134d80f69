import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ClaimScene, idOf, PERSON, untilDone } from '../../test/claim-scene.ts';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { DAY_MS, idNumber } from './contract-scene.ts';
import type { DynamodbClient } from './dynamodb-client.ts';
import { StoreBusy } from './store.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

describe('while records are moved', () => {
  /** Moved by a redemption that broke off before anything was deleted; then as the test goes on. */
  async function halfMoved(fields: object = { notes: 'before' }) {
    const scene = new ClaimScene(table);
    await scene.contact(scene.from, 1, fields);
    scene.clock.advance(DAY_MS);
    const ticket = await scene.ticket();
    const breaksOff: DynamodbClient = {
      ...table.client,
      call: async (operation, request, schema) => {
        if (operation === 'DeleteItem') throw new StoreBusy('broken off');
        return table.client.call(operation, request, schema);
      },
    };
    await expect(scene.open(breaksOff).redeem(ticket, scene.to)).rejects.toThrow(StoreBusy);
    scene.clock.advance(1000);
    const goOn = () => untilDone(() => scene.open().redeem(ticket, scene.to));
    return { scene, goOn, notes: async () => (await scene.all(scene.to.workspace)).map(({ notes }) => notes) };
  }

  test('what an open tab of the guest edits is moved as it is then', async () => {
    const { scene, goOn, notes } = await halfMoved();
    await scene.edit(scene.from, 1, { notes: 'edited by the guest' });
    await goOn();
    expect(await notes()).toEqual(['edited by the guest']);
    expect(await scene.all(scene.from)).toEqual([]);
  });

  test('what the guest deletes is deleted', async () => {
    const { scene, goOn } = await halfMoved();
    await scene.edit(scene.from, 1, { deleted_at: scene.clock.instant() });
    await goOn();
    expect(await scene.all(scene.to.workspace)).toMatchObject([{ deleted_at: scene.clock.instant() }]);
  });

  test('what both edit is kept twice, and nobody’s words are lost', async () => {
    const { scene, goOn, notes } = await halfMoved();
    await scene.edit(scene.from, 1, { notes: 'edited by the guest' });
    await scene.edit(scene.to.workspace, 1, { notes: 'edited here' });
    await goOn();
    expect((await notes()).sort()).toEqual(['edited by the guest', 'edited here']);
    await goOn();
    expect(await notes()).toHaveLength(2);
    const ids = (await scene.all(scene.to.workspace)).map(idOf);
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
  });

  test('what was deleted here meanwhile stays so', async () => {
    const { scene, goOn } = await halfMoved();
    await scene.edit(scene.to.workspace, 1, { deleted_at: scene.clock.instant() });
    await goOn();
    expect(await scene.all(scene.to.workspace)).toMatchObject([{ notes: 'before', deleted_at: scene.clock.instant() }]);
  });

  test('a record that was sent to both workspaces is there once', async () => {
    const scene = new ClaimScene(table);
    await scene.contact(scene.from, 1);
    scene.clock.advance(5000);
    await scene.contact(scene.to.workspace, 1);
    const ticket = await scene.ticket();
    await untilDone(() => scene.open().redeem(ticket, scene.to));
    expect((await scene.all(scene.to.workspace)).map(({ version }) => version)).toEqual([1]);
  });

  test('two different records with one id are both kept', async () => {
    const scene = new ClaimScene(table);
    await scene.contact(scene.from, 1, { notes: 'one' });
    scene.clock.advance(5000);
    await scene.contact(scene.to.workspace, 1, { notes: 'other' });
    const ticket = await scene.ticket();
    await untilDone(() => scene.open().redeem(ticket, scene.to));
    expect((await scene.all(scene.to.workspace)).map(({ notes }) => notes).sort()).toEqual(['one', 'other']);
  });

  test('a tombstone is forgotten on the day on which it would have been', async () => {
    const scene = new ClaimScene(table);
    await scene.contact(scene.from, 1);
    const deletedAt = scene.clock.instant();
    await scene.edit(scene.from, 1, { deleted_at: deletedAt });
    scene.clock.advance(80 * DAY_MS);
    const ticket = await scene.ticket();
    await untilDone(() => scene.open().redeem(ticket, scene.to));
    expect(await scene.all(scene.to.workspace)).toMatchObject([{ deleted_at: deletedAt }]);
    scene.clock.advance(10 * DAY_MS);
    expect(await scene.all(scene.to.workspace)).toEqual([]);
  });

  test('a reader of the new workspace’s changes meets all that came', async () => {
    const scene = new ClaimScene(table);
    await scene.contact(scene.from, 1);
    scene.clock.advance(DAY_MS);
    const { position } = await scene.store.changes(scene.to.workspace, null, 100);
    const ticket = await scene.ticket();
    await untilDone(() => scene.open().redeem(ticket, scene.to));
    expect((await scene.store.changes(scene.to.workspace, position, 100)).changed).toHaveLength(1);
  });

  test('250 records come in several calls, each once', async () => {
    const scene = new ClaimScene(table);
    const numbers = Array.from({ length: 250 }, (_, n) => n);
    // All at once would be longer under way on a slow machine than an attempt may take.
    for (const n of numbers) await scene.contact(scene.from, n);
    const ticket = await scene.ticket();
    const calls: number[] = [];
    await untilDone(async () => {
      const redemption = await scene.open().redeem(ticket, scene.to);
      if ('moved' in redemption) calls.push(redemption.moved);
      return redemption;
    });
    expect(calls.reduce((sum, moved) => sum + moved)).toBe(250);
    expect(calls.length).toBeGreaterThan(2);
    expect((await scene.all(scene.to.workspace)).map(idOf)).toEqual(numbers.map(idNumber));
  });
});

describe('how a person is reached', () => {
  async function claimed(own: string | null) {
    const scene = new ClaimScene(table);
    await scene.contact(scene.from, 1);
    await scene.reached(scene.from);
    if (own) await scene.open().keepEmail(scene.to.workspace, PERSON, own.replace('NAME', scene.name));
    const ticket = await scene.ticket();
    await untilDone(() => scene.open().redeem(ticket, scene.to));
    return { scene, told: await scene.toldOf(scene.to.workspace) };
  }

  test('goes on where the address is theirs there, too, and nothing that was sent is sent again', async () => {
    const { scene, told } = await claimed('NAME@example.org');
    expect(told).toEqual({ email: scene.email, paused: undefined, devices: 0, sent: ['push', 'email'] });
  });

  test.each([null, 'eve@example.org'])('ends where the new identity has the address %s', async (own) => {
    const { told } = await claimed(own);
    expect(told).toMatchObject({ email: null, devices: 0 });
  });
});

describe('two redemptions at once', () => {
  test('of one identity move each record once', async () => {
    const scene = new ClaimScene(table);
    for (let n = 0; n < 40; n++) await scene.contact(scene.from, n);
    const ticket = await scene.ticket();
    const moved = await Promise.all([1, 2, 3].map(() => untilDone(() => scene.open().redeem(ticket, scene.to))));
    expect(moved.reduce((sum, one) => sum + one)).toBe(40);
    expect(await scene.all(scene.to.workspace)).toHaveLength(40);
    expect(await scene.all(scene.from)).toEqual([]);
  });

  test.each(['one ticket', 'a ticket each'])(
    'of two identities with %s: one gets all, the other is refused',
    async (which) => {
      const scene = new ClaimScene(table);
      for (let n = 0; n < 20; n++) await scene.contact(scene.from, n);
      const first = await scene.ticket();
      const second = which === 'one ticket' ? first : await scene.ticket();
      const eve = { workspace: `${scene.name}.eve`, login: null };
      const answers = await Promise.all([scene.open().redeem(first, scene.to), scene.open().redeem(second, eve)]);
      const refused = answers.map((answer) => 'refused' in answer && answer.refused);
      expect(refused.filter((one) => one === 'claimed')).toHaveLength(1);
      const [winner, loser] = refused[0] ? [eve.workspace, scene.to.workspace] : [scene.to.workspace, eve.workspace];
      expect(await scene.all(winner)).toHaveLength(20);
      expect(await scene.all(loser)).toEqual([]);
    },
  );
});
