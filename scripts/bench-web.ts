import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { newFolder } from '../test/folder.ts';
import { startLaptop } from '../test/laptop-process.ts';
import { Population } from './bench/population.ts';
import { optionsOf, print, printLoad, progress, save, wholeNumbers } from './bench/program.ts';
import { expectationReport } from './bench/report.ts';
import { openSubject } from './bench/subjects.ts';
import { expectationsMet } from './bench/web/expectations.ts';
import { openTraced, type TracedPage } from './bench/web/open-page.ts';
import { measureVisit, type Visit } from './bench/web/visit.ts';
import { visitReport } from './bench/web/web-report.ts';
import { findChromium } from './chromium.ts';

const OPTIONS = {
  sizes: { type: 'string', default: '10000' },
  throttle: { type: 'string', default: '1,4' },
  rounds: { type: 'string', default: '20' },
  help: { type: 'boolean', default: false },
} as const;

const USAGE = `npm run bench:web -- [options]

  --sizes LIST      how many contacts (default ${OPTIONS.sizes.default})
  --throttle LIST   how many times slower the processor is made (default ${OPTIONS.throttle.default})
  --rounds N        how often each thing is done (default ${OPTIONS.rounds.default})
  --help            show this

Measures the app in Chromium against the laptop's server, prints tables, and writes bench-results/web-<date and time>.json.
Takes about three minutes; with --sizes 10000,50000 about eight. Times say what is slow; they never make it fail.
`;

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

await main();

async function main(): Promise<void> {
  const options = optionsOf(USAGE, readOptions);
  if (!options) return;
  const loadBefore = loadavg()[0] ?? 0;
  const visits: Visit[] = [];
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  try {
    for (const size of options.sizes) visits.push(...(await measureSize(browser, size, options)));
  } finally {
    await browser.close();
  }
  const expected = expectationsMet(visits);
  print(expectationReport(expected));
  printLoad(cpus().length, loadBefore);
  save('web-', { browser: browser.version(), cpus: cpus().length, loadBefore, visits, expected });
}

interface Options {
  readonly sizes: readonly number[];
  readonly throttle: readonly number[];
  readonly rounds: number;
}

/** Null where help is asked for. */
function readOptions(): Options | null {
  const { sizes, throttle, rounds, help } = parseArgs({ options: OPTIONS }).values;
  const [times = 1] = wholeNumbers(rounds);
  return help ? null : { sizes: wholeNumbers(sizes), throttle: wholeNumbers(throttle), rounds: times };
}

/** One visit for each throttle, to a server that holds so many contacts. */
async function measureSize(browser: Browser, size: number, { throttle, rounds }: Options): Promise<Visit[]> {
  const folder = newFolder();
  try {
    progress(`writing ${size} contacts`);
    const subject = await openSubject('sqlite', folder.path, new Population());
    await subject.fill(size);
    await subject.close();
    const server = await startLaptop(['--data', folder.path]);
    const visit = (page: TracedPage) => measureVisit(page, { url: server.url, size, rounds, progress });
    return await visitsOf(browser, throttle, visit).finally(() => server.stop());
  } finally {
    folder.remove();
  }
}

async function visitsOf(
  browser: Browser,
  throttle: readonly number[],
  measure: (page: TracedPage) => Promise<Visit>,
): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const times of throttle) {
    const page = await openTraced(browser, times);
    const visit = await measure(page);
    await page.close();
    print(visitReport(visit));
    visits.push(visit);
  }
  return visits;
}
