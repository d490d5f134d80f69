import * as v from 'valibot';
import { kept } from './export.ts';
import { DONE, type Export, itemsOf, MANIFEST, WAITING, waitingExports } from './exports.ts';
import { type Item, isKept } from './item.ts';
import { moveObject, type Objects } from './objects.ts';
import type { Progress } from './progress.ts';
import type { Table } from './table.ts';
import { differences, inWords, type Tally, tallyOf } from './tally.ts';

interface Options {
  readonly table: Table;
  readonly objects: Objects;
  readonly now: Date;
  readonly say: Progress['say'];
}

const WRITTEN_AT_ONCE = 100;
const SAID_EVERY = 5000;

/**
 * Writes the newest export that was not restored into the table, counts, and puts all exports that waited aside. It may
 * be broken off anywhere and run again. Nobody may write meanwhile.
 *
 * @returns false where none waits
 * @throws Error where the table holds anything else than a restore of this very export that was broken off
 */
export async function restoreNewest(options: Options): Promise<boolean> {
  const { table, objects, now, say } = options;
  const newest = (await waitingExports(objects)).at(-1);
  if (!newest) return false;
  const identity = await table.identity();
  if (identity === undefined) throw new Error(`There is no table ${table.name} to restore to.`);
  await checkWhole(objects, newest);
  if (await holdsExactly(objects, table, newest, now)) say('the table was never destroyed: it holds all of the export');
  else await fill(options, newest, identity);
  await putAside(objects);
  return true;
}

/** Whether the table holds what of the export has not expired, and nothing more. */
export async function holdsExactly(objects: Objects, table: Table, waiting: Export, now: Date): Promise<boolean> {
  const [exported, found] = [await tallyOf(unexpired(itemsOf(objects, waiting), now)), await tallyOf(kept(table, now))];
  return differences(exported, found).length === 0;
}

/**
 * Moves all exports that wait to where they are removed after a week: the manifests first, the newest last of them, so
 * that what waits, wherever this is broken off, is whole and no older than it was.
 */
export async function putAside(objects: Objects): Promise<void> {
  const keys = await objects.list(WAITING);
  const manifests = keys.filter((key) => key.endsWith(`/${MANIFEST}`));
  const others = keys.filter((key) => !key.endsWith(`/${MANIFEST}`));
  for (const key of [...manifests, ...others]) await moveObject(objects, key, key.replace(WAITING, DONE));
}

async function checkWhole(objects: Objects, waiting: Export): Promise<void> {
  const { items, digest } = await tallyOf(itemsOf(objects, waiting));
  if (items !== waiting.manifest.items || digest !== waiting.manifest.digest)
    throw new Error(`The export ${waiting.folder} is not what its manifest says. Nothing was restored.`);
}

async function fill({ table, objects, now, say }: Options, waiting: Export, identity: string): Promise<void> {
  const began = await begin(objects, waiting, table, identity, now);
  const asRestored = () => restored(itemsOf(objects, waiting), now, began);
  const expected = await tallyOf(asRestored());
  say(`restoring ${inWords(expected)}`);
  await writeAll(table, asRestored(), say);
  agree(expected, await tallyOf(kept(table, now)));
}

const Mark = v.object({ table: v.string(), began_at: v.pipe(v.string(), v.isoTimestamp()) });

/** Marks that this table is being filled, so that it may be gone on with; says since when. */
async function begin(objects: Objects, waiting: Export, table: Table, identity: string, now: Date): Promise<Date> {
  const key = `${waiting.folder}restoring.json`;
  const body = await objects.get(key);
  const mark = body && v.parse(Mark, JSON.parse(new TextDecoder().decode(body)));
  if (mark?.table === identity) return new Date(mark.began_at);
  if (!(await isEmpty(table, now))) throw new Error(refusal(waiting, table));
  const began: v.InferOutput<typeof Mark> = { table: identity, began_at: now.toISOString() };
  await objects.put(key, JSON.stringify(began), { contentType: 'application/json' });
  return now;
}

async function isEmpty(table: Table, now: Date): Promise<boolean> {
  for await (const _ of kept(table, now)) return false;
  return true;
}

function refusal({ folder }: Export, { name }: Table): string {
  return [
    `The table ${name} holds other items than the export ${folder}, which was not restored.`,
    'Nothing was changed. To keep the table as it is and give the export up (it stays for 7 days), run:',
    '  npm run deploy -- --skip-restore',
  ].join('\n');
}

/** A guest could not come by while nothing was here: their days begin anew. */
async function* restored(items: AsyncIterable<Item>, now: Date, began: Date): AsyncGenerator<Item> {
  const seen = began.toISOString().slice(0, 10);
  for await (const item of unexpired(items, now))
    yield item.pk.S === 'GUESTS' ? { ...item, changed: { S: `${seen}#${item.sk.S}` } } : item;
}

async function* unexpired(items: AsyncIterable<Item>, now: Date): AsyncGenerator<Item> {
  for await (const item of items) if (isKept(item, now)) yield item;
}

async function writeAll(table: Table, items: AsyncIterable<Item>, say: Progress['say']): Promise<void> {
  let waiting: Item[] = [];
  let written = 0;
  for await (const item of items) {
    waiting.push(item);
    if (waiting.length === WRITTEN_AT_ONCE) await flush();
  }
  await flush();

  async function flush(): Promise<void> {
    await table.write(waiting);
    written += waiting.length;
    waiting = [];
    if (written % SAID_EVERY === 0 && written > 0) say(`${written} items`);
  }
}

function agree(expected: Tally, found: Tally): void {
  const lines = differences(expected, found);
  if (lines.length === 0) return;
  throw new Error(`The table is not what the export is: ${lines.join('; ')}. The export waits still; deploy again.`);
}
