import { UnusableDatabase } from '../store/sqlite-file.ts';
import { UsageError } from './settings.ts';

/** Why the program cannot start, in one sentence with the remedy; a mistake of ours with all that helps to find it. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError || error instanceof UnusableDatabase) return error.message;
  if (!('code' in error)) return String(error.stack);
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${'port' in error ? error.port : ''} is taken: stop the program that uses it, or choose another with --port.`;
    case 'EACCES':
      if ('port' in error) return `Port ${error.port} needs more rights: choose one above 1023 with --port.`;
      return unwritable(error);
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EPERM':
    case 'EROFS':
    case 'ENOSPC':
      return unwritable(error);
    case 'ERR_SQLITE_ERROR':
      return `The database cannot be used: ${error.message}. Choose another folder with --data, or restore a snapshot.`;
    default:
      return String(error.stack);
  }
}

function unwritable(error: Error): string {
  const path = 'path' in error ? ` ${error.path}` : '';
  return `Cannot write to the data folder${path} (${'code' in error ? error.code : error.message}): choose another with --data.`;
}
