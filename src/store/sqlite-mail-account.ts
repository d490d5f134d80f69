import { type MailAccounts, readMailAccount } from './mail-account.ts';
import { openDatabase } from './sqlite-file.ts';

/** Keeps the mail account of a laptop in the file of its records; of the password nothing. */
export function openSqliteMailAccounts(file: string): MailAccounts & { close(): void } {
  const db = openDatabase(file);
  const get = db.prepare('SELECT account FROM mail_accounts WHERE workspace = ?');
  const put = db.prepare('INSERT OR REPLACE INTO mail_accounts (workspace, account) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM mail_accounts WHERE workspace = ?');
  return {
    async of(workspace) {
      const row = get.get(workspace);
      return row ? readMailAccount(JSON.parse(String(row.account))) : null;
    },
    async keep(workspace, account) {
      put.run(workspace, JSON.stringify(readMailAccount(account)));
    },
    async forget(workspace) {
      remove.run(workspace);
    },
    close: () => db.close(),
  };
}
