import { type MailAccounts, readMailAccount } from './mail-account.ts';
import { answer } from './sqlite-answer.ts';
import { openDatabase } from './sqlite-file.ts';

/** Keeps the mail account of a laptop in the file of its records; of the password nothing. */
export function openSqliteMailAccounts(file: string): MailAccounts & { close(): void } {
  const db = openDatabase(file);
  const get = db.prepare('SELECT account FROM mail_accounts WHERE workspace = ?');
  const put = db.prepare('INSERT OR REPLACE INTO mail_accounts (workspace, account) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM mail_accounts WHERE workspace = ?');
  return {
    of: (workspace) =>
      answer(() => {
        const row = get.get(workspace);
        return row ? readMailAccount(JSON.parse(String(row.account))) : null;
      }),
    keep: (workspace, account) => answer(() => void put.run(workspace, JSON.stringify(readMailAccount(account)))),
    forget: (workspace) => answer(() => void remove.run(workspace)),
    close: () => db.close(),
  };
}
