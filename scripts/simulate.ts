import { parseArgs } from 'node:util';
import { NOUNS } from '../src/domain/nouns.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { testTable } from '../test/dynalite.ts';
import { simulate } from '../test/simulation/simulate.ts';
import type { OpenStore } from '../test/simulation/world.ts';

const OPTIONS = {
  runs: { type: 'string', default: '10000' },
  seed: { type: 'string' },
  path: { type: 'string' },
  store: { type: 'string', default: 'sqlite' },
  help: { type: 'boolean', default: false },
} as const;

const USAGE = `npm run simulate -- [options]

  --runs N       how many worlds (default ${OPTIONS.runs.default})
  --seed N       the same worlds again, as a failure names it
  --path TEXT    of these only the one that failed, made small, as a failure names it
  --store NAME   sqlite or dynamodb (default ${OPTIONS.store.default})
  --help         show this
`;

// Replicas, outboxes and the real routes, over a network that does its worst: more runs than the tests take time for.
const { runs, seed, path, store, help } = parseArgs({ options: OPTIONS }).values;
if (help) process.stdout.write(USAGE);
else if (store === 'dynamodb') await overDynamodb();
else await run((now) => openSqlite({ file: ':memory:', nouns: NOUNS, now }));

async function overDynamodb(): Promise<void> {
  const table = await testTable();
  try {
    await run((now) => table.open({ nouns: NOUNS, now }));
  } finally {
    await table.remove();
  }
}

async function run(open: OpenStore): Promise<void> {
  await simulate({ open, runs: Number(runs), path, ...(seed !== undefined && { seed: Number(seed) }) });
  process.stdout.write(`${runs} runs over ${store}: all agreed in the end, and nothing was lost.\n`);
}
