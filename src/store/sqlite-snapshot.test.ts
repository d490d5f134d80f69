import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { contact } from '../domain/contact.ts';
import { openScene, refTo, Scene } from './contract-scene.ts';
import { openSqlite } from './sqlite.ts';
import { openDatabase } from './sqlite-file.ts';
import { takeSnapshot } from './sqlite-snapshot.ts';
import { UnknownPosition } from './store.ts';

const TODAY = '2026-03-01';

test('a snapshot is a database that holds every record, found by its words, its date and its changes', async () => {
  const { file, scene } = await openFile();
  const records = [
    await scene.create(contact, 1, { name: 'Zoë', next_follow_up: TODAY }),
    await scene.create(contact, 2),
  ];
  const removed = await scene.remove(contact, await scene.create(contact, 3));
  const copy = await reopen(takeSnapshot(file, TODAY), scene);
  expect(await copy.list({})).toEqual(records);
  expect(await copy.list({ words: ['zoe'], due: { to: TODAY } })).toEqual(records.slice(0, 1));
  expect((await copy.readChanges(null)).changed).toEqual((await scene.readChanges(null)).changed);
  expect(await copy.get(refTo(contact, removed))).toEqual([removed]);
});

test('changes that were read before do not go on in a snapshot that was put in the place of its original', async () => {
  const { file, scene } = await openFile();
  await scene.create(contact, 1);
  const snapshot = takeSnapshot(file, TODAY);
  const { position } = await scene.readChanges(null);
  const copy = await reopen(snapshot, scene);
  await copy.create(contact, 2);
  await expect(copy.changes(position)).rejects.toBeInstanceOf(UnknownPosition);
  expect((await copy.readChanges(null)).changed).toHaveLength(2);
});

test('two processes that take it at once leave one whole snapshot and nothing else', async () => {
  const { file, scene } = await openFile();
  for (let n = 0; n < 500; n++) await scene.create(contact, n, { notes: 'n'.repeat(5000) });
  const both = [snapshotInThread(file), snapshotInThread(file)] as const;
  await Promise.all(both.map(({ ended }) => ended));
  expect(snapshots(file)).toEqual(['touchbase-2026-03-01.db']);
  expect(await (await reopen(both[0].path, scene)).list({})).toHaveLength(500);
});

test('there is one snapshot a day: a later one of the same day is the first, unchanged', async () => {
  const { file, scene } = await openFile();
  const first = takeSnapshot(file, TODAY);
  const before = readFileSync(first);
  await scene.create(contact, 1);
  expect(takeSnapshot(file, TODAY)).toBe(first);
  expect(readFileSync(first).equals(before)).toBe(true);
  expect(snapshots(file)).toEqual(['touchbase-2026-03-01.db']);
});

test('the last seven snapshots are kept', async () => {
  const { file } = await openFile();
  const days = ['02-25', '02-26', '02-27', '02-28', '03-01', '03-02', '03-03', '03-05', '03-09'];
  for (const day of days) takeSnapshot(file, `2026-${day}`);
  expect(snapshots(file)).toEqual(days.slice(2).map((day) => `touchbase-2026-${day}.db`));
});

test('files that are no snapshots of this database are left alone', async () => {
  const { file } = await openFile();
  const foreign = ['README.txt', 'touchbase-2026.db', 'touchbase-before-2020-01-01.db', 'other-2020-01-01.db'];
  mkdirSync(join(dirname(file), 'snapshots'));
  for (const name of foreign) writeFileSync(join(dirname(file), 'snapshots', name), 'mine');
  for (let day = 1; day <= 9; day++) takeSnapshot(file, `2026-03-0${day}`);
  expect(snapshots(file)).toEqual(expect.arrayContaining(foreign));
  expect(snapshots(file)).toHaveLength(foreign.length + 7);
});

test('a copy that was interrupted is no snapshot, and is gone once the next one is taken', async () => {
  const { file } = await openFile();
  const folder = join(dirname(file), 'snapshots');
  mkdirSync(folder);
  writeFileSync(join(folder, 'touchbase-2026-02-28.db.1234.unfinished'), readFileSync(file).subarray(0, 1000));
  openDatabase(takeSnapshot(file, TODAY)).close();
  expect(snapshots(file)).toEqual(['touchbase-2026-03-01.db']);
});

test('a copy that fails leaves no snapshot behind', () => {
  const file = join(temporaryFolder(), 'touchbase.db');
  writeFileSync(file, 'Dear diary, '.repeat(1000));
  expect(() => takeSnapshot(file, TODAY)).toThrow('not a database');
  expect(snapshots(file)).toEqual([]);
});

test('a snapshot that is taken while records are written holds those that were there when it began', async () => {
  const { file, scene } = await openFile();
  for (let n = 0; n < 200; n++) await scene.create(contact, n, { notes: 'n'.repeat(2000) });
  const snapshot = snapshotInThread(file);
  let created = 200;
  for (; !snapshot.isTaken(); created++) {
    await scene.create(contact, created);
    await new Promise(setImmediate);
  }
  const copied = await (await reopen(snapshot.path, scene)).list({});
  const originals = await scene.list({});
  expect(originals).toHaveLength(created);
  expect(copied.length).toBeGreaterThanOrEqual(200);
  expect(copied).toEqual(originals.slice(0, copied.length));
});

test('a database that is not open is copied, and stays as it was', () => {
  const file = join(temporaryFolder(), 'touchbase.db');
  openDatabase(file).close();
  const before = readFileSync(file);
  openDatabase(takeSnapshot(file, TODAY)).close();
  expect(readFileSync(file).equals(before)).toBe(true);
});

async function openFile(): Promise<{ file: string; scene: Scene }> {
  const file = join(temporaryFolder(), 'touchbase.db');
  return { file, scene: await openScene((options) => openSqlite({ file, ...options })) };
}

/** The same workspace as it is in another file. */
async function reopen(file: string, { workspace, clock }: Scene): Promise<Scene> {
  const store = openSqlite({ file, nouns: [contact], now: () => new Date(clock.instant()) });
  onTestFinished(() => store.close());
  return new Scene(store, workspace, clock);
}

function snapshots(file: string): string[] {
  return readdirSync(join(dirname(file), 'snapshots')).sort();
}

function snapshotInThread(file: string) {
  const script = `import(workerData.module).then(({ takeSnapshot }) => takeSnapshot(workerData.file, '${TODAY}'))`;
  const module = new URL('./sqlite-snapshot.ts', import.meta.url).href;
  const worker = new Worker(`const { workerData } = require('node:worker_threads'); ${script};`, {
    eval: true,
    workerData: { module, file },
  });
  let isTaken = false;
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      isTaken = true;
      resolve();
    });
  });
  return { path: join(dirname(file), 'snapshots', `touchbase-${TODAY}.db`), isTaken: () => isTaken, ended };
}
