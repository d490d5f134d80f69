import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import { cards, keep, linkedinArchive, mailbox, table } from './files.ts';
import { type ImportRow, rowOf } from './measured.ts';

const READER = join(import.meta.dirname, 'read-file.ts');
const MB = 1e6;

const Measured = v.object({
  found: v.number(),
  writes: v.number(),
  wall: v.number(),
  cpu: v.number(),
  peak: v.number(),
});

/** A file, and what is done with it: read, or planned too. */
interface Task {
  readonly what: string;
  readonly file: string;
  readonly pieces: () => Iterable<string | Uint8Array>;
  readonly purpose: 'read' | 'plan';
  /** What is told as so many a second: the things that are found, or MB of the file. */
  readonly unit: string;
}

/** Reads large files, each time in a process of its own. */
export function* measureReading(
  folder: string,
  { runs, isHuge }: { runs: number; isHuge: boolean },
): Generator<ImportRow> {
  const sizes = new Map<string, number>();
  for (const { what, file, pieces, purpose, unit } of isHuge ? [...TASKS, HUGE] : TASKS) {
    const path = join(folder, file);
    const size = sizes.get(file) ?? keep(path, pieces());
    sizes.set(file, size);
    const measured = Array.from({ length: runs }, () => readOnce(path, purpose));
    yield rowOf({ what, unit, amount: unit === 'MB' ? size / MB : (measured[0]?.found ?? 0) }, measured);
  }
}

function readOnce(path: string, purpose: Task['purpose']) {
  const node = ['--disable-warning=ExperimentalWarning', READER, path, purpose];
  const { stdout, stderr, status } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path} was not read: ${stderr}`);
  return v.parse(Measured, JSON.parse(stdout));
}

export const MAILBOX = 'mailbox of 200 MB, read';
export const HUGE_MAILBOX = 'mailbox of 1 GB, read';

const MANY = 100_000;
const TABLE = { file: 'people.csv', pieces: () => table(MANY), unit: 'rows' };
const ARCHIVE = { file: 'linkedin.zip', pieces: () => linkedinArchive(MANY), unit: 'messages' };

const TASKS: readonly Task[] = [
  { ...TABLE, what: 'CSV of 10,000, read', file: 'few.csv', pieces: () => table(10_000), purpose: 'read' },
  { ...TABLE, what: 'CSV of 100,000, read', purpose: 'read' },
  { ...TABLE, what: 'CSV of 100,000, read and planned', purpose: 'plan' },
  { what: 'vCards, 100,000, read', file: 'people.vcf', pieces: () => cards(MANY), purpose: 'read', unit: 'cards' },
  { ...ARCHIVE, what: 'LinkedIn, 100,000 messages, read', purpose: 'read' },
  { ...ARCHIVE, what: 'LinkedIn, 100,000 messages, read and planned', purpose: 'plan' },
  { what: MAILBOX, file: 'some.mbox', pieces: () => mailbox(200 * MB), purpose: 'read', unit: 'MB' },
];

const HUGE: Task = {
  what: HUGE_MAILBOX,
  file: 'huge.mbox',
  pieces: () => mailbox(1000 * MB),
  purpose: 'read',
  unit: 'MB',
};
