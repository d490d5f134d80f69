import { setTimeout as wait } from 'node:timers/promises';
import { closeApp } from './apply.ts';
import { awsTable } from './aws.ts';
import { exportTable } from './export.ts';
import { type Export, waitingExports } from './exports.ts';
import type { Installation } from './installation.ts';
import { holdsExactly } from './restore.ts';
import { keptResources, keptTable } from './state.ts';
import type { Table } from './table.ts';

interface Options {
  readonly drainSeconds: number;
  readonly say: (line: string) => void;
}

/**
 * Sees to it that the bucket holds an export of all that the table holds, or that there is no table.
 *
 * @throws Error where it cannot; then nothing is destroyed
 */
export async function saveRecords(installation: Installation, options: Options): Promise<void> {
  const { bucket, region } = installation;
  const { say } = options;
  if (!(await bucket.exists())) return say('there is no bucket, and so nothing to tear down');
  const name = await keptTable(installation);
  const table = name === undefined ? undefined : awsTable(name, region);
  if (!table || (await table.identity()) === undefined)
    return say('there is no table (any more), and nothing to export');
  await close(installation, table, options);
  const waiting = (await waitingExports(bucket)).at(-1);
  if (waiting) return checkCovered(installation, table, waiting, say);
  const { folder } = await exportTable({ table, objects: bucket, now: new Date(), say });
  say(`counted three times alike; it is in ${folder}`);
}

/** What is left of the app goes; the bucket stays, and the state in it, which is then empty. */
export async function destroyApp(installation: Installation, say: Options['say']): Promise<void> {
  if (!(await installation.bucket.exists())) return;
  const left = await keptResources(installation, 'app');
  if (left.length === 0) return say('there is nothing to destroy');
  const destroy = ['destroy', '-auto-approve', '-input=false', '-lock-timeout=2m'];
  await installation.terraform('app', [...destroy, ...installation.variables('app')], {
    onLine: (line) => {
      const gone = /^(\S+): Destruction complete/.exec(line);
      if (gone) say(`- ${gone[1]}`);
    },
  });
}

/** An app that was never finished cannot always be closed: with an empty table there is nothing to lose. */
async function close(installation: Installation, table: Table, { drainSeconds, say }: Options): Promise<void> {
  try {
    await closeApp(installation, { say, yes: false });
  } catch (error) {
    if (!(await isEmpty(table))) throw error;
    say(`could not be closed, but has no records: ${error instanceof Error ? error.message : error}`);
    return;
  }
  say(`closed; requests under way get ${drainSeconds} s to end`);
  await wait(drainSeconds * 1000);
}

async function isEmpty(table: Table): Promise<boolean> {
  for await (const _ of table.scan()) return false;
  return true;
}

/** An export that waits is newer than all writes, or was never restored whole: a second one could be less. */
async function checkCovered(
  { bucket }: Installation,
  table: Table,
  waiting: Export,
  say: Options['say'],
): Promise<void> {
  if (await holdsExactly(bucket, table, waiting, new Date())) return say(`${waiting.folder} holds all of it already`);
  throw new Error(
    `${waiting.folder} was not restored, and the table holds other items. Nothing was destroyed. ` +
      'Run `npm run deploy`, which restores it or says what to do, and then tear down.',
  );
}
