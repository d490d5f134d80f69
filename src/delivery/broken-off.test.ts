import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stop, Tripwire } from '../../test/breaking-off.ts';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { keptInTable, ReminderScene } from '../../test/reminder-scene.ts';
import { type Reminder, remindDue } from './remind.ts';

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

const DIGEST_AT = '2026-03-20T07:00:00.000Z';

async function person(channels: object = {}) {
  const scene = new ReminderScene(keptInTable(table));
  scene.at = '2026-03-19T12:00:00.000Z';
  await scene.settings({ ...channels });
  await scene.add('contacts', { name: 'Grace', email: 'grace@example.org', next_follow_up: '2026-03-18' });
  return scene;
}

/** Runs the clock as a program that may be stopped at one of its calls. */
async function run(scene: ReminderScene, at: string, stop?: Stop) {
  scene.at = at;
  const wire = new Tripwire(stop);
  const { reminder } = scene;
  const watched: Reminder = {
    ...reminder,
    store: wire.watch(reminder.store),
    wakes: wire.watch(reminder.wakes),
    ledger: wire.watch(reminder.ledger),
    recipients: wire.watch(reminder.recipients),
    senders: reminder.senders.map((sender) => wire.watch(sender)),
    onFault: () => undefined,
  };
  await remindDue(watched);
  return wire.calls;
}

/** More than the lease of a claim lasts. */
const AFTER = Array.from({ length: 3 }, (_, tick) =>
  new Date(Date.parse(DIGEST_AT) + (tick + 1) * 900_000).toISOString(),
);

async function stoppedAt(stop: Stop) {
  const scene = await person();
  const calls = await run(scene, DIGEST_AT, stop);
  for (const at of AFTER) await run(scene, at);
  return {
    came: scene.told,
    last: calls[stop.call - 1],
    ledger: await scene.reminder.ledger.latest(scene.workspace, 5),
  };
}

test('a digest that is broken off anywhere comes all the same, and twice only where it was sent and not yet marked', async () => {
  const calls = await run(await person(), DIGEST_AT);
  expect(calls.indexOf('claim')).toBeLessThan(calls.indexOf('send'));
  expect(calls.slice(calls.indexOf('send'))).toEqual(['send', 'mark', 'settle']);
  for (let call = 1; call <= calls.length; call++) {
    for (const when of ['before', 'after'] as const) {
      const { came, last, ledger } = await stoppedAt({ call, when });
      const isUnmarked = (last === 'send' && when === 'after') || (last === 'mark' && when === 'before');
      expect(came, `stopped ${when} ${call}: ${last}`).toHaveLength(isUnmarked ? 2 : 1);
      expect(ledger, `stopped ${when} ${call}: ${last}`).toMatchObject([{ what: 'digest', state: 'sent' }]);
    }
  }
});

test('one person whose look breaks off keeps nobody else from theirs', async () => {
  const scene = await person();
  const other = await person();
  const reminder: Reminder = {
    ...scene.reminder,
    recipients: {
      of: async (workspace) => {
        if (workspace === scene.workspace) throw new Error('Broken.');
        return other.recipient;
      },
    },
  };
  scene.at = DIGEST_AT;
  expect(await remindDue(reminder)).toMatchObject({ sent: 1, faults: 1, finished: true });
  expect(scene.outbox.came.map(({ to }) => to.workspace)).toEqual([other.workspace]);
  expect(scene.faults).toHaveLength(1);
  await remindDue(scene.reminder);
  expect(scene.outbox.came).toHaveLength(2);
});

test('where time runs out no more looks begin, and the next run goes on', async () => {
  const scene = await person();
  scene.at = DIGEST_AT;
  expect(await remindDue(scene.reminder, new Date(DIGEST_AT))).toMatchObject({ looked: 0, finished: false });
  expect(await remindDue(scene.reminder)).toMatchObject({ sent: 1, finished: true });
});
