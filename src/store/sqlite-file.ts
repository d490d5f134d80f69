import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './sqlite-migrations.ts';

const BUSY_TIMEOUT_MS = 5_000;

/** Holds the inner pages of every index at 100,000 records, so that a get costs what it costs at 1,000. */
const CACHE_KIB = 65_536;

/** “Tbse”: tells our files from those of other programs (https://sqlite.org/pragma.html#pragma_application_id). */
const APPLICATION_ID = 0x54627365;

/** The file is no database of this program, or of one that is newer than this. */
export class UnusableDatabase extends Error {
  override readonly name = 'UnusableDatabase';
}

/**
 * Opens a database file, made anew where there is none, and brings its schema up to date.
 *
 * @param file a path, or `:memory:`
 * @throws UnusableDatabase with a sentence for the person, and the file is left as it was
 */
export function openDatabase(file: string, migrations: readonly string[] = MIGRATIONS): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    migrate(db, file, migrations);
    // WAL with FULL syncs at every commit: an acknowledged write outlives a power cut (https://sqlite.org/pragma.html#pragma_synchronous).
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -${CACHE_KIB}`);
    return db;
  } catch (error) {
    db.close();
    throw isNotADatabase(error) ? notOurs(file) : error;
  }
}

/** Runs what is new of the numbered migrations; each one counts only when it is whole. */
function migrate(db: DatabaseSync, file: string, migrations: readonly string[]): void {
  inTransaction(db, () => {
    if (!isOurs(db) && !isEmpty(db)) throw notOurs(file);
    const current = schemaVersion(db);
    if (current > migrations.length) {
      throw new UnusableDatabase(
        `${file} was written by a newer Touchbase (schema ${current}, this one knows ${migrations.length}). Update Touchbase, or choose another folder with --data.`,
      );
    }
    if (current === migrations.length) return;
    for (const sql of migrations.slice(current)) db.exec(sql);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length};`);
  });
}

/** Runs `work` as one transaction, writes of other processes kept out; rolled back when it throws. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function isOurs(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA application_id').get()?.application_id === APPLICATION_ID;
}

/** Whether nobody has put anything into it yet. */
function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined && schemaVersion(db) === 0;
}

function notOurs(file: string): UnusableDatabase {
  return new UnusableDatabase(`${file} is not a Touchbase database.`);
}

function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}

/** The result code of an error that SQLite raised (https://sqlite.org/rescode.html), without its extension. */
export function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return Number(error.errcode) & 0xff;
}

function isNotADatabase(error: unknown): boolean {
  const SQLITE_NOTADB = 26;
  return resultCode(error) === SQLITE_NOTADB;
}

/**
 * What is wrong with a database file, as SQLite finds it without changing it
 * (https://sqlite.org/pragma.html#pragma_integrity_check); null where nothing is.
 */
export function damageOf(file: string): string | null {
  try {
    const db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    try {
      if (!isOurs(db)) return notOurs(file).message.replace(/\.$/, '');
      const [found] = db.prepare('PRAGMA integrity_check(1)').all();
      return found?.integrity_check === 'ok' ? null : String(found?.integrity_check);
    } finally {
      db.close();
    }
  } catch (error) {
    if (resultCode(error) === undefined) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}
