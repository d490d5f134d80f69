import { afterAll, beforeAll, test } from 'vitest';
import { NOUNS } from '../src/domain/nouns.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { type TestTable, testTable } from './dynalite.ts';
import { simulate } from './simulation/simulate.ts';

/** For more, and to replay a seed: `npm run simulate -- --help`. */
const RUNS = { sqlite: 1000, dynamodb: 100 };

let table: TestTable;
beforeAll(async () => {
  table = await testTable();
});
afterAll(() => table.remove());

test('over SQLite, whatever happens, all agree in the end and nothing is lost', async () => {
  await simulate({ open: (now) => openSqlite({ file: ':memory:', nouns: NOUNS, now }), runs: RUNS.sqlite });
}, 300_000);

test('over DynamoDB, whatever happens, all agree in the end and nothing is lost', async () => {
  await simulate({ open: (now) => table.open({ nouns: NOUNS, now }), runs: RUNS.dynamodb });
}, 300_000);
