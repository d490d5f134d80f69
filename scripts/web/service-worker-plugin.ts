import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const WORKER = 'sw.js';

/**
 * Writes `sw.js` once all else is written: it knows by name every file of the build, and a version that changes with
 * what is in them.
 *
 * @param entry the worker's source
 */
export function serviceWorker(entry: string): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) throw new Error('The service worker needs a folder of built files.');
      const names = await filesIn(dir);
      const described = { version: await versionOf(dir, names), files: names.map(addressOf) };
      await writeFile(join(dir, WORKER), await workerOf(entry, described));
    },
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const names = files.map((file) => file.slice(folder.length + 1).replaceAll('\\', '/'));
  return names.filter((name) => name !== WORKER).sort();
}

async function versionOf(folder: string, names: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/** The page is asked for as a person does: a site may not know it by its file's name. */
function addressOf(name: string): string {
  return name === 'index.html' ? '/' : `/${name}`;
}

async function workerOf(entry: string, described: object): Promise<string> {
  const built = await build({
    ...{ entryPoints: [entry], bundle: true, minify: true, write: false, format: 'iife', target: 'es2023' },
    define: { __BUILD__: JSON.stringify(described) },
  });
  return built.outputFiles.map(({ text }) => text).join('');
}
