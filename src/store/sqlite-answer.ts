import { resultCode } from './sqlite-file.ts';
import { StoreBusy } from './store.ts';

/** What SQLite refuses for now is `StoreBusy`: another process holds the file, or the disk is full. */
export async function answer<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const [SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL] = [5, 6, 13];
    const code = resultCode(error);
    if (code === SQLITE_FULL) throw new StoreBusy('The disk is full.', { cause: error });
    if (code === SQLITE_BUSY || code === SQLITE_LOCKED) {
      throw new StoreBusy('Another program is using the database.', { cause: error });
    }
    throw error;
  }
}
