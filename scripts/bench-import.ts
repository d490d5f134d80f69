import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { newFolder } from '../test/folder.ts';
import { measureBringingIn } from './bench/import/bringing-in.ts';
import { importExpectations, importReport } from './bench/import/import-report.ts';
import type { ImportRow } from './bench/import/measured.ts';
import { measureReading } from './bench/import/reading.ts';
import { optionsOf, print, printLoad, progress, save, wholeNumbers } from './bench/program.ts';
import { expectationReport } from './bench/report.ts';

const OPTIONS = {
  runs: { type: 'string', default: '3' },
  only: { type: 'string', default: '' },
  huge: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const USAGE = `npm run bench:import -- [options]

  --runs N       how often each thing is done; medians are told (default ${OPTIONS.runs.default})
  --only PART    reading: large files, each in a process of its own; bringing-in: 10,000 contacts into a laptop and out
  --huge         a mailbox of 1 GB, too
  --help         show this

Prints tables, and writes bench-results/import-<date and time>.json. Takes about six minutes on two shared cores.
`;

const PARTS = ['bringing-in', 'reading'] as const;
type Part = (typeof PARTS)[number];

await main();

async function main(): Promise<void> {
  const options = optionsOf(USAGE, readOptions);
  if (!options) return;
  const loadBefore = loadavg()[0] ?? 0;
  const folder = newFolder();
  const rows: ImportRow[] = [];
  try {
    if (options.parts.includes('bringing-in')) rows.push(...(await bringingIn(folder.path, options)));
    if (options.parts.includes('reading')) rows.push(...reading(folder.path, options));
  } finally {
    folder.remove();
  }
  const expected = importExpectations(rows);
  print(expectationReport(expected));
  printLoad(cpus().length, loadBefore);
  save('import-', { node: process.version, cpus: cpus().length, loadBefore, rows, expected });
}

interface Options {
  readonly runs: number;
  readonly parts: readonly Part[];
  readonly isHuge: boolean;
}

/** Null where help is asked for. */
function readOptions(): Options | null {
  const { runs, only, huge, help } = parseArgs({ options: OPTIONS }).values;
  if (help) return null;
  const parts = PARTS.filter((part) => only === '' || only === part);
  if (parts.length === 0) throw new Error(`The parts are ${PARTS}, not “${only}”.`);
  return { runs: wholeNumbers(runs)[0] ?? 1, parts, isHuge: huge };
}

async function bringingIn(folder: string, { runs }: Options): Promise<readonly ImportRow[]> {
  progress('10,000 contacts: in and out');
  const rows = await measureBringingIn(folder, runs);
  print(importReport('10,000 contacts brought in, and everything taken out', rows));
  return rows;
}

function reading(folder: string, options: Options): readonly ImportRow[] {
  const rows: ImportRow[] = [];
  for (const row of measureReading(folder, options)) {
    progress(row.what);
    rows.push(row);
  }
  print(importReport('Large files, each in a process of its own', rows));
  return rows;
}
