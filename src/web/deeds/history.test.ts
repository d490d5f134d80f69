import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Operation } from '../../domain/changes.ts';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { type Step, stepOf } from '../../domain/way-back.ts';
import type { Asked } from '../sync/replica.ts';
import { History } from './history.ts';

const NOW = '2026-03-12T10:00:00.000Z';
const VALUES = { name: 'Ann', email: 'ann@example.org' };
const ref = (id: string) => ({ type: contact.type, id });

/** Records, and a person who changes them and keeps a history. */
function newDesk() {
  const records = new Map<string, AnyRecord>();
  const history = new History();
  const make = (changes: readonly Asked[]) =>
    changes.flatMap(({ ref, operation }): Step[] => {
      const before = records.get(ref.id);
      const outcome = apply(contact, before, operation, { id: ref.id, now: NOW });
      if ('problem' in outcome) return [];
      records.set(ref.id, outcome.record);
      return [stepOf(contact, ref, before, outcome.record) ?? []].flat();
    });
  const read = ({ id }: { id: string }) => records.get(id);
  const run = (...changes: readonly (readonly [string, Operation])[]) => {
    const steps = make(changes.map(([id, operation]) => ({ ref: ref(id), operation })));
    if (steps.length > 0) history.add({ label: 'deed', steps });
  };
  const undo = () => follow(history.undo(read));
  const redo = () => follow(history.redo(read));
  const follow = (plan: ReturnType<History['undo']>) => {
    make(plan?.changes ?? []);
    return plan;
  };
  const shown = () =>
    [...records.entries()]
      .filter(([, record]) => record.deleted_at === null)
      .map(([id, record]) => [id, ...Object.keys(contact.fields).map((name) => record[name])])
      .sort();
  return { run, make, undo, redo, shown, records };
}

const edit = (values: Readonly<Record<string, unknown>>): Operation => ({ op: 'edit', record: values });
const create: Operation = { op: 'create', record: VALUES };
const remove: Operation = { op: 'remove' };

test('a create, an edit and a removal are undone one after the other, and made again', () => {
  const { run, undo, redo, shown } = newDesk();
  const stands = [shown()];
  for (const operation of [create, edit({ status: 'ghosted' }), remove]) {
    run(['a', operation]);
    stands.push(shown());
  }
  for (const stand of stands.slice(0, -1).toReversed()) {
    expect(undo()?.isWhole).toBe(true);
    expect(shown()).toEqual(stand);
  }
  expect(undo()).toBeNull();
  for (const stand of stands.slice(1)) {
    expect(redo()?.isWhole).toBe(true);
    expect(shown()).toEqual(stand);
  }
  expect(redo()).toBeNull();
});

test('a field that was changed since is left alone, the others go back, and the plan says so', () => {
  const { run, make, undo, records } = newDesk();
  run(['a', create]);
  run(['a', edit({ status: 'offer', company: 'Globex' })]);
  make([{ ref: ref('a'), operation: edit({ company: 'Hooli' }) }]);
  expect(undo()?.isWhole).toBe(false);
  expect(records.get('a')).toMatchObject({ status: null, company: 'Hooli' });
});

test('a contact somebody else wrote in since it was created is not taken away', () => {
  const { run, make, undo, records } = newDesk();
  run(['a', create]);
  make([{ ref: ref('a'), operation: edit({ notes: 'Met on Monday' }) }]);
  expect(undo()).toMatchObject({ changes: [], isWhole: false });
  expect(records.get('a')?.deleted_at).toBeNull();
});

test('what was deleted elsewhere since is not edited back, and what is back already is not restored', () => {
  const { run, make, undo } = newDesk();
  run(['a', create]);
  run(['a', edit({ status: 'offer' })]);
  make([{ ref: ref('a'), operation: remove }]);
  expect(undo()).toMatchObject({ changes: [], isWhole: false });
  make([{ ref: ref('a'), operation: { op: 'restore' } }]);
  run(['a', remove]);
  make([{ ref: ref('a'), operation: { op: 'restore' } }]);
  expect(undo()).toMatchObject({ changes: [], isWhole: false });
});

test('a change that changes nothing is no step', () => {
  const { run, undo, shown } = newDesk();
  run(['a', create]);
  run(['a', edit({ name: 'Ann' })]);
  undo();
  expect(shown()).toEqual([]);
});

test('a new deed ends what could be made again; the oldest of very many deeds is forgotten', () => {
  const { run, undo, redo } = newDesk();
  run(['a', create]);
  undo();
  run(['b', create]);
  expect(redo()).toBeNull();
  for (let count = 0; count < 250; count++) run(['b', edit({ company: `Company ${count}` })]);
  let undone = 0;
  while (undo()) undone++;
  expect(undone).toBe(200);
});

const ids = fc.constantFrom('a', 'b', 'c');
const operations = fc.oneof(
  fc.constant(create),
  fc.constant(remove),
  fc.constant<Operation>({ op: 'restore' }),
  fc
    .record({ status: fc.constantFrom('offer', 'ghosted', null), tags: fc.subarray(['visa', 'remote']) })
    .map((values) => edit(values)),
);
const deeds = fc.array(fc.uniqueArray(fc.tuple(ids, operations), { selector: ([id]) => id, minLength: 1 }), {
  maxLength: 20,
});

test('whatever was done, undoing all of it leads back, and making all of it again leads forward', () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const { run, undo, redo, shown } = newDesk();
      const begin = shown();
      for (const deed of all) run(...deed);
      const end = shown();
      for (let plan = undo(); plan; plan = undo()) expect(plan.isWhole).toBe(true);
      expect(shown()).toEqual(begin);
      for (let plan = redo(); plan; plan = redo()) expect(plan.isWhole).toBe(true);
      expect(shown()).toEqual(end);
    }),
  );
});

test('whatever others write meanwhile, undoing never takes a value of theirs away', () => {
  fc.assert(
    fc.property(deeds, ids, (all, id) => {
      const { run, make, undo, records } = newDesk();
      for (const deed of all) run(...deed);
      make([{ ref: ref(id), operation: edit({ status: 'written elsewhere' }) }]);
      const written = records.get(id)?.status === 'written elsewhere' && records.get(id)?.deleted_at === null;
      while (undo());
      if (written) expect(records.get(id)).toMatchObject({ status: 'written elsewhere', deleted_at: null });
    }),
  );
});
