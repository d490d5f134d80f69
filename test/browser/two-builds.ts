import { cpSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A copy of the program, of which a newer build can be put in the place of the one that is served. */
export class TwoBuilds {
  readonly root = temporaryFolder();
  readonly #web = join(this.root, 'dist/web');

  constructor() {
    for (const part of ['src', 'dist/web', 'package.json']) {
      cpSync(join(ROOT, part), join(this.root, part), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(this.root, 'node_modules'));
  }

  /** The address of the part that the form loads when it is opened. */
  get part(): string {
    const file = readdirSync(join(this.#web, 'assets')).find((name) => /^build-.*\.js$/.test(name));
    if (!file) throw new Error('The build has no part that is loaded later.');
    return `/assets/${file}`;
  }

  /** What a build does that changed one part: it has another name, and the worker another version. */
  update(): void {
    const { part } = this;
    const newer = part.replace('.js', '2.js');
    renameSync(join(this.#web, part), join(this.#web, newer));
    for (const file of ['sw.js', ...this.#scripts()]) this.#replace(file, nameOf(part), nameOf(newer));
    this.#replace('sw.js', 'version:"', 'version:"next-');
  }

  #scripts(): string[] {
    return readdirSync(join(this.#web, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `assets/${name}`);
  }

  #replace(file: string, text: string, by: string): void {
    const path = join(this.#web, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(text, by));
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
