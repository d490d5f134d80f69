import type { Secrets } from './secrets.ts';
import { answer } from './sqlite-answer.ts';
import { openDatabase } from './sqlite-file.ts';

/**
 * Keeps what a laptop signs with in the file of its records.
 *
 * @param file a path, or `:memory:`
 */
export function openSqliteSecrets(file: string): Secrets & { close(): void } {
  const db = openDatabase(file);
  const get = db.prepare('SELECT secret FROM secrets WHERE purpose = ?');
  const put = db.prepare('INSERT INTO secrets (purpose, secret) VALUES (?, ?) ON CONFLICT DO NOTHING');
  return {
    of: (purpose, make) =>
      answer(() => {
        const standing = get.get(purpose);
        if (standing) return String(standing.secret);
        put.run(purpose, make());
        return String(get.get(purpose)?.secret);
      }),
    close: () => db.close(),
  };
}
