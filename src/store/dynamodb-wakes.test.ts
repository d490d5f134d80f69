import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestTable, testTable } from '../../test/dynalite.ts';
import { required, text } from '../domain/field.ts';
import { type AnyRecord, defineNoun } from '../domain/noun.ts';
import { openItems } from './dynamodb-items.ts';
import { openWakes } from './dynamodb-wakes.ts';
import type { Wake } from './wakes.ts';

const alarm = defineNoun({
  type: 'alarms',
  singular: 'alarm',
  idField: 'alarm_id',
  titleField: 'rings_at',
  fields: { rings_at: required(text({ label: 'Rings at', maxLength: 30 })) },
  wakesAt: ({ rings_at }) => (rings_at === 'never' ? null : String(rings_at)),
});
const { wakesAt: _, ...asleep } = alarm;
const song = defineNoun({ ...asleep, type: 'songs' });

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

test('a record is there from its time on, in whichever workspace, and one that never is to be looked at is not', async () => {
  const [one, other] = [await kept('2026-03-01T07:30:00.000Z'), await kept('2026-03-01T08:00:00.000Z')];
  await kept('never');
  await kept('2026-03-01T07:00:00.000Z', { noun: song });
  expect(await due('2026-03-01T07:29:59.999Z')).toEqual([]);
  expect(await due('2026-03-01T07:30:00.000Z')).toEqual([one]);
  expect(await due('2026-03-02T00:00:00.000Z')).toEqual(expect.arrayContaining([one, other]));
  for (const wake of [one, other]) expect(await wakes().settle(wake, null)).toBe(true);
  expect(await due('2027-01-01T00:00:00.000Z')).toEqual([]);
});

test('one that was looked at comes again when that was said, with its record untouched', async () => {
  const wake = await kept('2026-03-01T07:30:00.000Z');
  expect(await wakes().settle(wake, '2026-03-02T07:30:00.000Z')).toBe(true);
  expect(await due('2026-03-02T07:29:00.000Z')).toEqual([]);
  const again = { ...wake, at: '2026-03-02T07:30:00.000Z' };
  expect(await due('2026-03-02T07:30:00.000Z')).toEqual([again]);
  const [record] = await store().get(wake.workspace, [wake]);
  expect(record).toMatchObject({ version: 1, rings_at: wake.at });
  await wakes().settle(again, null);
});

test('a write while it is looked at says it anew: the look before it settles nothing', async () => {
  const wake = await kept('2026-03-01T07:30:00.000Z');
  await kept('2026-03-05T07:30:00.000Z', { as: wake, version: 2 });
  expect(await wakes().settle(wake, null)).toBe(false);
  const [later] = await due('2026-03-05T07:30:00.000Z');
  expect(later).toEqual({ ...wake, at: '2026-03-05T07:30:00.000Z' });
  if (later) await wakes().settle(later, null);
});

test('nobody looks at a deleted record, nor does settling bring back one that is gone', async () => {
  const wake = await kept('2026-03-01T07:30:00.000Z');
  await kept('2026-03-01T07:30:00.000Z', { as: wake, version: 2, deleted_at: '2026-02-01T00:00:00.000Z' });
  expect(await due('2027-01-01T00:00:00.000Z')).toEqual([]);
  expect(await wakes().settle({ ...wake, id: v7() }, '2026-03-02T07:30:00.000Z')).toBe(false);
});

test('hundreds at one minute all come', async () => {
  const all = await Promise.all(Array.from({ length: 450 }, () => kept('2026-03-01T07:30:00.000Z')));
  const seen = await due('2026-03-01T07:30:00.000Z');
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
  expect(seen).toHaveLength(450);
});

function wakes() {
  return openWakes(openItems(table.client, table.name));
}

function store() {
  return table.open({ nouns: [alarm, song], now: () => new Date('2026-02-01T00:00:00.000Z') });
}

async function due(until: string): Promise<Wake[]> {
  const all: Wake[] = [];
  for await (const page of wakes().due(until)) all.push(...page);
  return all;
}

interface Keeping {
  readonly noun?: Pick<typeof alarm, 'type'>;
  readonly as?: Wake;
  readonly version?: number;
  readonly deleted_at?: string | null;
}

async function kept(
  rings_at: string,
  { noun = alarm, as, version = 1, deleted_at = null }: Keeping = {},
): Promise<Wake> {
  const { workspace, id } = as ?? { workspace: v7(), id: v7() };
  const instant = '2026-02-01T00:00:00.000Z';
  const record: AnyRecord = { alarm_id: id, rings_at, created_at: instant, updated_at: instant, version, deleted_at };
  await store().put(workspace, { type: noun.type, id, record }, version - 1);
  return { workspace, type: noun.type, id, at: rings_at };
}
