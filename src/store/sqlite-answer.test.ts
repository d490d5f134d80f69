import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { answer } from './sqlite-answer.ts';
import { StoreBusy } from './store.ts';

test('a file that another program has is busy for now', async () => {
  const [one, other] = twoAtOneFile();
  one.exec('BEGIN IMMEDIATE');
  const refused = new StoreBusy('Another program is using the database.');
  await expect(answer(() => other.exec('INSERT INTO people VALUES (1)'))).rejects.toThrow(refused);
  one.exec('COMMIT');
  await answer(() => other.exec('INSERT INTO people VALUES (1)'));
});

test('a full disk is busy for now, as there may be room later', async () => {
  const [db] = twoAtOneFile();
  db.exec('PRAGMA max_page_count = 3');
  const written = answer(() => db.exec('INSERT INTO people VALUES (zeroblob(100000))'));
  await expect(written).rejects.toThrow(new StoreBusy('The disk is full.'));
});

test('what is wrong for good is told as it is', async () => {
  const [db] = twoAtOneFile();
  await expect(answer(() => db.exec('no SQL'))).rejects.toThrow('syntax error');
  await expect(answer(() => db.exec('no SQL'))).rejects.not.toBeInstanceOf(StoreBusy);
});

function twoAtOneFile(): readonly [DatabaseSync, DatabaseSync] {
  const file = join(temporaryFolder(), 'people.db');
  const [one, other] = [new DatabaseSync(file), new DatabaseSync(file, { timeout: 0 })];
  onTestFinished(() => {
    for (const db of [one, other]) db.close();
  });
  one.exec('CREATE TABLE people (name)');
  return [one, other];
}
