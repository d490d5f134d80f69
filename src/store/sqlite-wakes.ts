import type { SQLOutputValue } from 'node:sqlite';
import type { Instant } from '../domain/dates.ts';
import { answer } from './sqlite-answer.ts';
import { openDatabase } from './sqlite-file.ts';
import type { Wake, Wakes } from './wakes.ts';

const PAGE = 200;

/**
 * Keeps when to look at a record with the record itself, in a column that the store's `put` writes.
 *
 * @param file the path of the records' file
 */
export function openSqliteWakes(file: string): Wakes & { close(): void } {
  const db = openDatabase(file);
  // Goes on behind the last row of the page before: what is settled meanwhile neither hides another nor comes at the same instant again.
  const page = db.prepare(`
    SELECT workspace, type, id, wakes_at, key FROM records
     WHERE wakes_at <= ?1 AND (wakes_at, key) > (?2, ?3) ORDER BY wakes_at, key LIMIT ${PAGE}`);
  const settle = db.prepare(
    'UPDATE records SET wakes_at = ? WHERE workspace = ? AND type = ? AND id = ? AND wakes_at = ?',
  );
  return {
    due,
    settle: ({ workspace, type, id, at }, next) =>
      answer(() => settle.run(next, workspace, type, id, at).changes === 1),
    close: () => db.close(),
  };

  async function* due(until: Instant): AsyncGenerator<readonly Wake[]> {
    for (let last: Row | undefined = { wakes_at: '', key: 0 }; last; ) {
      const [at, key] = [String(last.wakes_at), Number(last.key)];
      const rows: readonly Row[] = await answer(() => page.all(until, at, key));
      if (rows.length > 0) yield rows.map(wakeOf);
      last = rows.length === PAGE ? rows.at(-1) : undefined;
    }
  }
}

type Row = Readonly<Record<string, SQLOutputValue>>;

function wakeOf({ workspace, type, id, wakes_at }: Row): Wake {
  return { workspace: String(workspace), type: String(type), id: String(id), at: String(wakes_at) };
}
