import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, resultCode } from './sqlite-file.ts';

/** Writes that are carried out together. */
export interface WriteGroup {
  /** What `work` gives, once it is on the disk. */
  add<T>(work: () => T): Promise<T>;
  /** Carries out what waits, now. */
  carryOut(): void;
}

interface Waiting {
  /** Gives what settles its promise. */
  readonly work: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets writes that are asked for at the same moment, such as those of a batch, wait for the disk once and not one after the
 * other. Each is judged on its own all the same: what one throws, the others do not feel.
 */
export function writeGroupOf(db: DatabaseSync): WriteGroup {
  let waiting: Waiting[] = [];
  return { add, carryOut };

  function add<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(carryOut);
      const settling = () => {
        const result = work();
        return () => resolve(result);
      };
      waiting.push({ work: settling, reject });
    });
  }

  function carryOut(): void {
    const group = waiting;
    waiting = [];
    if (group.length > 0) together(group);
  }

  function together(group: readonly Waiting[]): void {
    try {
      for (const settle of inTransaction(db, () => group.map(({ work }) => work()))) settle();
    } catch (error) {
      // Who has waited in vain for another program would only wait again.
      if (group.length === 1 || isTaken(error)) for (const { reject } of group) reject(error);
      else for (const one of group) together([one]);
    }
  }
}

function isTaken(error: unknown): boolean {
  const [SQLITE_BUSY, SQLITE_LOCKED] = [5, 6];
  const code = resultCode(error);
  return code === SQLITE_BUSY || code === SQLITE_LOCKED;
}
