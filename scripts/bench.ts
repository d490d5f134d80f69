import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { expectations } from './bench/expectations.ts';
import { type HttpRow, measureHttp } from './bench/http.ts';
import { type Figures, measure } from './bench/measure.ts';
import { type Operation, operationsOn } from './bench/operations.ts';
import { Population } from './bench/population.ts';
import { optionsOf, print, printLoad, progress, save, wholeNumbers } from './bench/program.ts';
import { expectationReport, httpReport, type StoreRow, storeReport } from './bench/report.ts';
import { openSubject, STORES, type StoreName, type Subject } from './bench/subjects.ts';

const OPTIONS = {
  sizes: { type: 'string', default: '1000,10000,100000' },
  stores: { type: 'string', default: STORES.join() },
  help: { type: 'boolean', default: false },
} as const;

const USAGE = `npm run bench -- [options]

  --sizes LIST    how many contacts, from few to many (default ${OPTIONS.sizes.default})
  --stores LIST   which stores (default ${OPTIONS.stores.default}); with sqlite, the laptop's server over HTTP as well
  --help          show this

Prints tables, and writes bench-results/<date and time>.json. Takes about eight minutes on two shared cores.
`;

await main();

async function main(): Promise<void> {
  const options = optionsOf(USAGE, readOptions);
  if (!options) return;
  const machine = { node: process.version, cpus: cpus().map(({ model }) => model), loadBefore: loadavg()[0] ?? 0 };
  const rows: StoreRow[] = [];
  const http: HttpRow[] = [];
  for (const store of options.stores) {
    await inTemporaryFolder(async (folder) => {
      const population = new Population();
      const ofStore = await measureStore(store, folder, population, options.sizes);
      print(storeReport(store, ofStore));
      rows.push(...ofStore);
      if (store !== 'sqlite') return;
      http.push(...(await measureHttp(folder, population)));
      print(httpReport(population.size, http));
    });
  }
  const expected = expectations(rows, http);
  print(expectationReport(expected));
  printLoad(machine.cpus.length, machine.loadBefore);
  save('', { machine, stores: rows, http, expected });
}

/** Null where help is asked for. */
function readOptions(): { sizes: number[]; stores: StoreName[] } | null {
  const { sizes, stores, help } = parseArgs({ options: OPTIONS }).values;
  return help ? null : { sizes: wholeNumbers(sizes).toSorted((a, b) => a - b), stores: readStores(stores) };
}

function readStores(text: string): StoreName[] {
  const names = text.split(',');
  const stores = STORES.filter((store) => names.includes(store));
  if (stores.length === names.length) return stores;
  throw new Error(`The stores are ${STORES}, not “${text}”.`);
}

/** One store that grows from size to size. */
async function measureStore(store: StoreName, folder: string, population: Population, sizes: readonly number[]) {
  const rows: StoreRow[] = [];
  const subject = await openSubject(store, folder, population);
  for (const size of sizes) {
    progress(`${store}: growing to ${size} contacts`);
    await subject.fill(size);
    for (const operation of await operationsOn(subject)) {
      progress(`${store}, ${size} contacts: ${operation.name}`);
      rows.push({ store, size, operation: operation.name, figures: await measureOperation(subject, operation) });
    }
  }
  await subject.close();
  return rows;
}

async function measureOperation({ units }: Subject, { call }: Operation): Promise<Figures> {
  let calls = 0;
  const before = units();
  const figures = await measure(() => {
    calls += 1;
    return call();
  });
  const after = units();
  if (!before || !after) return figures;
  const perCall = (part: 'read' | 'write') => (after[part] - before[part]) / calls;
  return { ...figures, readUnits: perCall('read'), writeUnits: perCall('write') };
}

async function inTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'touchbase-bench-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
