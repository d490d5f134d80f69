import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { feedsContract } from './feeds-contract.ts';
import { openSqliteFeeds } from './sqlite-feeds.ts';

const options = { now: () => new Date(), random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)) };

feedsContract('SQLite', () => openSqliteFeeds({ file: ':memory:', ...options }));

test('a token outlives the program', async () => {
  const file = join(temporaryFolder(), 'touchbase.db');
  const first = openSqliteFeeds({ file, ...options });
  const token = await first.make('laptop');
  first.close();
  const second = openSqliteFeeds({ file, ...options });
  expect(await second.workspaceOf(token)).toBe('laptop');
  second.close();
});
