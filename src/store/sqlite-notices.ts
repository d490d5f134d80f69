import { type DesktopNotice, type Notices, readNotice } from './notices.ts';
import { answer } from './sqlite-answer.ts';
import { inTransaction, openDatabase } from './sqlite-file.ts';

/** Keeps what a laptop's desktop is to show in the file of its records: it outlives the program. */
export function openSqliteNotices(file: string): Notices & { close(): void } {
  const db = openDatabase(file);
  const put = db.prepare(
    'INSERT OR REPLACE INTO notices (workspace, tag, title, body, url, until) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const waiting = db.prepare('SELECT * FROM notices WHERE workspace = ? AND until > ? ORDER BY rowid');
  const any = db.prepare('SELECT 1 FROM notices WHERE workspace = ?');
  const remove = db.prepare('DELETE FROM notices WHERE workspace = ?');
  return {
    put: (workspace, { tag, title, body, url }, until) =>
      answer(() => void put.run(workspace, tag, title, body, url, until)),
    take: (workspace, now) => answer(() => take(workspace, now)),
    close: () => db.close(),
  };

  function take(workspace: string, now: string): readonly DesktopNotice[] {
    // It is asked for every minute, and mostly nothing waits: then nothing is written.
    if (!any.get(workspace)) return [];
    return inTransaction(db, () => {
      const taken = waiting.all(workspace, now).map(readNotice);
      remove.run(workspace);
      return taken;
    });
  }
}
