import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { secretsContract } from './secrets-contract.ts';
import { openSqliteSecrets } from './sqlite-secrets.ts';

secretsContract('SQLite', async () => {
  const file = join(temporaryFolder(), 'touchbase.db');
  return [open(file), open(file)];
});

function open(file: string) {
  const secrets = openSqliteSecrets(file);
  onTestFinished(() => secrets.close());
  return secrets;
}
