import { randomBytes } from 'node:crypto';
import { WAKING_NOUNS } from '../domain/waking-nouns.ts';
import type { Reminding } from '../routes/reminder-services.ts';
import { openSqlite } from '../store/sqlite.ts';
import { openSqliteFeeds } from '../store/sqlite-feeds.ts';
import { openSqliteLedger } from '../store/sqlite-ledger.ts';
import { openSqliteRecipients } from '../store/sqlite-recipients.ts';

/**
 * Opens all that one database file keeps.
 *
 * @param file a path, or `:memory:`
 * @throws what the store throws where the file cannot be opened
 */
export function openLaptopKeeps(file: string, now: () => Date) {
  const store = openSqlite({ file, nouns: WAKING_NOUNS, now });
  const feeds = openSqliteFeeds({ file, now, random: (bytes) => randomBytes(bytes) });
  const ledger = openSqliteLedger({ file, now });
  const recipients = openSqliteRecipients({ file, now });
  return { keeps: { store, feeds, ledger, recipients }, close };

  async function close(): Promise<void> {
    for (const one of [feeds, ledger, recipients]) one.close();
    await store.close();
  }
}

/** Where nothing runs that could remind. */
export const NO_REMINDING: Reminding = {
  channels: [],
  pushKey: async () => '',
  trial: async () => ({ lacks: 'Touchbase reminds where it runs: start it, and try again there.' }),
};
