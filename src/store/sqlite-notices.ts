import { type Notices, readNotice } from './notices.ts';
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
    async put(workspace, { tag, title, body, url }, until) {
      put.run(workspace, tag, title, body, url, until);
    },
    async take(workspace, now) {
      // It is asked for every minute, and mostly nothing waits: then nothing is written.
      if (!any.get(workspace)) return [];
      return inTransaction(db, () => {
        const taken = waiting.all(workspace, now).map(readNotice);
        remove.run(workspace);
        return taken;
      });
    },
    close: () => db.close(),
  };
}
