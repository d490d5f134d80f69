import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { contentTypeOf } from './content-types.ts';
import type { Objects } from './objects.ts';

interface Options {
  readonly objects: Objects;
  /** Where the site was built. */
  readonly folder: string;
  /** What config.json says. */
  readonly config: object;
  readonly now: Date;
}

/** CloudFront reads this and nothing else. */
const SITE = 'site/';
/** Files with the digest of what they hold in their names. */
const ASSETS = 'assets/';
/** When which asset ceased to be of the newest site. */
const RETIRED = 'state/retired-assets.json';
/** A tab that was opened before may still ask for them. */
const KEPT_DAYS = 30;
const CHANGING = ['index.html', 'config.json', 'sw.js', 'manifest.webmanifest'];
/** The worker after the page: a browser that sees it reads all that it names, and must not get the page of before. */
const LAST = ['index.html', 'sw.js'];

const Retired = v.record(v.string(), v.pipe(v.string(), v.isoTimestamp()));

/**
 * Uploads the site so that a visitor gets the old one or the new one, whole: what the page needs first, the page last.
 *
 * @returns the paths whose content may have changed
 */
export async function uploadSite({ objects, folder, config, now }: Options): Promise<string[]> {
  const files = await filesOf(folder);
  const [last, others] = [LAST.filter((file) => files.includes(file)), files.filter((file) => !LAST.includes(file))];
  if (!files.includes('index.html')) throw new Error(`${folder} has no index.html: run \`npm run build\`.`);
  const assetsFirst = others.toSorted((a, b) => Number(!a.startsWith(ASSETS)) - Number(!b.startsWith(ASSETS)));
  for (const file of assetsFirst) await put(file, await readFile(join(folder, file)));
  await put('config.json', `${JSON.stringify(config, null, 2)}\n`);
  for (const file of last) await put(file, await readFile(join(folder, file)));
  await retire(objects, new Set([...files, 'config.json']), now);
  return ['/', ...[...others, 'config.json', ...last].filter((file) => !file.startsWith(ASSETS)).map((f) => `/${f}`)];

  function put(file: string, body: Uint8Array | string): Promise<void> {
    return objects.put(`${SITE}${file}`, body, {
      contentType: contentTypeOf(file),
      cacheControl: cacheControlOf(file),
    });
  }
}

/** For browsers, and for CloudFront where it keeps anything. */
export function cacheControlOf(file: string): string {
  if (file.startsWith(ASSETS)) return 'public, max-age=31536000, immutable';
  return CHANGING.includes(file) ? 'no-cache' : 'public, max-age=300';
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

async function retire(objects: Objects, current: ReadonlySet<string>, now: Date): Promise<void> {
  const known = await retiredBefore(objects);
  const there = (await objects.list(SITE)).map((key) => key.slice(SITE.length)).filter((file) => !current.has(file));
  const retired = there
    .filter((file) => file.startsWith(ASSETS))
    .map((file) => [file, known[file] ?? now.toISOString()] as const);
  const since = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString();
  const over = there.filter((file) => !file.startsWith(ASSETS));
  const gone = [...over, ...retired.filter(([, at]) => at < since).map(([file]) => file)];
  await objects.remove(gone.map((file) => `${SITE}${file}`));
  const left = Object.fromEntries(retired.filter(([, at]) => at >= since));
  await objects.put(RETIRED, JSON.stringify(left, null, 2), { contentType: 'application/json' });
}

async function retiredBefore(objects: Objects): Promise<v.InferOutput<typeof Retired>> {
  const body = await objects.get(RETIRED);
  return body ? v.parse(Retired, JSON.parse(new TextDecoder().decode(body))) : {};
}
