import { gzipSync } from 'node:zlib';
import { type Export, folderAt, itemsOf, MANIFEST, type Manifest, type Part, sha256, WAITING } from './exports.ts';
import { type Item, isKept } from './item.ts';
import type { Objects } from './objects.ts';
import type { Progress } from './progress.ts';
import type { Table } from './table.ts';
import { differences, inWords, type Tally, tallier, tallyOf } from './tally.ts';

interface Options {
  readonly table: Table;
  readonly objects: Objects;
  readonly now: Date;
  readonly say: Progress['say'];
  /** How large a part gets before it is compressed, in characters. */
  readonly partSize?: number;
}

const PART_SIZE = 16 * 1024 * 1024;

/**
 * Copies every item of the table into the bucket, reads it back, and reads the table once more. Nobody should be
 * writing meanwhile: whatever did not stay as it was ends it.
 *
 * @throws Error where the three do not agree; then there is no manifest, and so no export
 */
export async function exportTable(options: Options): Promise<Export> {
  const { table, objects, now, say } = options;
  const folder = folderAt(now);
  const { parts, tally } = await writeParts(options, folder);
  say(`exported ${inWords(tally)}`);
  const made = { folder, manifest: manifestOf(now, parts, tally) };
  agree('What was written is not what was read', tally, await tallyOf(itemsOf(objects, made)));
  agree('The table changed while it was exported', tally, await tallyOf(kept(table, now)));
  await objects.put(`${folder}${MANIFEST}`, JSON.stringify(made.manifest, null, 2), {
    contentType: 'application/json',
  });
  await removeBrokenOff(objects);
  return made;
}

async function writeParts({ table, objects, now, say, partSize = PART_SIZE }: Options, folder: string) {
  const parts: Part[] = [];
  const { add, tally } = tallier();
  let lines: string[] = [];
  let size = 0;
  for await (const item of kept(table, now)) {
    const line = JSON.stringify(item);
    add(item);
    lines.push(line);
    size += line.length;
    if (size >= partSize) await flush();
  }
  if (lines.length > 0) await flush();
  return { parts, tally: tally() };

  async function flush(): Promise<void> {
    const key = `part-${String(parts.length + 1).padStart(5, '0')}.ndjson.gz`;
    const body = gzipSync(`${lines.join('\n')}\n`);
    await objects.put(`${folder}${key}`, body, { contentType: 'application/gzip' });
    parts.push({ key, items: lines.length, sha256: sha256(body) });
    say(`${tally().items} items`);
    lines = [];
    size = 0;
  }
}

/** What of the table outlives a teardown. */
export async function* kept(table: Table, asOf: Date): AsyncGenerator<Item> {
  for await (const item of table.scan()) if (isKept(item, asOf)) yield item;
}

function manifestOf(now: Date, parts: readonly Part[], { items, kinds, workspaces, digest }: Tally): Manifest {
  return {
    format: 'touchbase-export-1',
    began_at: now.toISOString(),
    items,
    kinds: Object.fromEntries([...kinds].sort()),
    workspaces: workspaces.size,
    digest,
    parts: [...parts],
  };
}

function agree(complaint: string, one: Tally, other: Tally): void {
  const found = differences(one, other);
  if (found.length > 0) throw new Error(`${complaint}: ${found.join('; ')}. Nothing was destroyed.`);
}

/** An export that has no manifest was broken off, or its counts differed. */
async function removeBrokenOff(objects: Objects): Promise<void> {
  const keys = await objects.list(WAITING);
  const folderOf = (key: string) => key.slice(0, key.lastIndexOf('/') + 1);
  const finished = new Set(keys.filter((key) => key.endsWith(`/${MANIFEST}`)).map(folderOf));
  await objects.remove(keys.filter((key) => !finished.has(folderOf(key))));
}
