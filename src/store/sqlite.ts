import type { DatabaseSync } from 'node:sqlite';
import { LAST_DATE } from '../domain/dates.ts';
import { type Order, orderKey } from '../domain/listing.ts';
import { type AnyRecord, completer, type Noun, nounOf } from '../domain/noun.ts';
import { answer } from './sqlite-answer.ts';
import { openDatabase } from './sqlite-file.ts';
import { writeGroupOf } from './sqlite-group.ts';
import { matchExpression, openSearch } from './sqlite-search.ts';
import {
  type Changes,
  expiryOf,
  type ListQuery,
  type Page,
  type Ref,
  type Store,
  type Stored,
  UnknownPosition,
  wakeOf,
} from './store.ts';

interface Options {
  /** A path, or `:memory:`. */
  readonly file: string;
  readonly nouns: readonly Noun[];
  readonly now: () => Date;
}

type Row = Readonly<Record<string, unknown>>;

const COLUMN: Readonly<Record<Order, string>> = { created: 'id', updated: 'updated', due: 'due' };

/**
 * Opens the store of a laptop: one SQLite file. A write is on the disk when its promise resolves.
 *
 * @throws UnusableDatabase where the file is not ours, or newer than this program
 */
export function openSqlite({ file, nouns, now }: Options): Store {
  const db = openDatabase(file);
  forgetExpired(db, now());
  const search = openSearch(db, nouns);
  const statements = prepare(db);
  const completed = completer(nouns);
  const writes = writeGroupOf(db);

  return {
    get: (workspace, refs) => answer(() => refs.map((ref) => get(workspace, ref))),
    put: (workspace, stored, ifVersion) => answer(() => writes.add(() => put(workspace, stored, ifVersion))),
    list: (workspace, query) => answer(() => list(workspace, query)),
    changes: (workspace, since, limit) => answer(() => changes(workspace, since, limit)),
    close: () => answer(close),
  };

  function get(workspace: string, { type, id }: Ref): AnyRecord | undefined {
    const row = statements.get.get(workspace, type, id, instant());
    return row && recordOf(type, row);
  }

  function put(workspace: string, { type, id, record }: Stored, ifVersion: number): boolean {
    const noun = nounOf(nouns, type);
    const values = [record.version, record.updated_at, orderKey(noun, record, 'due'), expiryText(record)] as const;
    const kept = statements.put.get(
      ...[workspace, type, id, ...values, JSON.stringify(record)],
      ...[ifVersion, instant(), wakeOf(noun, record)],
    );
    if (!kept) return false;
    statements.count.run();
    search.update(Number(kept.key), noun, record);
    return true;
  }

  function list(workspace: string, query: ListQuery): Page {
    const { sql, parameters } = listStatement(workspace, query);
    const rows = db.prepare(sql).all(...parameters);
    const records = rows.slice(0, query.limit).map((row) => recordOf(query.type, row));
    const last = rows[query.limit - 1];
    if (rows.length <= query.limit || !last) return { records };
    return { records, next: { key: query.order === 'created' ? '' : String(last[query.order]), id: String(last.id) } };
  }

  function changes(workspace: string, since: string | null, limit: number): Changes {
    const { count, epoch } = statements.writes.get() ?? {};
    const after = since === null ? 0 : sequenceOf(since, String(epoch), Number(count));
    const rows = statements.changes.all(workspace, after, instant(), limit + 1);
    const page = rows.slice(0, limit);
    const changed = page.map((row) => storedOf(String(row.type), row));
    return { changed, position: `${epoch}.${page.at(-1)?.sequence ?? after}`, more: rows.length > limit };
  }

  function storedOf(type: string, row: Row): Stored {
    return { type, id: String(row.id), record: recordOf(type, row) };
  }

  function recordOf(type: string, row: Row): AnyRecord {
    return completed(type, JSON.parse(String(row.record)));
  }

  function close(): void {
    writes.carryOut();
    db.close();
  }

  function instant(): string {
    return now().toISOString();
  }
}

/** A position names the file's epoch: one of before it was restored from a copy leads nowhere. */
function sequenceOf(position: string, epoch: string, count: number): number {
  const [, of, sequence] = /^([0-9a-f]{16})\.(\d{1,15})$/.exec(position) ?? [];
  if (of !== epoch || Number(sequence) > count) throw new UnknownPosition();
  return Number(sequence);
}

function prepare(db: DatabaseSync) {
  return {
    get: db.prepare(
      'SELECT record FROM records WHERE workspace = ? AND type = ? AND id = ? AND (expires_at IS NULL OR expires_at > ?)',
    ),
    put: db.prepare(`
      INSERT INTO records (workspace, type, id, version, updated, due, expires_at, record, wakes_at, sequence)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?11, count + 1 FROM writes
       WHERE ?9 = 0 OR EXISTS (SELECT 1 FROM records WHERE workspace = ?1 AND type = ?2 AND id = ?3)
      ON CONFLICT (workspace, type, id) DO UPDATE
        SET version = excluded.version, updated = excluded.updated, due = excluded.due,
            expires_at = excluded.expires_at, record = excluded.record, wakes_at = excluded.wakes_at,
            sequence = excluded.sequence
        WHERE ?9 = iif(records.expires_at <= ?10, 0, records.version)
      RETURNING key`),
    count: db.prepare('UPDATE writes SET count = count + 1'),
    writes: db.prepare('SELECT count, epoch FROM writes'),
    changes: db.prepare(`
      SELECT type, id, record, sequence FROM records
       WHERE workspace = ? AND sequence > ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY sequence LIMIT ?`),
  };
}

/** One more row than the page holds is asked for: it tells whether there is a next page. */
function listStatement(workspace: string, query: ListQuery) {
  const column = COLUMN[query.order];
  const where = ['workspace = ?', 'type = ?', 'expires_at IS NULL'];
  const parameters: (string | number)[] = [workspace, query.type];
  const add = (condition: string, ...values: string[]) => {
    where.push(condition);
    parameters.push(...values);
  };
  const match = matchExpression(query);
  if (match) add('key IN (SELECT rowid FROM search WHERE search MATCH ?)', match);
  if (query.due) add('due >= ? AND due <= ?', query.due.from ?? '', query.due.to ?? LAST_DATE);
  const beyond = query.descending ? '<' : '>';
  if (query.after && query.order === 'created') add(`id ${beyond} ?`, query.after.id);
  else if (query.after) add(`(${column}, id) ${beyond} (?, ?)`, query.after.key, query.after.id);
  const direction = query.descending ? 'DESC' : 'ASC';
  const sql = `SELECT id, updated, due, record FROM records WHERE ${where.join(' AND ')}
    ORDER BY ${column} ${direction}, id ${direction} LIMIT ?`;
  return { sql, parameters: [...parameters, query.limit + 1] };
}

function forgetExpired(db: DatabaseSync, now: Date): void {
  db.prepare('DELETE FROM records WHERE expires_at <= ?').run(now.toISOString());
}

function expiryText(record: AnyRecord): string | null {
  return expiryOf(record)?.toISOString() ?? null;
}
