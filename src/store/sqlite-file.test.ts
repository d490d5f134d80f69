import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openDatabase, resultCode, UnusableDatabase } from './sqlite-file.ts';

const FIRST = 'CREATE TABLE people (name TEXT); INSERT INTO people VALUES (1)';
const SECOND = 'INSERT INTO people VALUES (2)';
const THIRD = 'INSERT INTO people VALUES (3)';

describe('migrations', () => {
  test('run once each, in their order, on a new file in a new folder', () => {
    const file = join(temporaryFolder(), 'new', 'folder', 'touchbase.db');
    expect(people(file, [FIRST, SECOND])).toEqual(['1', '2']);
    expect(people(file, [FIRST, SECOND])).toEqual(['1', '2']);
  });

  test('that are new run on an older file, and its number is that of the last', () => {
    const file = join(temporaryFolder(), 'touchbase.db');
    people(file, [FIRST]);
    expect(people(file, [FIRST, SECOND, THIRD])).toEqual(['1', '2', '3']);
    expect(open(file, [FIRST, SECOND, THIRD]).prepare('PRAGMA user_version').get()).toEqual({ user_version: 3 });
  });

  test('of which one fails leave the older version whole, to be opened again', () => {
    const file = join(temporaryFolder(), 'touchbase.db');
    people(file, [FIRST]);
    expect(() => open(file, [FIRST, SECOND, `${THIRD}; INSERT INTO nowhere VALUES (4)`])).toThrow('nowhere');
    expect(people(file, [FIRST])).toEqual(['1']);
  });
});

describe('a database of a newer version', () => {
  test('is refused with its file and the remedy', () => {
    const file = newerDatabase();
    expect(() => open(file, [FIRST])).toThrow(UnusableDatabase);
    expect(() => open(file, [FIRST])).toThrow(`${file} was written by a newer Touchbase (schema 2, this one knows 1).`);
    expect(() => open(file, [FIRST])).toThrow('Update Touchbase');
  });

  test('is left as it was, byte for byte', () => {
    const file = newerDatabase();
    expectUntouched(file, () => expect(() => open(file, [FIRST])).toThrow());
  });
});

describe('a file that is not ours is refused and left as it was, byte for byte', () => {
  test.each([
    ['no database', (file: string) => writeFileSync(file, 'Dear diary, '.repeat(1000))],
    ['shorter than a database', (file: string) => writeFileSync(file, 'Dear diary')],
    ['the database of another program', (file: string) => foreignDatabase(file, 'CREATE TABLE songs (title)')],
    [
      'the database of another program that numbers its versions',
      (file: string) => foreignDatabase(file, 'CREATE TABLE songs (title); PRAGMA user_version = 1'),
    ],
  ])('%s', (_, write) => {
    const file = join(temporaryFolder(), 'touchbase.db');
    write(file);
    expectUntouched(file, () => {
      expect(() => openDatabase(file)).toThrow(new UnusableDatabase(`${file} is not a Touchbase database.`));
    });
  });
});

describe('an open database', () => {
  test('has a write-ahead log that is synced at every commit', () => {
    const db = open(join(temporaryFolder(), 'touchbase.db'));
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    const FULL = 2;
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: FULL });
  });

  test('leaves one file behind when it is closed', () => {
    const folder = temporaryFolder();
    const db = openDatabase(join(folder, 'touchbase.db'));
    db.exec('UPDATE writes SET count = 1');
    db.close();
    expect(readdirSync(folder)).toEqual(['touchbase.db']);
  });
});

test('the result code of SQLite is told from any other error', () => {
  const SQLITE_ERROR = 1;
  expect(resultCode(errorOf(() => open(':memory:').exec('no SQL')))).toBe(SQLITE_ERROR);
  expect(resultCode(new Error('no code'))).toBeUndefined();
  expect(resultCode('no error')).toBeUndefined();
});

function open(file: string, migrations?: readonly string[]): DatabaseSync {
  const db = openDatabase(file, migrations);
  onTestFinished(() => {
    if (db.isOpen) db.close();
  });
  return db;
}

/** What the migrations made of the file. */
function people(file: string, migrations: readonly string[]): unknown[] {
  const db = openDatabase(file, migrations);
  const rows = db.prepare('SELECT name FROM people').all();
  db.close();
  return rows.map(({ name }) => name);
}

function newerDatabase(): string {
  const file = join(temporaryFolder(), 'touchbase.db');
  people(file, [FIRST, SECOND]);
  return file;
}

function foreignDatabase(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

function expectUntouched(file: string, attempt: () => void): void {
  const before = readFileSync(file);
  attempt();
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(join(file, '..'))).toEqual(['touchbase.db']);
}

function errorOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
}
