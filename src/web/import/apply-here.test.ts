import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { NOUNS } from '../../domain/nouns.ts';
import { NO_CHOICES } from '../../interop/import/choices.ts';
import type { Item } from '../../interop/import/found.ts';
import { idsBy } from '../../interop/import/plan.ts';
import { planImport } from '../../interop/import/plan-import.ts';
import { storageOrMemory } from '../storage.ts';
import type { Replica } from '../sync/replica.ts';
import { replicaInMemory } from '../sync/replica-in-memory.ts';
import { applyHere } from './apply-here.ts';
import { Habits } from './habits.ts';
import { runsIn, wayBackOf } from './runs.ts';

const TODAY = '2026-03-10';
const WHEN = { now: '2026-03-10T23:30:00.000Z', today: '2026-03-11' };
const NAMED = { name: 'people.csv', format: 'csv' };

const person = (place: number, fields: object = {}): Item => {
  const where = { file: 'people.csv', line: place + 2 };
  return { found: { type: 'contacts', where, fields: { name: `P${place}`, email: `p${place}@x.example`, ...fields } } };
};
const people = (count: number) => Array.from({ length: count }, (_, place) => person(place));

/** A browser that brings files in; it may break, or the person may cancel, after so many changes. */
function browser({ breaksAfter = Infinity, cancelsAfter = Infinity } = {}) {
  const replica = replicaInMemory(NOUNS);
  const told: number[] = [];
  let sent = 0;
  const send = () => {
    sent++;
  };
  const parts = {
    replica,
    send,
    habits: new Habits(
      storageOrMemory(() => null),
      'mine',
    ),
    today: () => TODAY,
  };
  const bringIn = (items: readonly Item[], named = NAMED) =>
    applyHere(planned(items, replica), named, parts, {
      isCancelled: () => (told.at(-1) ?? 0) >= cancelsAfter,
      tell: (done) => {
        told.push(done);
        if (done >= breaksAfter) throw new Error('The browser broke.');
      },
    });
  const names = () => standing(replica).map(({ name }) => name);
  return { replica, told, bringIn, names, sent: () => sent };
}

function planned(items: readonly Item[], replica: Replica) {
  const of = (type: string) => [...replica.collection(type).all()];
  const [contacts, applications] = [of('contacts'), of('applications')];
  const standing = { contacts, applications, interactions: of('interactions'), tasks: of('tasks') };
  return planImport(items, standing, NO_CHOICES, { today: TODAY, idOf: idsBy(v7) });
}

function standing(replica: Replica) {
  return [...replica.collection('contacts').all()].filter(({ deleted_at }) => deleted_at === null);
}

test('it is made part by part, each sent, and listed as one import that can be undone', async () => {
  const { replica, bringIn, names, told, sent } = browser();
  const run = await bringIn(people(150));
  expect([names().length, told, sent()]).toEqual([150, [99, 150], 2]);
  expect(runsIn(replica)).toMatchObject([
    { run, name: 'people.csv', format: 'csv', created: 150, edited: 0, isWhole: true, undoneAt: null },
  ]);
  await expect(bringIn(people(150))).resolves.toBeDefined();
  expect(names()).toHaveLength(150);
});

test('an error in the midst of it takes back what was made, and is told', async () => {
  const { replica, bringIn, names } = browser({ breaksAfter: 99 });
  replica.change({ type: 'contacts', id: v7() }, { op: 'create', record: { name: 'Ann', email: 'p7@x.example' } });
  await expect(bringIn(people(150))).rejects.toThrow('The browser broke.');
  expect(names()).toEqual(['Ann']);
  expect(runsIn(replica)).toMatchObject([{ isWhole: false, undoneAt: expect.any(String) }]);
});

test('what is cancelled is taken back, and no part comes after it', async () => {
  const { replica, bringIn, names, told } = browser({ cancelsAfter: 99 });
  expect(await bringIn(people(250))).toBeNull();
  expect([names(), told]).toEqual([[], [99]]);
  expect(runsIn(replica)).toMatchObject([{ undoneAt: expect.any(String) }]);
});

test('without the record that tells how to undo it nothing is made', async () => {
  const { replica, bringIn, names } = browser();
  await expect(bringIn(people(2), { ...NAMED, name: '' })).rejects.toThrow();
  expect([names(), runsIn(replica)]).toEqual([[], []]);
});

test('undoing gives back what stood, keeps what was edited since, and says so; a second time does nothing', async () => {
  const { replica, bringIn, names } = browser();
  const ann = { type: 'contacts', id: v7() };
  replica.change(ann, { op: 'create', record: { name: 'Ann', email: 'ann@x.example' } });
  const run =
    (await bringIn([person(0, { name: 'Ann', email: 'ann@x.example', phone: '1' }), person(1), person(2)])) ?? '';
  const edited = standing(replica).find(({ name }) => name === 'P1');
  const ref = { type: 'contacts', id: String(edited?.contact_id) };
  replica.change(ref, { op: 'edit', record: { phone: '2' } });
  const { asked, kept } = wayBackOf(replica, run, WHEN);
  replica.changeAll(asked);
  expect(kept).toEqual([ref]);
  expect(names().toSorted()).toEqual(['Ann', 'P1']);
  expect(replica.record(ann)).toMatchObject({ phone: null });
  expect(runsIn(replica)).toMatchObject([{ undoneAt: WHEN.now }]);
  const before = standing(replica);
  replica.changeAll(wayBackOf(replica, run, WHEN).asked);
  expect(standing(replica)).toEqual(before);
});
