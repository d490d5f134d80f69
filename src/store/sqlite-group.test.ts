import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { resultCode } from './sqlite-file.ts';
import { writeGroupOf } from './sqlite-group.ts';

/** A table of numbers, none of them twice, and what somebody else sees of it. */
function scene() {
  const file = join(temporaryFolder(), 'numbers.db');
  const db = new DatabaseSync(file, { timeout: 0 });
  const other = new DatabaseSync(file, { timeout: 0 });
  onTestFinished(() => {
    for (const one of [db, other]) if (one.isOpen) one.close();
  });
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE numbers (number INTEGER PRIMARY KEY)');
  const insert = db.prepare('INSERT INTO numbers VALUES (?)');
  const group = writeGroupOf(db);
  const add = (number: number) => group.add(() => insert.run(number).changes);
  const seen = () =>
    other
      .prepare('SELECT number FROM numbers ORDER BY number')
      .all()
      .map(({ number }) => number);
  return { add, group, other, seen };
}

test('what is asked for at the same moment is there all at once, and only then answered', async () => {
  const { add, seen } = scene();
  const writes = [add(1), add(2), add(3)];
  const first = writes[0]?.then(seen);
  expect(seen()).toEqual([]);
  expect(await Promise.all(writes)).toEqual([1, 1, 1]);
  expect(await first).toEqual([1, 2, 3]);
});

test('what one throws, the others do not feel', async () => {
  const { add, seen } = scene();
  const results = await Promise.allSettled([add(1), add(1), add(2)]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(seen()).toEqual([1, 2]);
});

test('while another program has the file, each is told so and none is kept', async () => {
  const { add, other, seen } = scene();
  other.exec('BEGIN IMMEDIATE');
  const results = await Promise.allSettled([add(1), add(2)]);
  other.exec('ROLLBACK');
  const SQLITE_BUSY = 5;
  expect(results.map((result) => result.status === 'rejected' && resultCode(result.reason))).toEqual([
    SQLITE_BUSY,
    SQLITE_BUSY,
  ]);
  expect([seen(), await add(3), seen()]).toEqual([[], 1, [3]]);
});

test('what waits can be carried out at once, and is carried out only once', async () => {
  const { add, group, seen } = scene();
  const write = add(1);
  group.carryOut();
  expect(seen()).toEqual([1]);
  expect(await write).toBe(1);
});
