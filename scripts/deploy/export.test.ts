import { expect, onTestFinished, test } from 'vitest';
import { testTable } from '../../test/dynalite.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { exportTable } from './export.ts';
import { waitingExports } from './exports.ts';
import { folderObjects } from './folder-objects.ts';
import type { Item } from './item.ts';
import type { Objects } from './objects.ts';
import { holdsExactly, putAside, restoreNewest } from './restore.ts';
import { breakingAt, item, passingItems, storyItems } from './stand-in.ts';
import { type Table, wholeTable } from './table.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const LATER = new Date('2027-01-05T12:00:00Z');
const say = () => {};

async function emptyTable(): Promise<Table> {
  const { client, name, remove } = await testTable();
  onTestFinished(remove);
  return wholeTable(async () => client, name);
}

async function tableWith(items: readonly Item[]): Promise<Table> {
  const table = await emptyTable();
  await table.write(items);
  return table;
}

async function contentOf(table: Table): Promise<Item[]> {
  const items: Item[] = [];
  for await (const one of table.scan()) items.push(one);
  return items.sort((a, b) => (`${a.pk.S} ${a.sk.S}` < `${b.pk.S} ${b.sk.S}` ? -1 : 1));
}

const bucket = () => folderObjects(temporaryFolder());

test('2,500 records come back into a new table, each as it was, a guest as just seen; what passes by itself does not', async () => {
  const objects = bucket();
  const table = await tableWith([...storyItems(2500), ...passingItems(NOW)]);
  const made = await exportTable({ table, objects, now: NOW, say, partSize: 50_000 });
  expect(made.manifest.parts.length).toBeGreaterThan(5);
  expect(made.manifest).toMatchObject({
    items: 2507,
    workspaces: 7,
    kinds: { contacts: 2500, account: 1, recipient: 1, sent: 1, GUESTS: 1, SECRETS: 1 },
  });

  const anew = await emptyTable();
  expect(await restoreNewest({ table: anew, objects, now: LATER, say })).toBe(true);
  const guest = item('GUESTS', 'workspace-1', { changed: { S: '2027-01-05#workspace-1' } });
  const expected = await tableWith([...storyItems(2500).filter(({ pk }) => pk.S !== 'GUESTS'), guest]);
  expect(await contentOf(anew)).toEqual(await contentOf(expected));
  expect(await waitingExports(objects)).toEqual([]);
  expect(await restoreNewest({ table: anew, objects, now: LATER, say })).toBe(false);
});

test('a table with nothing in it is exported and restored like any other', async () => {
  const objects = bucket();
  await exportTable({ table: await emptyTable(), objects, now: NOW, say });
  const anew = await emptyTable();
  expect(await restoreNewest({ table: anew, objects, now: LATER, say })).toBe(true);
  expect(await contentOf(anew)).toEqual([]);
});

test.each([
  ['one more', (items: Item[]) => [...items, item('W#workspace-0', 'contacts#new')], /17 items against 18/],
  ['one less', (items: Item[]) => items.slice(1), /17 items against 16/],
  [
    'another one',
    ([, ...items]: Item[]) => [item('W#workspace-0', 'contacts#0', { x: { S: '' } }), ...items],
    /same ones/,
  ],
])('there is no export where the second reading of the table finds %s', async (_, change, complaint) => {
  const objects = bucket();
  const changing = readings(storyItems(10), change(storyItems(10)));
  await expect(exportTable({ table: changing, objects, now: NOW, say })).rejects.toThrow(complaint);
  expect(await waitingExports(objects)).toEqual([]);
});

test('there is no export where the bucket gives back something else', async () => {
  const objects = bucket();
  const forgetful: Objects = { ...objects, get: async () => new Uint8Array([1, 2, 3]) };
  const table = readings(storyItems(10), storyItems(10));
  await expect(exportTable({ table, objects: forgetful, now: NOW, say })).rejects.toThrow(/damaged/);
  expect(await waitingExports(objects)).toEqual([]);
});

test('what a broken-off export left is removed by the next one', async () => {
  const objects = bucket();
  const table = await tableWith(storyItems(40));
  const broken = exportTable({ table, objects: breakingAt(objects, 3), now: NOW, say, partSize: 1000 });
  await expect(broken).rejects.toThrow('broken off');
  expect(await waitingExports(objects)).toEqual([]);
  const { folder } = await exportTable({ table, objects, now: LATER, say });
  expect((await objects.list('')).filter((key) => !key.startsWith(folder))).toEqual([]);
});

test('a restore that breaks off anywhere goes on when it is run again', async () => {
  const source = await tableWith(storyItems(30));
  let isDone = false;
  for (let n = 1; !isDone; n++) {
    const objects = bucket();
    await exportTable({ table: source, objects, now: NOW, say, partSize: 1000 });
    const table = await emptyTable();
    const attempt = restoreNewest({ table: breaking(table, n), objects: breakingAt(objects, n), now: LATER, say });
    isDone = await attempt.then(
      () => true,
      () => false,
    );
    await restoreNewest({ table, objects, now: LATER, say });
    expect(await waitingExports(objects), `broken off at ${n}`).toEqual([]);
    expect(await contentOf(table), `broken off at ${n}`).toHaveLength(37);
  }
});

test('a restore never writes over a table that somebody has used meanwhile', async () => {
  const objects = bucket();
  await exportTable({ table: await tableWith(storyItems(10)), objects, now: NOW, say });
  const table = await tableWith([item('W#somebody', 'contacts#1')]);
  await expect(restoreNewest({ table, objects, now: LATER, say })).rejects.toThrow(/--skip-restore/);
  expect(await contentOf(table)).toHaveLength(1);
  expect(await waitingExports(objects)).toHaveLength(1);
  await putAside(objects);
  expect(await waitingExports(objects)).toEqual([]);
  expect((await objects.list('restored/')).length).toBeGreaterThan(1);
});

test('a table that was exported and not destroyed needs no restore, and stays untouched', async () => {
  const objects = bucket();
  const table = await tableWith(storyItems(10));
  const waiting = await exportTable({ table, objects, now: NOW, say });
  expect(await holdsExactly(objects, table, waiting, LATER)).toBe(true);
  const before = await contentOf(table);
  expect(await restoreNewest({ table, objects, now: LATER, say })).toBe(true);
  expect(await contentOf(table)).toEqual(before);
});

test('of two exports the newer comes back, and the older never does', async () => {
  const objects = bucket();
  await exportTable({ table: await tableWith(storyItems(5)), objects, now: NOW, say });
  await exportTable({ table: await tableWith(storyItems(8)), objects, now: LATER, say });
  const table = await emptyTable();
  await restoreNewest({ table, objects, now: LATER, say });
  expect(await contentOf(table)).toHaveLength(15);
  expect(await restoreNewest({ table, objects, now: LATER, say })).toBe(false);
});

test('nothing is restored from a part that was tampered with', async () => {
  const objects = bucket();
  const { folder, manifest } = await exportTable({ table: await tableWith(storyItems(10)), objects, now: NOW, say });
  await objects.put(`${folder}${manifest.parts[0]?.key}`, new Uint8Array([31, 139]));
  const table = await emptyTable();
  await expect(restoreNewest({ table, objects, now: LATER, say })).rejects.toThrow(/damaged/);
  expect(await contentOf(table)).toEqual([]);
});

/** A table that holds something else each time it is read. */
function readings(...contents: readonly Item[][]): Table {
  let reading = 0;
  return {
    name: 'changing',
    identity: async () => 'changing',
    scan: async function* () {
      yield* contents[reading++] ?? [];
    },
    write: async () => {},
  };
}

function breaking(table: Table, n: number): Table {
  let writes = 0;
  return {
    ...table,
    write: async (items) => {
      if (++writes >= n) {
        await table.write(items.slice(0, 7));
        throw new Error('broken off');
      }
      await table.write(items);
    },
  };
}
