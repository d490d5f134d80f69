import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openDatabase } from './sqlite-file.ts';
import { openSqliteMailAccounts } from './sqlite-mail-account.ts';
import { openSqliteNotices } from './sqlite-notices.ts';
import { StoreBusy } from './store.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const TONIGHT = '2026-11-27T00:00:00.000Z';

function notice(tag: string, title = tag) {
  return { title, body: 'Call Grace.', url: 'http://localhost:8787/today', tag };
}

function opened(file = ':memory:') {
  const notices = openSqliteNotices(file);
  onTestFinished(() => notices.close());
  return notices;
}

test('each notice is given once, the oldest first, also after a restart, and to its own workspace', async () => {
  const file = join(temporaryFolder(), 'touchbase.db');
  const before = openSqliteNotices(file);
  await before.put('laptop', notice('digest 2026-11-26'), TONIGHT);
  await before.put('laptop', notice('nudge'), TONIGHT);
  before.close();
  const notices = opened(file);
  expect(await notices.take('another', NOW)).toEqual([]);
  expect(await notices.take('laptop', NOW)).toEqual([notice('digest 2026-11-26'), notice('nudge')]);
  expect(await notices.take('laptop', NOW)).toEqual([]);
});

test('one of the same tag takes the place of the one before', async () => {
  const notices = opened();
  await notices.put('laptop', notice('nudge', 'At ten'), TONIGHT);
  await notices.put('laptop', notice('nudge', 'At eleven'), TONIGHT);
  expect(await notices.take('laptop', NOW)).toEqual([notice('nudge', 'At eleven')]);
});

test('what is of no use any more is given to nobody', async () => {
  const notices = opened();
  await notices.put('laptop', notice('digest 2026-11-26'), TONIGHT);
  expect(await notices.take('laptop', TONIGHT)).toEqual([]);
  expect(await notices.take('laptop', NOW)).toEqual([]);
});

test('two that ask at once share what there is', async () => {
  const file = join(temporaryFolder(), 'touchbase.db');
  const [one, other] = [opened(file), opened(file)];
  await one.put('laptop', notice('nudge'), TONIGHT);
  const given = await Promise.all([one.take('laptop', NOW), other.take('laptop', NOW)]);
  expect(given.flat()).toEqual([notice('nudge')]);
});

test('while another program has the file, nothing is taken and nothing is lost', async () => {
  const file = join(temporaryFolder(), 'touchbase.db');
  const [one, other] = [opened(file), openDatabase(file)];
  onTestFinished(() => other.close());
  await one.put('laptop', notice('nudge'), TONIGHT);
  other.exec('BEGIN IMMEDIATE');
  await expect(one.take('laptop', NOW)).rejects.toThrow(StoreBusy);
  other.exec('ROLLBACK');
  expect(await one.take('laptop', NOW)).toEqual([notice('nudge')]);
}, 10_000);

test('a mail account is kept until it is forgotten, and no password with it', async () => {
  const file = join(temporaryFolder(), 'touchbase.db');
  const account = {
    ...({ host: 'smtp.example.org', port: 465, security: 'tls', user: 'ada' } as const),
    ...{ from: 'ada@example.org', to: 'ada@example.org' },
  };
  const before = openSqliteMailAccounts(file);
  await before.keep('laptop', { ...account, ...{ password: 'secret' } });
  before.close();
  const accounts = openSqliteMailAccounts(file);
  onTestFinished(() => accounts.close());
  expect(await accounts.of('laptop')).toEqual(account);
  expect(await accounts.of('another')).toBeNull();
  await accounts.forget('laptop');
  expect(await accounts.of('laptop')).toBeNull();
});
