import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay, anyJob, anyOthers, anyPerson, worldOf } from '../../test/any-records.ts';
import { madeRecord, numberedId } from '../../test/made-record.ts';
import type { World } from '../../test/small-world.ts';
import { History } from '../web/deeds/history.ts';
import { application } from './application.ts';
import { contact } from './contact.ts';
import { interaction } from './interaction.ts';
import { type Merge, merge } from './merge.ts';
import { type AnyRecord, idOf, type Noun } from './noun.ts';
import { NOUNS } from './nouns.ts';
import { fold } from './search.ts';
import { task } from './task.ts';

const lineOf = ({ field, value }: { field: string; value: unknown }) => `Also: ${field} ${value}`;
const [A, B] = [numberedId(1), numberedId(2)];

/** Who names a record of a type, deleted ones aside: by its type and its id. */
function namersOf(world: World, type: string, ids: readonly string[]): readonly string[] {
  const name = type === 'contacts' ? 'contact_id' : 'application_id';
  const isNaming = (record: AnyRecord) => {
    const people = record.contact_ids;
    const isInRows =
      Array.isArray(people) && type === 'contacts' && people.some(({ contact_id }) => ids.includes(contact_id));
    return record.deleted_at === null && (isInRows || ids.includes(String(record[name])));
  };
  return [interaction, task, application].flatMap((noun) =>
    noun.type === type
      ? []
      : world
          .of(noun.type)
          .filter(isNaming)
          .map((record) => `${noun.type}/${idOf(noun, record)}`),
  );
}

const plain = (value: unknown) => String(value).trim().toLowerCase();

/** Whether a value of a field is found in the merged record: in the field, in the history, or in the notes. */
function isFound(noun: Noun, merged: AnyRecord, name: string, value: unknown): boolean {
  const now = merged[name];
  const history = [merged[noun.history?.field ?? '']].flat() as readonly Record<string, unknown>[];
  if (Array.isArray(value)) return value.every((one) => [now].flat().some((other) => isWithin(one, other)));
  if (plain(now) === plain(value)) return true;
  if (name === 'applied_on' && history.some(({ stage, on }) => stage === 'applied' && on === value)) return true;
  if (noun.history?.of.includes(name) && history.some((row) => row[name] === value)) return true;
  const line = noun.fields[name]?.control === 'notes' ? String(value) : lineOf({ field: name, value });
  const long = noun.fields[name]?.control === 'notes' ? now : merged.notes;
  return `\n${long}\n`.includes(`\n${line}\n`);
}

/** A tag that is spelled otherwise, or a row of which all that it says is said. */
function isWithin(one: unknown, other: unknown): boolean {
  if (typeof one === 'string') return fold(one) === fold(String(other));
  const row = other as Record<string, unknown>;
  return Object.entries(one as Record<string, unknown>).every(([name, value]) => value === null || row[name] === value);
}

function expectAllKept(noun: Noun, merged: AnyRecord, ...parts: readonly AnyRecord[]): void {
  for (const part of parts) {
    for (const name of Object.keys(noun.fields)) {
      const value = part[name];
      // That the e-mail of one is not known is no loss where that of the other is.
      if (value === null || value === '' || name === 'needs_email') continue;
      expect({ name, value, merged, isFound: isFound(noun, merged, name, value) }).toMatchObject({ isFound: true });
    }
  }
}

function operationsOf(merged: Merge) {
  if ('problem' in merged) throw new Error(merged.problem.detail);
  return merged.operations;
}

const nounAndPair = fc.oneof(
  fc.tuple(fc.constant<Noun>(contact), fc.tuple(anyPerson, anyPerson), fc.tuple(anyDay, anyDay)),
  fc.tuple(fc.constant<Noun>(application), fc.tuple(anyJob, anyJob), fc.tuple(anyDay, anyDay)),
);

const isOld = fc.integer({ min: 0, max: 3 }).map((dice) => dice === 0);

/** A contact that was kept before there was a history of statuses. */
function aged(noun: Noun, record: AnyRecord, isOld: boolean): AnyRecord {
  return isOld && noun.type === 'contacts' ? { ...record, status_history: [] } : record;
}

/** A world with two records to merge, and their merge. */
const scene = fc
  .tuple(nounAndPair, anyOthers, isOld, isOld)
  .map(([[noun, [one, other], [on, otherOn]], rest, a, b]) => {
    const kept = aged(noun, madeRecord(noun, 1, one, on), a);
    const gone = aged(noun, madeRecord(noun, 2, other, otherOn), b);
    const world = worldOf(noun, [kept, gone], rest);
    const operations = operationsOf(merge(noun, kept, gone, { nouns: NOUNS, recordsOf: world.of, lineOf }));
    return { noun, kept, gone, world, operations };
  });

describe('a merge', () => {
  test('is of changes that can all be made, one of each record, and deletes the other last', () => {
    fc.assert(
      fc.property(scene, ({ noun, world, operations }) => {
        const steps = operations.map(({ operation, ...ref }) => world.make(ref, operation));
        expect(steps).not.toContain(null);
        expect(new Set(operations.map(({ type, id }) => `${type}/${id}`)).size).toBe(operations.length);
        expect(operations.at(-1)).toEqual({ type: noun.type, id: B, operation: { op: 'remove' } });
      }),
    );
  });

  test('leaves everything that named either naming the one kept, and nothing naming the other', () => {
    fc.assert(
      fc.property(scene, ({ noun, world, operations }) => {
        const before = namersOf(world, noun.type, [A, B]);
        for (const { operation, ...ref } of operations) world.make(ref, operation);
        expect(namersOf(world, noun.type, [A])).toEqual(before);
        expect(namersOf(world, noun.type, [B])).toEqual([]);
      }),
    );
  });

  test('loses no value of either', () => {
    fc.assert(
      fc.property(scene, ({ noun, kept, gone, world, operations }) => {
        for (const { operation, ...ref } of operations) world.make(ref, operation);
        const merged = world.read({ type: noun.type, id: A });
        if (!merged) throw new Error('It is there.');
        expectAllKept(noun, merged, kept, gone);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves a history in order, whose last row is how the record stands', () => {
    fc.assert(
      fc.property(scene, ({ noun, world, operations }) => {
        for (const { operation, ...ref } of operations) world.make(ref, operation);
        const merged = world.read({ type: noun.type, id: A });
        const { field = '', of = [] } = noun.history ?? {};
        const rows = [merged?.[field]].flat() as readonly Record<string, unknown>[];
        const days = rows.map(({ on }) => String(on));
        expect(days).toEqual(days.toSorted());
        for (const name of rows.length > 0 ? of : []) expect(rows.at(-1)?.[name] ?? null).toBe(merged?.[name]);
      }),
    );
  });

  test('is undone by the history of the web app, made again and undone', () => {
    fc.assert(
      fc.property(scene, ({ world, operations }) => {
        const history = new History();
        const before = world.seen();
        history.add({
          label: 'Merged',
          steps: operations.flatMap(({ operation, ...ref }) => world.make(ref, operation) ?? []),
        });
        const after = world.seen();
        for (const [plan, goal] of [
          [() => history.undo(world.read), before],
          [() => history.redo(world.read), after],
          [() => history.undo(world.read), before],
        ] as const) {
          const made = plan();
          expect(made?.isWhole).toBe(true);
          for (const { ref, operation } of made?.changes ?? []) world.make(ref, operation);
          expect(world.seen()).toEqual(goal);
        }
      }),
    );
  });
});
