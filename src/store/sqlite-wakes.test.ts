import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openSqlite } from './sqlite.ts';
import { openSqliteWakes } from './sqlite-wakes.ts';
import { wakesContract } from './wakes-contract.ts';

wakesContract('SQLite', async (nouns, now) => {
  const file = join(temporaryFolder(), 'touchbase.db');
  const store = openSqlite({ file, nouns, now });
  onTestFinished(() => store.close());
  return { store, wakes: openWakes(file) };
});

function openWakes(file: string) {
  const wakes = openSqliteWakes(file);
  onTestFinished(() => wakes.close());
  return wakes;
}
