import { expect, test } from 'vitest';
import { NOUNS } from '../../domain/nouns.ts';
import { sourceOf } from '../../interop/import/source.ts';
import { storageOrMemory } from '../storage.ts';
import { replicaInMemory } from '../sync/replica-in-memory.ts';
import { Habits } from './habits.ts';
import { ImportSession } from './import-session.ts';
import { mappingWith } from './mapping-with.ts';

const PEOPLE = sourceOf('people.csv', 'Name,E-mail,Heard of by,Place\nAnn,ann@example.org,Fair,Bern\n');

async function planned() {
  const replica = replicaInMemory(NOUNS);
  const habits = new Habits(
    storageOrMemory(() => null),
    'mine',
  );
  const session = new ImportSession({ replica, send: () => {}, habits, today: () => '2026-03-10' });
  await session.read([PEOPLE]);
  const phases: string[] = [];
  session.phase.subscribe(({ is }) => phases.push(is));
  const [table] = session.phase.value.is === 'planned' ? session.phase.value.read.tables : [];
  if (!table) throw new Error('There is no table.');
  const map = (at: number, to: string | null) => session.map(table.headerKey, mappingWith(table, at, to), at);
  return { session, replica, phases, map };
}

test('corrections that follow each other quickly all hold, and the plan stays in sight meanwhile', async () => {
  const { session, phases, map } = await planned();
  await Promise.all([map(2, 'contacts.source'), map(3, null)]);
  expect(new Set(phases)).toEqual(new Set(['planned']));
  expect(session.phase.value).toMatchObject({
    plan: { rows: [{ fields: { source: 'Fair' } }] },
    read: { tables: [{ columns: [{}, {}, { field: 'contacts.source' }, { field: null }] }] },
  });
});

test('what is applied right after a correction is the corrected plan', async () => {
  const { session, replica, map } = await planned();
  void map(2, 'contacts.source');
  await Promise.all([session.apply(), session.apply()]);
  expect(session.phase.value).toMatchObject({ is: 'done' });
  expect(replica.pending.value).toHaveLength(2);
  expect([...replica.collection('contacts').all()]).toMatchObject([{ name: 'Ann', source: 'Fair', notes: null }]);
});

test('who goes back to the beginning while a correction is read stays there', async () => {
  const { session, map } = await planned();
  const corrected = map(2, 'contacts.source');
  session.begin();
  await corrected;
  expect(session.phase.value).toEqual({ is: 'idle' });
});

test('what one chose of rows holds when a column is corrected', async () => {
  const { session, map } = await planned();
  const row = () => (session.phase.value.is === 'planned' ? session.phase.value.plan.rows[0] : undefined);
  session.choose(row()?.key ?? '', { action: 'alone' });
  await map(3, null);
  expect(row()).toMatchObject({ action: 'alone' });
});
