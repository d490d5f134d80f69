import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { recipientsContract } from './recipients-contract.ts';
import { openSqliteRecipients } from './sqlite-recipients.ts';

recipientsContract('SQLite', (now) => openSqliteRecipients({ file: ':memory:', now }));

test('a recipient outlives the program', async () => {
  const file = join(temporaryFolder(), 'touchbase.db');
  const first = open(file);
  await first.keepEmail('laptop', 'ada@example.org');
  first.close();
  expect(await open(file).of('laptop')).toMatchObject({ email: 'ada@example.org' });
});

function open(file: string) {
  return openSqliteRecipients({ file, now: () => new Date('2026-03-01T09:00:00.000Z') });
}
