import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const WEB = join(import.meta.dirname, '../dist/web');

/** What a browser must load before the first view can be used, compressed. */
const BUDGET_KB = 60;

/** The places of which one is the first view; the module that holds each begins with its name. */
const PLACES = ['contacts', 'today', 'pipeline', 'insights', 'report', 'import', 'settings'];

const names = await scripts();
const sizes = new Map(await Promise.all(names.map(async (name) => [name, await compressedKb(name)] as const)));
const initial = await withImports(await initialScripts());
const places = await Promise.all(
  PLACES.map(async (place) => ({ place, all: await withImports([...initial, viewOf(place)]) })),
);
const totals = places.map(({ place, all }) => ({ place, kb: sum(all) }));

for (const [name, kb] of sizes) say(`${kb.toFixed(1).padStart(7)} KB  ${name}${initial.has(name) ? '' : '  (later)'}`);
say(`${sum(initial).toFixed(1).padStart(7)} KB  of JavaScript wherever a person begins, gzip`);
for (const { place, kb } of totals)
  say(`${kb.toFixed(1).padStart(7)} KB  with ${place}; the budget is ${BUDGET_KB} KB`);
if (totals.some(({ kb }) => kb > BUDGET_KB)) process.exitCode = 1;

function viewOf(place: string): string {
  const view = names.find((name) => name.startsWith(`assets/${place}-view-`));
  if (view === undefined) throw new Error(`There is no module of the place “${place}”.`);
  return view;
}

/** Modules with all that they import at once, and those with theirs. */
async function withImports(names: Iterable<string>): Promise<ReadonlySet<string>> {
  const all = new Set(names);
  for (const name of all) {
    const code = await readFile(join(WEB, name), 'utf8');
    for (const [, file] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) all.add(`assets/${file}`);
  }
  return all;
}

function sum(names: ReadonlySet<string>): number {
  return [...names].reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
}

/** The scripts that the page names, and the modules that it preloads for them. */
async function initialScripts(): Promise<readonly string[]> {
  const page = await readFile(join(WEB, 'index.html'), 'utf8');
  return [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, name = '']) => name);
}

async function scripts(): Promise<string[]> {
  const files = await readdir(WEB, { recursive: true });
  return files.filter((name) => name.endsWith('.js')).map((name) => name.replaceAll('\\', '/'));
}

async function compressedKb(name: string): Promise<number> {
  return gzipSync(await readFile(join(WEB, name)), { level: 9 }).length / 1024;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
