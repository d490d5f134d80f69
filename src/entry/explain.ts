import { resultCode, UnusableDatabase } from '../store/sqlite-file.ts';
import { UsageError } from './settings.ts';

/** Why the program cannot start, in one sentence with the remedy; a mistake of ours with all that helps to find it. */
export function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof UnusableDatabase) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('port' in error) return explainPort(error);
  if ('path' in error) return unwritable(`${error.path} (${'code' in error ? error.code : error.message})`);
  return resultCode(error) === undefined ? String(error.stack) : explainSqlite(error);
}

function explainPort(error: Error & { port: unknown }): string {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  if (isTaken) return `Port ${error.port} is taken: stop the program that uses it, or choose another with --port.`;
  return `Port ${error.port} cannot be used (${error.message}): choose another with --port.`;
}

/** By the result codes of https://sqlite.org/rescode.html. */
function explainSqlite(error: Error): string {
  switch (resultCode(error)) {
    case 5:
    case 6:
      return 'Another program is using the database: stop it, or choose another folder with --data.';
    case 8:
    case 13:
    case 14:
      return unwritable(`(${error.message})`);
    default:
      return `The database is damaged (${error.message}): docs/how-to/restore.md says how to go back to a snapshot.`;
  }
}

function unwritable(what: string): string {
  return `Cannot write to the data folder ${what}: choose another with --data.`;
}
