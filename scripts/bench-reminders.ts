import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { optionsOf, print, printLoad, progress, save, wholeNumbers } from './bench/program.ts';
import { calibrate } from './bench/reminders/calibration.ts';
import { TICK_MS, type Ticks } from './bench/reminders/expected.ts';
import { paceOf } from './bench/reminders/pace.ts';
import { peopleOf } from './bench/reminders/people.ts';
import { digestMs } from './bench/reminders/processor.ts';
import {
  calibrationReport,
  machineReport,
  sendingReport,
  unitsReport,
  verdictReport,
  workspaceReport,
} from './bench/reminders/reminders-report.ts';
import { type Simulated, simulate } from './bench/reminders/simulation.ts';
import { type Verdict, verdictOn } from './bench/reminders/verdict.ts';
import { workspaces } from './bench/reminders/workspaces.ts';

const USAGE = `npm run bench:reminders -- [people]

  people   how many are reminded (default 100000)
  --help   show this

Three days of reminders through the real decider, in memory: a Sunday on which Europe changes its clocks, a Monday, and a
Tuesday with an outage of 14 hours. Counts what DynamoDB and SES would charge, and who was told. Prints tables, and writes
bench-results/reminders-<date and time>.json. Takes about three minutes; ends with 1 where anybody was missed or told twice.
`;

const [BEGIN, BEFORE] = ['2026-03-29T00:00:00.000Z', '2026-03-28'];
const DAYS = 3;
const DAY_TICKS = 86_400_000 / TICK_MS;
/** From 5 to 19 o'clock UTC of the third day. */
const TICKS: Ticks = { begin: Date.parse(BEGIN), count: DAYS * DAY_TICKS, outage: [212, 268] };
const MOST_CALIBRATED = 200;

await main();

async function main(): Promise<void> {
  const count = optionsOf(USAGE, readCount);
  if (!count) return;
  const loadBefore = loadavg()[0] ?? 0;
  const { all, least } = workspaces(BEFORE);
  const people = peopleOf(count, { begin: BEGIN, days: DAYS, sizes: all });
  const simulated = await simulate({
    people,
    least,
    ticks: TICKS,
    onTick: (tick) => progress(`tick ${tick} of ${TICKS.count}`),
  });
  progress('what there is to read');
  const sizes = all.map((size) => [size, digestMs(size, BEGIN)] as const);
  print(workspaceReport(sizes));

  progress('a day in dynalite');
  const sample = people.slice(0, MOST_CALIBRATED);
  const oneDay = { ...TICKS, begin: TICKS.begin + 86_400_000, count: DAY_TICKS };
  const calibrated = await calibrate({ people: sample, least, ticks: oneDay });
  print(calibrationReport(sample.length, calibrated));

  progress('');
  const verdict = verdictOn(people, simulated, TICKS);
  printSimulated(count, simulated, verdict, paceOf(sizes));
  printLoad(cpus().length, loadBefore);
  save('reminders-', { node: process.version, loadBefore, people: count, calibrated, verdict, ticks: simulated.ticks });
  const isWrong = verdict.missed + verdict.twice + verdict.wrong + simulated.faults.length > 0;
  if (isWrong) process.exitCode = 1;
}

/** Null where help is asked for. */
function readCount(): number | null {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  return values.help ? null : (wholeNumbers(positionals[0] ?? '100000')[0] ?? null);
}

function printSimulated(people: number, simulated: Simulated, verdict: Verdict, pace: ReturnType<typeof paceOf>): void {
  const dayOf = (day: number) => simulated.ticks.filter(({ tick }) => Math.floor(tick / DAY_TICKS) === day);
  print(unitsReport(people, dayOf(1), dayOf(0)));
  print(sendingReport(people, dayOf(1), pace));
  print(verdictReport(verdict));
  print(machineReport(people, simulated));
  if (simulated.faults.length > 0) print(`${simulated.faults.length} looks broke off: ${simulated.faults[0]}\n`);
}
