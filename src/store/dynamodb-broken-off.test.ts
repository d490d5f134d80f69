import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BEFORE, ClaimScene, idOf, orBroken, PERSON, repeated, untilDone } from '../../test/claim-scene.ts';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { DAY_MS, idNumber } from './contract-scene.ts';
import type { DynamodbClient } from './dynamodb-client.ts';
import { openItems } from './dynamodb-items.ts';
import { StoreBusy } from './store.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

type Fault = 'is not sent' | 'loses its answer';

/** A client that breaks at its n-th request, once. */
function breakingAt(n: number, fault: Fault) {
  let sent = 0;
  const client: DynamodbClient = {
    ...table.client,
    call: async (operation, request, schema) => {
      const breaks = ++sent === n;
      if (breaks && fault === 'is not sent') throw new StoreBusy('broken off');
      const answer = await table.client.call(operation, request, schema);
      if (breaks) throw new StoreBusy('broken off');
      return answer;
    },
  };
  return { client, count: () => sent };
}

/** Runs something that breaks at the first request, at the second … until it has no more requests; each time anew. */
async function breakingEverywhere(fault: Fault, run: (client: DynamodbClient) => Promise<void>): Promise<number> {
  for (let n = 1; ; n++) {
    const { client, count } = breakingAt(n, fault);
    await run(client);
    if (count() < n) return n - 1;
  }
}

describe.each<Fault>(['is not sent', 'loses its answer'])('where any one request %s', (fault) => {
  test('a repeated redemption leaves each record, the code and the address in the new workspace, once', async () => {
    const requests = await breakingEverywhere(fault, async (client) => {
      const scene = new ClaimScene(table);
      for (const n of [1, 2, 3]) await scene.contact(scene.from, n);
      await scene.edit(scene.from, 3, { deleted_at: scene.clock.instant() });
      await scene.open().keepEmail(scene.from, BEFORE, scene.email);
      await scene.open().keepEmail(scene.to.workspace, PERSON, scene.email);
      const code = await scene.open().makeRecoveryCode(scene.from);
      await scene.reached(scene.from);
      await scene.pause(scene.from);
      const ticket = await scene.ticket();

      const breaking = scene.open(client);
      await orBroken(() => breaking.redeem(ticket, scene.to));
      await untilDone(() => breaking.redeem(ticket, scene.to));

      expect((await scene.all(scene.to.workspace)).map(idOf)).toEqual([1, 2, 3].map(idNumber));
      expect(await scene.leftIn(scene.from)).toEqual([]);
      expect(await scene.open().ofRecoveryCode(code)).toBe(scene.to.workspace);
      expect(await scene.open().ofEmail(scene.email, PERSON)).toBe(scene.to.workspace);
      const told = { email: scene.email, paused: 'complained', devices: 0, sent: ['push', 'email'] };
      expect(await scene.toldOf(scene.to.workspace)).toEqual(told);
    });
    expect(requests).toBeGreaterThan(20);
  });

  test('what was moved and then edited is neither lost nor doubled', async () => {
    await breakingEverywhere(fault, async (client) => {
      const scene = new ClaimScene(table);
      await scene.contact(scene.from, 1, { notes: 'before' });
      scene.clock.advance(DAY_MS);
      const ticket = await scene.ticket();
      const breaking = scene.open(client);
      await orBroken(() => breaking.redeem(ticket, scene.to));
      scene.clock.advance(1000);
      const [moved] = await scene.all(scene.to.workspace);
      if (moved) await scene.edit(scene.to.workspace, 1, { notes: 'edited' });
      await untilDone(() => breaking.redeem(ticket, scene.to));
      const all = await scene.all(scene.to.workspace);
      expect(all.map(({ notes }) => notes)).toEqual([moved ? 'edited' : 'before']);
      expect(await scene.all(scene.from)).toEqual([]);
    });
  });

  test('a repeated deletion leaves nothing, and nothing that leads there', async () => {
    await breakingEverywhere(fault, async (client) => {
      const scene = new ClaimScene(table);
      for (const n of [1, 2]) await scene.contact(scene.from, n);
      await scene.open().visit(scene.from, { device_id: idNumber(1), name: 'Phone' }, false);
      await scene.open().keepEmail(scene.from, PERSON, scene.email);
      const code = await scene.open().makeRecoveryCode(scene.from);
      await scene.reached(scene.from);
      const breaking = scene.open(client);
      await orBroken(() => breaking.leave(scene.from));
      while ((await repeated(() => breaking.leave(scene.from))).more);
      expect(await scene.leftIn(scene.from)).toEqual([]);
      expect(await scene.open().ofRecoveryCode(code)).toBeUndefined();
      expect(await scene.open().ofEmail(scene.email, PERSON)).toBeUndefined();
    });
  });

  test('a repeated visit of who has signed up leaves no date on which their records end', async () => {
    await breakingEverywhere(fault, async (client) => {
      const scene = new ClaimScene(table);
      const device = { device_id: idNumber(1), name: 'Phone' };
      expect(await scene.open().visit(scene.from, device, true)).toMatchObject({ keptUntil: '2026-03-31' });
      const breaking = scene.open(client);
      await orBroken(() => breaking.visit(scene.from, device, false));
      const visited = await repeated(() => breaking.visit(scene.from, device, false));
      expect(visited).toMatchObject({ isSignedIn: true, keptUntil: null });
      const listed = await openItems(table.client, table.name).get({ pk: 'GUESTS', sk: scene.from }, v.unknown());
      expect(listed).toBeUndefined();
    });
  });

  test('there is one valid recovery code after another was asked for', async () => {
    await breakingEverywhere(fault, async (client) => {
      const scene = new ClaimScene(table);
      const first = await scene.open().makeRecoveryCode(scene.from);
      const breaking = scene.open(client);
      await orBroken(() => breaking.makeRecoveryCode(scene.from));
      const last = await repeated(() => breaking.makeRecoveryCode(scene.from));
      expect(await scene.open().ofRecoveryCode(first)).toBeUndefined();
      expect(await scene.open().ofRecoveryCode(last)).toBe(scene.from);
    });
  });
});
