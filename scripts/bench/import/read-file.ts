import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { sourceOfFile } from '../../../src/entry/cli/file-source.ts';
import { NO_CHOICES } from '../../../src/interop/import/choices.ts';
import { Entries } from '../../../src/interop/import/entries.ts';
import type { Reading } from '../../../src/interop/import/format.ts';
import { FORMATS } from '../../../src/interop/import/formats.ts';
import { idsBy } from '../../../src/interop/import/plan.ts';
import { Planner } from '../../../src/interop/import/planner.ts';
import { recognise } from '../../../src/interop/import/recognise.ts';
import { finished } from '../../../src/interop/import/work.ts';
import { OWNER, TODAY } from './files.ts';

/**
 * A process of its own that reads one file, as its memory is told for all it ever did: `read-file.ts FILE read|plan`. With
 * `read` nothing of what was found is kept; with `plan` all of it is, and planned against nothing.
 */
const [path = '', purpose] = process.argv.slice(2);
const reading: Reading = {
  today: TODAY,
  zone: 'Europe/Zurich',
  own: { names: [OWNER.name], emails: [OWNER.email] },
  mappings: {},
};

const entries = new Entries();
let found = 0;
const begin = performance.now();
const cpu = process.cpuUsage();
const source = sourceOfFile(path);
for await (const item of (await recognise(source, FORMATS)).read(source, reading)) {
  if ('found' in item) found += 1;
  if (purpose === 'plan') entries.take(item);
}
const nothing = { contacts: [], applications: [], interactions: [], tasks: [] };
const { writes } = finished(new Planner(entries).plan(nothing, NO_CHOICES, { today: TODAY, idOf: idsBy(v7) }));
const { user, system } = process.cpuUsage(cpu);
const measured = {
  found,
  writes: writes.length,
  wall: performance.now() - begin,
  cpu: (user + system) / 1000,
  peak: peakMemory(),
};
process.stdout.write(JSON.stringify(measured));

/** The most resident memory this process had, in MB. Linux lets `maxRSS` begin with what its parent had. */
function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}
