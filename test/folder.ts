import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Folder {
  readonly path: string;
  remove(): void;
}

/** An empty folder for what is thrown away. */
export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'touchbase-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
