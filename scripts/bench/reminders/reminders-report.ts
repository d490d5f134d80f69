import { percentile } from '../percentile.ts';
import { columns } from '../report.ts';
import type { Calibrated } from './calibration.ts';
import type { Units } from './meter.ts';
import { type paceOf, runsUntil } from './pace.ts';
import { freeInRun, meters, RUN_SECONDS, SES, usdOf, usdOfMails } from './prices.ts';
import type { Simulated, Tick } from './simulation.ts';
import type { Verdict } from './verdict.ts';
import { sum, type Workspace } from './workspaces.ts';

const whole = (number: number) => Math.round(number).toLocaleString('en');
const usd = (number: number) => `$${number.toFixed(2)}`;
const share = (part: number) => `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`;

export function workspaceReport(all: readonly (readonly [Workspace, number])[]): string {
  const header = ['', 'of 100 people', 'records', 'KB', 'reads a digest', 'ms of processor'];
  const lines = all.map(([{ size, share: of, count, bytes, reads }, ms]) => {
    const read = sum([...reads.values()].flat());
    return [size, String(of), whole(count), whole(bytes / 1000), whole(read), ms.toFixed(1)];
  });
  return `What people have: records, what it takes to read all of them, and from there to the mail\n\n${columns([header, ...lines])}\n`;
}

export function calibrationReport(people: number, rows: readonly Calibrated[]): string {
  const header = ['', 'dynalite', 'counted here', 'difference'];
  const lines = rows.map(({ request, dynalite, counted }) => {
    const difference = dynalite === 0 ? '' : `${(((counted - dynalite) / dynalite) * 100).toFixed(1)} %`;
    return [request, whole(dynalite), whole(counted), difference];
  });
  return `A day of ${whole(people)} people: units by the real adapters in dynalite, and counted here

${columns([header, ...lines])}

dynalite takes nothing for a query that finds nothing; AWS takes half a unit, so wakes are more here. Neither counts the
writes to indexes: those are added below, by AWS's rules.
`;
}

export function verdictReport({ digests, nudges, missed, twice, wrong, heldUp, letGo }: Verdict): string {
  const lines = [
    ['digests that came', whole(digests)],
    ['nudges that came', whole(nudges)],
    ['missed', whole(missed)],
    ['twice', whole(twice)],
    ['at a wrong time, or though nothing was due', whole(wrong)],
    ['held up by the outage, and sent right after it', whole(heldUp)],
    ...Object.entries(letGo).map(([why, count]) => [`let go after the outage: ${why}`, whole(count)]),
  ];
  return `Who was told\n\n${columns(lines)}\n`;
}

/** @param day the ticks of one ordinary working day; @param restDay those of a Sunday */
export function unitsReport(people: number, day: readonly Tick[], restDay: readonly Tick[]): string {
  const rows = meters(total(day)).map(({ what, units, free }, place) => {
    const each = day.map((tick) => meters(tick.units)[place]?.units ?? 0);
    const worst = Math.max(...each);
    const until = Math.min((people * freeInRun(free)) / worst, (people * free * 86_400) / units);
    const month = monthOf(units, meters(total(restDay))[place]?.units ?? 0);
    const ofFree = [share(worst / freeInRun(free)), share(units / (free * 86_400))];
    return [what, whole(percentile(each, 0.5)), whole(worst), whole(units), whole(month), ...ofFree, whole(until)];
  });
  const header = ['', 'a tick: median', 'worst', 'a day', 'a month', 'of free: worst', 'day', 'free up to people'];
  const [dollars, restDollars] = [usdOf(total(day)), usdOf(total(restDay))];
  const mails = [sum(day.map(({ sent }) => sent)), sum(restDay.map(({ sent }) => sent))] as const;
  return `Units of capacity, of ${whole(people)} people on a Monday; a month has 22 such days and 8 Sundays

${columns([header, ...rows])}

“of free: worst” is of what one run of ${RUN_SECONDS} s finds of the free 15/15 (index 5/5), with five minutes saved up before and
nobody else at the table. Above 100 % a run is throttled: whom it does not reach, the next one does, later.
On demand: ${usd(dollars)} a day, ${usd(monthOf(dollars, restDollars))} a month. Mails by SES: ${usd(usdOfMails(mails[0]))} a day, ${usd(usdOfMails(monthOf(...mails)))} a month.
`;
}

export function sendingReport(people: number, day: readonly Tick[], pace: ReturnType<typeof paceOf>): string {
  const worst = Math.max(...day.map(({ sent }) => sent));
  const sent = sum(day.map((tick) => tick.sent));
  const waits = queued(
    day.map((tick) => tick.sent),
    SES.perSecond * RUN_SECONDS,
  );
  const lines = [
    ['mails on a Monday', whole(sent)],
    ['at the worst tick', whole(worst)],
    ['so long that takes at 14 a second', `${whole(worst / SES.perSecond)} s`],
    ['so long the worst run takes where nothing holds it up', `${whole(Math.max(...day.map(pace.secondsOf)))} s`],
    ['a run has so long', `${RUN_SECONDS} s: ${whole(SES.perSecond * RUN_SECONDS)} mails`],
    ['the last of the worst tick comes so much later', `${waits * 15} minutes at least`],
    ['14 a second suffice up to people', whole((people * SES.perSecond * RUN_SECONDS) / worst)],
    ['50,000 a day suffice up to people', whole((people * SES.perDay) / sent)],
  ];
  return `Sending by SES, at 14 a second and 50,000 a day: what accounts often begin with out of the sandbox; AWS names no number

${columns(lines)}

In the sandbox it is 1 a second and 200 a day, to verified addresses only. Where nothing held it up (assumed: 5 ms for an answer
of DynamoDB, 50 ms for one of SES, ten looks at once) a run would tell ${whole(pace.perSecond)} people a second, of which the processor takes
${pace.computing.toFixed(1)} ms each. SES refuses what is faster than 14 a second, and the next run tries it again: so mails go at the pace of \`mails_a_second\`. Without
one half of those of one moment would have theirs after ${runsUntil(0.5, pace.perSecond) * 15} minutes, and 99 of 100 after ${whole((runsUntil(0.99, pace.perSecond) * 15) / 60)} hours.
`;
}

export function machineReport(people: number, { ticks, memory }: Simulated): string {
  const [cpu, looked] = [sum(ticks.map(({ cpuMs }) => cpuMs)), sum(ticks.map((tick) => tick.looked))];
  return `The simulation took ${(cpu / Math.max(1, looked)).toFixed(2)} ms of processor for each of ${whole(looked)} looks, and ${whole(memory / 1e6)} MB at most for ${whole(people)} people
(with records of the least workspace: the table above has those of real ones).
`;
}

/** How many runs later the last of a run's mails goes, where each run sends so many and those before go first. */
function queued(each: readonly number[], most: number): number {
  let waiting = 0;
  return Math.max(
    ...each.map((count) => {
      waiting += count;
      const runs = Math.max(0, Math.ceil(waiting / most) - 1);
      waiting = Math.max(0, waiting - most);
      return runs;
    }),
  );
}

function monthOf(day: number, restDay: number): number {
  return 22 * day + 8 * restDay;
}

function total(ticks: readonly Tick[]): Units {
  const of = (part: keyof Units) => sum(ticks.map(({ units }) => units[part]));
  return {
    read: of('read'),
    write: of('write'),
    localWrite: of('localWrite'),
    indexRead: of('indexRead'),
    indexWrite: of('indexWrite'),
  };
}
