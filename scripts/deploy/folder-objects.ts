import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Objects } from './objects.ts';

/** Objects as files below a folder: for tests, and to look into. Headers are not kept. */
export function folderObjects(folder: string): Objects {
  return { put, get, list, remove };

  async function put(key: string, body: Uint8Array | string): Promise<void> {
    await mkdir(dirname(join(folder, key)), { recursive: true });
    await writeFile(join(folder, key), body);
  }

  async function get(key: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(folder, key));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async function list(prefix: string): Promise<string[]> {
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const keys = files
      .filter((file) => file.isFile())
      .map((file) => relative(folder, join(file.parentPath, file.name)).replaceAll('\\', '/'));
    return keys.filter((key) => key.startsWith(prefix)).sort();
  }

  async function remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) await rm(join(folder, key), { force: true });
  }
}
