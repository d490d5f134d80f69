import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { Item } from './item.ts';
import type { Objects } from './objects.ts';

/** Exports that the next deploy brings back. */
export const WAITING = 'exports/';
/** Exports that were brought back, or that a newer one replaces: the bucket removes them after 7 days. */
export const DONE = 'restored/';

const Part = v.object({ key: v.string(), items: v.number(), sha256: v.string() });
const Manifest = v.object({
  format: v.literal('touchbase-export-1'),
  /** What had expired by then is not in it. */
  began_at: v.pipe(v.string(), v.isoTimestamp()),
  items: v.number(),
  kinds: v.record(v.string(), v.number()),
  workspaces: v.number(),
  /** Of all items together, see tally.ts. */
  digest: v.string(),
  /** Their keys are relative to the manifest. */
  parts: v.array(Part),
});
export type Part = v.InferOutput<typeof Part>;
export type Manifest = v.InferOutput<typeof Manifest>;

export interface Export {
  /** `exports/2026-11-24T14-19-56Z/` */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** An export is whole once it has this. */
export const MANIFEST = 'manifest.json';

export function folderAt(time: Date): string {
  return `${WAITING}${time.toISOString().replaceAll(':', '-')}/`;
}

/** The exports that are whole and wait to be restored, the oldest first. */
export async function waitingExports(objects: Objects): Promise<Export[]> {
  const keys = await objects.list(WAITING);
  const folders = keys.filter((key) => key.endsWith(`/${MANIFEST}`)).map((key) => key.slice(0, -MANIFEST.length));
  return Promise.all(folders.map(async (folder) => ({ folder, manifest: await manifestOf(objects, folder) })));
}

async function manifestOf(objects: Objects, folder: string): Promise<Manifest> {
  const text = new TextDecoder().decode(await whole(objects, `${folder}${MANIFEST}`));
  return v.parse(Manifest, JSON.parse(text));
}

/**
 * Every item of an export.
 *
 * @throws Error where a part is missing or is not what was written
 */
export async function* itemsOf(objects: Objects, { folder, manifest }: Export): AsyncGenerator<Item> {
  for (const part of manifest.parts) {
    const body = await whole(objects, `${folder}${part.key}`);
    if (sha256(body) !== part.sha256) throw new Error(`${folder}${part.key} is damaged: its checksum is another.`);
    const lines = gunzipSync(body).toString('utf8').split('\n').filter(Boolean);
    if (lines.length !== part.items)
      throw new Error(`${folder}${part.key} has ${lines.length} of ${part.items} items.`);
    for (const line of lines) yield v.parse(Item, JSON.parse(line));
  }
}

export function sha256(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

async function whole(objects: Objects, key: string): Promise<Uint8Array> {
  const body = await objects.get(key);
  if (!body) throw new Error(`${key} is missing.`);
  return body;
}
