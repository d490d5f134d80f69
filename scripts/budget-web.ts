import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const WEB = join(import.meta.dirname, '../dist/web');

/** What a browser must load before the first view can be used, compressed. */
const BUDGET_KB = 60;

const initial = await initialScripts();
const sizes = await Promise.all((await scripts()).map(async (name) => ({ name, kb: await compressedKb(name) })));
const total = sizes.filter(({ name }) => initial.has(name)).reduce((sum, { kb }) => sum + kb, 0);

for (const { name, kb } of sizes)
  say(`${kb.toFixed(1).padStart(7)} KB  ${name}${initial.has(name) ? '' : '  (later)'}`);
say(`${total.toFixed(1).padStart(7)} KB  of JavaScript at first, gzip; the budget is ${BUDGET_KB} KB`);
if (total > BUDGET_KB) process.exitCode = 1;

/** The scripts that the page names, and the modules that it preloads for them. */
async function initialScripts(): Promise<ReadonlySet<string>> {
  const page = await readFile(join(WEB, 'index.html'), 'utf8');
  return new Set([...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, name = '']) => name));
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
